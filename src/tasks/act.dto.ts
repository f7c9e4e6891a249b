import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { CHAIN_ROLES } from '../../domain/people/role.js';
import { REPLY_CHANNELS, type ReplyChannel } from '../../domain/process/runnable.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const HASH = /^[0-9a-f]{64}$/;
const LONGEST_TEXT = 20_000;

export const ANSWER_CONCLUSIONS = ['answered', 'planned', 'done', 'refused', 'notOurs'] as const;

/** How the answer concludes the case, in these words and no vaguer ones. */
export class ConclusionDto {
  @ApiProperty({ enum: ANSWER_CONCLUSIONS })
  @IsIn([...ANSWER_CONCLUSIONS])
  readonly kind!: (typeof ANSWER_CONCLUSIONS)[number];

  @ApiPropertyOptional({ format: 'date', description: '`planned`: the day.' })
  @ValidateIf((dto: ConclusionDto) => dto.kind === 'planned')
  @Matches(DAY)
  readonly on?: string;

  @ApiPropertyOptional({ description: '`done`: the document that proves it, or what was seen.' })
  @ValidateIf((dto: ConclusionDto) => dto.kind === 'done')
  @IsString()
  @MinLength(1)
  @MaxLength(300)
  readonly proof?: string;

  @ApiPropertyOptional({ description: '`refused`: the function that refuses.' })
  @ValidateIf((dto: ConclusionDto) => dto.kind === 'refused')
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  readonly by?: string;

  @ApiPropertyOptional({ description: '`refused`: why, as the end of a sentence.' })
  @ValidateIf((dto: ConclusionDto) => dto.kind === 'refused')
  @IsString()
  @MinLength(1)
  @MaxLength(2000)
  readonly reason?: string;

  @ApiPropertyOptional({
    example: 'departement-routes',
    description:
      '`notOurs`: the authority it is passed to (`GET /authorities`); the request then goes to it by itself.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly authority?: string;

  @ApiPropertyOptional({ description: '`notOurs`: to whom it was passed, where `authority` does not say it.' })
  @ValidateIf((dto: ConclusionDto) => dto.kind === 'notOurs' && dto.authority === undefined)
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  readonly passedTo?: string;
}

export class AnswerDto {
  @ApiProperty({ description: 'The referent’s own words; the template of the process stands around them.' })
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_TEXT)
  readonly text!: string;

  @ApiProperty({ type: ConclusionDto })
  @ValidateNested()
  @Type(() => ConclusionDto)
  readonly conclusion!: ConclusionDto;
}

export class TextDto {
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(LONGEST_TEXT) readonly text!: string;
}

export class AskCitizenDto {
  @ApiProperty({ description: 'What is missing: one item a line.' })
  @IsString()
  @MinLength(1)
  @MaxLength(4000)
  readonly text!: string;
  @ApiProperty({ format: 'date', description: 'The last day for the citizen’s answer.' })
  @Matches(DAY)
  readonly until!: string;
}

export class AskOpinionDto extends TextDto {
  @ApiProperty() @IsString() @MaxLength(100) readonly department!: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) readonly team?: string;
  @ApiPropertyOptional({ default: false }) @IsOptional() @IsBoolean() readonly required?: boolean;
}

export class AskFindingDto extends TextDto {
  @ApiPropertyOptional({ default: false }) @IsOptional() @IsBoolean() readonly required?: boolean;
}

export class ReasonDto {
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(4000) readonly reason!: string;
}

export class LetterHashDto {
  @ApiProperty({ description: 'SHA-256 of the letter that was read.' }) @Matches(HASH) readonly letterHash!: string;
}

export class EndorseCorrectedDto extends LetterHashDto {
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(LONGEST_TEXT) readonly text!: string;
}

export class SendBackDto extends LetterHashDto {
  @ApiProperty({ enum: ['author', ...CHAIN_ROLES] }) @IsIn(['author', ...CHAIN_ROLES]) readonly to!:
    'author' | (typeof CHAIN_ROLES)[number];
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(4000) readonly remark!: string;
  @ApiPropertyOptional({ description: 'The passage of the letter that the remark is about.' })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  readonly passage?: string;
}

export class ConfirmPostingDto {
  @ApiPropertyOptional({ format: 'date', description: 'Today by default.' })
  @IsOptional()
  @Matches(DAY)
  readonly postedOn?: string;
}

export class SettleDoubtDto {
  @ApiProperty({ enum: ['itLeft', 'sendAgain', 'byLetter'] })
  @IsIn(['itLeft', 'sendAgain', 'byLetter'])
  readonly decision!: 'itLeft' | 'sendAgain' | 'byLetter';
}

export class QualifyDto {
  @ApiProperty() @IsString() @MaxLength(100) readonly processId!: string;
  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  @IsOptional()
  @IsObject()
  readonly answers?: Record<string, unknown>;
}

export class ReassignDto {
  @ApiPropertyOptional({ description: 'A person; else whoever the department’s rules name.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly holder?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) readonly department?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) readonly team?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(4000) readonly reason?: string;
}

export class CloseDto {
  @ApiProperty({ enum: ['withdrawn', 'noCitizenReply'] }) @IsIn(['withdrawn', 'noCitizenReply']) readonly conclusion!:
    'withdrawn' | 'noCitizenReply';
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(4000) readonly reason?: string;
}

export class ReopenDto extends ReasonDto {
  @ApiPropertyOptional({ format: 'date', description: 'The day the citizen’s letter came.' })
  @IsOptional()
  @Matches(DAY)
  readonly receivedOn?: string;
}

export class CitizenAnswerDto extends TextDto {
  @ApiProperty() @IsString() @MaxLength(100) readonly openRequest!: string;
  @ApiPropertyOptional({ format: 'date', description: 'The day it reached the town hall.' })
  @IsOptional()
  @Matches(DAY)
  readonly receivedOn?: string;
}

export class DropRequestDto {
  @ApiProperty() @IsString() @MaxLength(100) readonly openRequest!: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(4000) readonly reason?: string;
}

export class ReplyChannelDto {
  @ApiProperty({ enum: REPLY_CHANNELS }) @IsIn([...REPLY_CHANNELS]) readonly channel!: ReplyChannel;
}

/** The case as an act left it. */
export class ActResultDto {
  @ApiProperty({ format: 'uuid' }) readonly caseId!: string;
  @ApiProperty({ description: 'The revision that the act made.' }) readonly revision!: number;
  @ApiProperty({ enum: ['open', 'closed', 'ended'] }) readonly status!: string;
  @ApiPropertyOptional() readonly conclusion?: string;
  @ApiProperty({ type: [String], description: 'Kinds of the tasks now open.' }) readonly openTasks!: readonly string[];
  @ApiPropertyOptional({ description: 'SHA-256 of the letter as it now stands.' }) readonly letterHash?: string;
  @ApiPropertyOptional() readonly letterId?: string;
}
