import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { ExplainedDayDto } from '../calendar/counted-day.dto.js';

/** Number and secret code: in a body, so that no code ever stands in an address or a log. */
export class FollowDto {
  @ApiProperty({ example: 'D-2026-00421' }) @IsString() @MinLength(1) @MaxLength(40) readonly number!: string;
  @ApiProperty({ example: 'ABCD-EFGH-JKMN' }) @IsString() @MinLength(1) @MaxLength(40) readonly code!: string;
}

export class CitizenMessageDto extends FollowDto {
  @ApiPropertyOptional({ description: 'What it answers; absent for a plain message.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly openRequest?: string;

  @ApiProperty() @IsString() @MinLength(1) @MaxLength(10_000) readonly text!: string;

  @ApiPropertyOptional({ type: [String], description: 'Ids of documents sent before.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsUUID(undefined, { each: true })
  readonly documents?: readonly string[];
}

export class FollowPauseDto {
  @ApiProperty({ format: 'date' }) readonly from!: string;
  @ApiPropertyOptional({ format: 'date' }) readonly to?: string;
}

export class FollowPromiseDto {
  @ApiProperty({ example: '10 jours ouvrés' }) readonly limit!: string;
  @ApiPropertyOptional({ format: 'date', description: 'The date first given.' }) readonly promisedOn?: string;
  @ApiPropertyOptional({ format: 'date' }) readonly dueOn?: string;
  @ApiProperty({ enum: ['running', 'paused', 'undated', 'late', 'kept', 'missed', 'stopped'] }) readonly state!: string;
  @ApiProperty({ description: 'In French.' }) readonly words!: string;
  @ApiProperty({ type: [FollowPauseDto], description: 'When it stood still, waiting for the citizen.' })
  readonly pauses!: readonly FollowPauseDto[];
  @ApiProperty({ type: [ExplainedDayDto] }) readonly days!: readonly ExplainedDayDto[];
}

export class FollowContactDto {
  @ApiProperty() readonly department!: string;
  @ApiProperty() readonly organisation!: string;
  @ApiProperty() readonly phone!: string;
  @ApiProperty() readonly email!: string;
  @ApiProperty({ description: 'Opening hours in words.' }) readonly hours!: string;
}

export class AwaitedDto {
  @ApiProperty({ description: 'What the answer must name.' }) readonly openRequest!: string;
  @ApiProperty({ type: [String], description: 'What is missing.' }) readonly items!: readonly string[];
  @ApiPropertyOptional({ format: 'date' }) readonly until?: string;
  @ApiProperty() readonly overdue!: boolean;
}

export const FOLLOW_STATES = [
  'received',
  'examined',
  'waitingForYou',
  'validated',
  'leaving',
  'planned',
  'answered',
  'closed',
] as const;

/** What was written by one side to the other. */
export class FollowMessageDto {
  @ApiProperty({ enum: ['in', 'out'], description: '`in`: from the citizen.' }) readonly direction!: string;
  @ApiProperty({ format: 'date-time' }) readonly at!: string;
  @ApiProperty() readonly text!: string;
}

/** A case as its citizen sees it. */
export class FollowedCaseDto {
  @ApiProperty() readonly caseNumber!: string;
  @ApiProperty() readonly title!: string;
  @ApiProperty({ format: 'date' }) readonly receivedOn!: string;
  @ApiProperty({ enum: FOLLOW_STATES }) readonly state!: (typeof FOLLOW_STATES)[number];
  @ApiProperty({ description: 'The state in French.' }) readonly stateWords!: string;
  @ApiPropertyOptional({ type: FollowPromiseDto }) readonly promise?: FollowPromiseDto;
  @ApiProperty({ type: FollowContactDto, description: 'Who is in charge.' }) readonly contact!: FollowContactDto;
  @ApiProperty({ type: [AwaitedDto], description: 'What the citizen is asked for.' })
  readonly awaited!: readonly AwaitedDto[];
  @ApiProperty({ type: [FollowMessageDto], description: 'Both ways, the oldest first.' })
  readonly messages!: readonly FollowMessageDto[];
  @ApiProperty({ type: [String], description: 'Names of files that the citizen sent and the antivirus blocked.' })
  readonly blockedFiles!: readonly string[];
  @ApiPropertyOptional({ format: 'date', description: 'The day of the work that is planned.' })
  readonly plannedOn?: string;
  @ApiPropertyOptional({ description: 'To whom it was passed.' }) readonly passedTo?: string;
  @ApiPropertyOptional({ format: 'date' }) readonly closedOn?: string;
  @ApiPropertyOptional({ format: 'date', description: 'Until when it can be reopened.' }) readonly reopenUntil?: string;
}

export class MessageReceiptDto {
  @ApiProperty({ description: 'True once the town hall has it, whatever happens next.' }) readonly received!: boolean;
  @ApiProperty({ description: 'True where it answered what was asked.' }) readonly answersRequest!: boolean;
}
