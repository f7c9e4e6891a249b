import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
} from 'class-validator';
import { DAY_COUNT_KINDS, type DayCountKind } from '../../domain/time/day-count.js';
import { ExplainedDayDto } from '../calendar/counted-day.dto.js';
import { IsDay } from '../http/is-day.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { CLOSURE_KINDS, type TownClosure } from '../town/town.js';

const MINUTES_IN_DAY = 24 * 60;

export class ClosureQueryDto {
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(60) readonly organisation?: string;
  @ApiPropertyOptional({ format: 'date', description: 'From that day on.' })
  @IsOptional()
  @IsDay()
  readonly from?: string;
}

export class NewClosureDto {
  @ApiProperty() @IsString() @MaxLength(60) readonly organisation!: string;
  @ApiProperty({ format: 'date' }) @IsDay() readonly date!: string;
  @ApiProperty({ enum: CLOSURE_KINDS }) @IsIn([...CLOSURE_KINDS]) readonly kind!: TownClosure['kind'];
  @ApiPropertyOptional({ description: '`earlyClosing`: minutes since midnight.' })
  @ValidateIf((dto: NewClosureDto) => dto.kind === 'earlyClosing')
  @IsInt()
  @Min(1)
  @Max(MINUTES_IN_DAY)
  readonly closesAt?: number;
  @ApiProperty({ description: 'Shown where a day does not count.' })
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  readonly label!: string;
  @ApiPropertyOptional({ description: 'Who decided it; the person signed in by default.' })
  @IsOptional()
  @IsString()
  @MaxLength(120)
  readonly decidedBy?: string;
}

export class ClosureDto {
  @ApiProperty() readonly organisation!: string;
  @ApiProperty({ format: 'date' }) readonly date!: string;
  @ApiProperty({ enum: CLOSURE_KINDS }) readonly kind!: string;
  @ApiPropertyOptional({ description: 'Minutes since midnight.' }) readonly closesAt?: number;
  @ApiProperty() readonly label!: string;
  @ApiProperty({ format: 'date' }) readonly decidedOn!: string;
  @ApiProperty() readonly decidedBy!: string;
}

export class HoursDto {
  @ApiProperty({ description: 'Minutes since midnight.' })
  @IsInt()
  @Min(0)
  @Max(MINUTES_IN_DAY)
  readonly opensAt!: number;
  @ApiProperty() @IsInt() @Min(1) @Max(MINUTES_IN_DAY) readonly closesAt!: number;
  @ApiProperty({ description: 'In words, for the public.' })
  @IsString()
  @MinLength(1)
  @MaxLength(300)
  readonly hoursText!: string;
}

export class OrganisationCalendarDto extends HoursDto {
  @ApiProperty() readonly organisation!: string;
  @ApiProperty() readonly name!: string;
  @ApiProperty({ description: 'In force since which revision of the calendars.' }) readonly revision!: number;
  @ApiProperty({ format: 'date' }) readonly coveredTo!: string;
  @ApiProperty({ description: 'Of the hours: what a change of them is made on.' }) readonly version!: number;
}

export class EarlyClosingDto {
  @ApiProperty({ type: String, format: 'date' }) readonly date!: LocalDate;
  @ApiProperty({ description: 'Minutes since midnight.' }) readonly closesAt!: number;
}

export class ClosingHoursDto {
  @ApiProperty({ description: 'Minutes since midnight.' }) readonly closesAt!: number;
  @ApiProperty({ type: [EarlyClosingDto] }) readonly earlyClosings!: readonly EarlyClosingDto[];
}

export class WorkingDaysDto {
  @ApiProperty({ type: String, isArray: true, format: 'date', description: 'Public holidays and closures.' })
  readonly closed!: readonly LocalDate[];
  @ApiProperty({
    type: String,
    isArray: true,
    format: 'date',
    description: 'Worked although the week would not say so.',
  })
  readonly openExceptionally!: readonly LocalDate[];
  @ApiProperty({ type: ClosingHoursDto, description: 'When those days end.' }) readonly hours!: ClosingHoursDto;
}

export class SimulationQueryDto {
  @ApiProperty() @IsString() @MaxLength(60) readonly organisation!: string;
  @ApiProperty({ format: 'date-time', description: 'With its offset.' })
  @IsISO8601({ strict: true })
  @Matches(/T.*(Z|[+-]\d{2}:?\d{2})$/i, { message: 'Une date et une heure avec leur décalage sont attendues.' })
  readonly receivedAt!: string;
  @ApiProperty() @Type(() => Number) @IsInt() @Min(1) @Max(400) readonly n!: number;
  @ApiProperty({ enum: DAY_COUNT_KINDS }) @IsIn([...DAY_COUNT_KINDS]) readonly kind!: DayCountKind;
  @ApiPropertyOptional({ format: 'date', description: 'First day that does not count, while something is awaited.' })
  @IsOptional()
  @IsDay()
  readonly pausedFrom?: string;
  @ApiPropertyOptional({ format: 'date', description: 'The last of them.' })
  @IsOptional()
  @IsDay()
  readonly pausedTo?: string;
}

export class SimulationDto {
  @ApiPropertyOptional({ format: 'date', description: 'Absent beyond what the calendar covers.' })
  readonly dueOn?: string;
  @ApiProperty({ format: 'date', description: 'The day that does not count.' }) readonly dayZero!: string;
  @ApiProperty() readonly sentence!: string;
  @ApiProperty({ type: [ExplainedDayDto] }) readonly days!: readonly ExplainedDayDto[];
}
