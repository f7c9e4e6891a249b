import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsISO8601, IsOptional, Matches } from 'class-validator';
import { ClockDto } from '../cases/clock.dto.js';

const WITH_OFFSET = /T.*(Z|[+-]\d{2}:?\d{2})$/i;

export class PromiseQueryDto {
  @ApiPropertyOptional({ format: 'date-time', description: 'With its offset; now by default.' })
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(WITH_OFFSET, {
    message: 'Une date et une heure avec leur décalage sont attendues, par exemple 2026-03-31T14:05:00+02:00.',
  })
  readonly receivedAt?: string;
}

/** What would be promised for a request received at a given instant. */
export class PromiseDto {
  @ApiProperty({ format: 'date-time' }) readonly receivedAt!: string;
  @ApiPropertyOptional({ format: 'date', description: 'Absent where the calendar does not reach that far.' })
  readonly promisedOn?: string;
  @ApiPropertyOptional({ description: 'To be read aloud.' }) readonly words?: string;
  @ApiProperty({ type: [ClockDto] }) readonly clocks!: readonly ClockDto[];
}
