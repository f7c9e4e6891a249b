import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MISSING_ITEM_RULES, type MissingItemRule } from '../../domain/process/runnable.js';
import { ExplainedDayDto } from '../calendar/counted-day.dto.js';

export class ClockPauseDto {
  @ApiProperty() readonly openRequest!: string;
  @ApiProperty({ format: 'date', description: 'First day that does not count.' }) readonly from!: string;
  @ApiPropertyOptional({ format: 'date', description: 'Last one; absent while it lasts.' }) readonly to?: string;
}

/** One clock of a case, explained day by day. */
export class ClockDto {
  @ApiProperty({ example: 'promise' }) readonly id!: string;
  @ApiProperty({ enum: ['promise', 'legal'] }) readonly kind!: string;
  @ApiProperty({ example: '10 jours ouvrés' }) readonly limit!: string;
  @ApiProperty({ description: 'The commitment or the text of law behind it.' }) readonly basis!: string;
  @ApiPropertyOptional({ description: 'The answer on which it depends, in French; absent where every request has it.' })
  readonly condition?: string;
  @ApiPropertyOptional({ description: 'Where it can be read.' }) readonly source?: string;
  @ApiProperty({ enum: ['running', 'paused', 'undated', 'late', 'kept', 'missed', 'stopped'] }) readonly state!: string;
  @ApiProperty({ description: 'The state in French.' }) readonly words!: string;
  @ApiProperty({ enum: MISSING_ITEM_RULES, description: 'What asking the citizen for something does to it.' })
  readonly missingItem!: MissingItemRule;
  @ApiProperty({ enum: ['reply', 'acknowledgement'] }) readonly stoppedBy!: string;
  @ApiProperty({ format: 'date', description: 'The day of receipt, which does not count.' }) readonly dayZero!: string;
  @ApiPropertyOptional({ format: 'date', description: 'The date first given to the citizen.' })
  readonly promisedOn?: string;
  @ApiPropertyOptional({ format: 'date' }) readonly dueOn?: string;
  @ApiPropertyOptional({ format: 'date', description: 'The day that stopped it.' }) readonly endedOn?: string;
  @ApiPropertyOptional({ enum: ['acceptance', 'rejection'] }) readonly silenceMeans?: string;
  @ApiProperty({ type: [ClockPauseDto] }) readonly pauses!: readonly ClockPauseDto[];
  @ApiProperty({ type: [ExplainedDayDto], description: 'Empty where the clock has no date.' })
  readonly days!: readonly ExplainedDayDto[];
}
