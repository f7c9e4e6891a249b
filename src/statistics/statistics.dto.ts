import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { STATISTICS_GROUPS, type StatisticsGroup } from '../database/repositories/statistics.repository.js';
import { IsDay } from '../http/is-day.js';

export class StatisticsQueryDto {
  @ApiProperty({ format: 'date', description: 'First day, in the town.' }) @IsDay() readonly from!: string;
  @ApiProperty({ format: 'date', description: 'Last day, included.' }) @IsDay() readonly to!: string;
  @ApiPropertyOptional({ enum: STATISTICS_GROUPS, default: 'department' })
  @IsIn([...STATISTICS_GROUPS])
  readonly groupBy: StatisticsGroup = 'department';
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(60) readonly organisation?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(60) readonly department?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(60) readonly theme?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(60) readonly quartier?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(60) readonly channel?: string;
}

export class StepTimeDto {
  @ApiProperty({ example: 'endorsement' }) readonly step!: string;
  @ApiProperty() readonly words!: string;
  @ApiProperty({ description: 'Of all cases answered in the period.' }) readonly hours!: number;
  @ApiProperty({ description: 'Of those answered after the promised day.' }) readonly missedHours!: number;
  @ApiProperty({ description: 'Its part in the time of the missed ones, from 0 to 1.' }) readonly missedShare!: number;
}

export class FiguresDto {
  @ApiProperty() readonly received!: number;
  @ApiProperty() readonly answered!: number;
  @ApiProperty({ description: 'Promise kept.' }) readonly kept!: number;
  @ApiProperty({ description: 'Promise missed.' }) readonly missed!: number;
  @ApiPropertyOptional({ description: 'Kept among kept and missed, from 0 to 1; absent where there is none.' })
  readonly keptShare?: number;
  @ApiPropertyOptional({ description: 'Half of the answers took no longer, in calendar days.' })
  readonly medianDays?: number;
  @ApiProperty() readonly reopened!: number;
  @ApiProperty({ description: '« Not for my department ».' }) readonly notForUs!: number;
  @ApiProperty({ type: [StepTimeDto] }) readonly steps!: readonly StepTimeDto[];
}

export class FiguresRowDto extends FiguresDto {
  @ApiProperty({ description: 'Empty where the case has none.' }) readonly key!: string;
  @ApiProperty() readonly name!: string;
}

export class YearBeforeDto {
  @ApiProperty({ format: 'date' }) readonly from!: string;
  @ApiProperty({ format: 'date' }) readonly to!: string;
  @ApiProperty({ type: FiguresDto }) readonly total!: FiguresDto;
}

export class StatisticsDto {
  @ApiProperty({ format: 'date' }) readonly from!: string;
  @ApiProperty({ format: 'date' }) readonly to!: string;
  @ApiProperty({ enum: STATISTICS_GROUPS }) readonly groupBy!: StatisticsGroup;
  @ApiProperty({ type: [String], description: 'The same in sentences, first of all.' })
  readonly sentences!: readonly string[];
  @ApiProperty({ type: FiguresDto }) readonly total!: FiguresDto;
  @ApiPropertyOptional({ type: YearBeforeDto, description: 'The same days a year before; absent where nothing was.' })
  readonly yearBefore?: YearBeforeDto;
  @ApiProperty({ type: [FiguresRowDto] }) readonly rows!: readonly FiguresRowDto[];
}

export class FigureDefinitionDto {
  @ApiProperty({ example: 'kept' }) readonly id!: string;
  @ApiProperty() readonly label!: string;
  @ApiProperty({ description: 'What is counted, in French.' }) readonly meaning!: string;
  @ApiProperty({ description: 'From which lines of the journal.' }) readonly source!: string;
}
