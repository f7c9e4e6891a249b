import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class CountedDayDto {
  @ApiProperty({ format: 'date' }) readonly date!: string;
  @ApiProperty() readonly counted!: boolean;
  @ApiPropertyOptional() readonly number?: number;
  @ApiPropertyOptional({ description: 'Why the day does not count.' }) readonly reason?: string;
  @ApiPropertyOptional({ description: 'The name of a holiday or a closure.' }) readonly label?: string;
}

export class ReceiptDto {
  @ApiProperty({ format: 'uuid' }) readonly caseId!: string;
  @ApiProperty({ example: 'D-2026-00421' }) readonly caseNumber!: string;
  @ApiProperty({ description: 'Secret: with the number, it lets the citizen follow the case.' })
  readonly trackingCode!: string;
  @ApiProperty() readonly processId!: string;
  @ApiProperty() readonly title!: string;
  @ApiProperty({ format: 'date-time' }) readonly receivedAt!: string;
  @ApiPropertyOptional({ format: 'date', description: 'The date promised.' }) readonly promisedOn?: string;
  @ApiProperty({ type: [CountedDayDto], description: 'How that date was counted.' })
  readonly days!: readonly CountedDayDto[];
}
