import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { INTAKE_CHANNELS, type IntakeChannel } from '../../domain/case/case-file.js';
import { NamedDto } from '../people/named-person.dto.js';

export class VersionHealthDto {
  @ApiProperty() readonly version!: number;
  @ApiProperty({ format: 'date-time' }) readonly publishedAt!: string;
  @ApiProperty({ description: 'The version that new requests get.' }) readonly current!: boolean;
  @ApiProperty({ description: 'Cases running under it.' }) readonly open!: number;
  @ApiProperty() readonly closed!: number;
  @ApiProperty({ description: 'Running, past the promised day.' }) readonly late!: number;
  @ApiProperty({ description: 'Closed after the promised day.' }) readonly missed!: number;
  @ApiProperty({ description: 'Departments said « not for us ».' }) readonly refused!: number;
  @ApiProperty({ description: 'Went on under another process.' }) readonly requalified!: number;
}

export class RunningDto {
  @ApiProperty() readonly version!: number;
  @ApiProperty() readonly open!: number;
}

export class DesignedProcessDto {
  @ApiProperty() readonly id!: string;
  @ApiProperty() readonly title!: string;
  @ApiProperty({ type: NamedDto }) readonly theme!: NamedDto;
  @ApiProperty({ type: NamedDto }) readonly department!: NamedDto;
  @ApiProperty() readonly promise!: string;
  @ApiProperty({ type: VersionHealthDto, description: 'Of the version in force.' }) readonly current!: VersionHealthDto;
  @ApiPropertyOptional({ description: 'Who answers for it: the head of its department.' }) readonly owner?: string;
  @ApiProperty({ description: 'Cases running under any version.' }) readonly running!: number;
  @ApiProperty({
    type: [RunningDto],
    description: 'The same by version, the latest first; those without any left out.',
  })
  readonly runningByVersion!: readonly RunningDto[];
  @ApiProperty({ description: 'Kept trials that no longer give what they gave.' }) readonly failedTrials!: number;
  @ApiProperty({ description: 'Whether a case ever ran under any version.' }) readonly used!: boolean;
  @ApiProperty({ description: 'Health in a few words; empty where nothing calls for attention.' })
  readonly health!: string;
  @ApiProperty({ description: 'Whether something calls for attention.' }) readonly attention!: boolean;
}

export class WordsSectionDto {
  @ApiProperty() readonly heading!: string;
  @ApiProperty({ type: [String] }) readonly lines!: readonly string[];
}

export class ReplyPreviewDto {
  @ApiProperty({ example: 'answered' }) readonly section!: string;
  @ApiProperty() readonly name!: string;
  @ApiProperty({ description: 'The letter as text, for an invented case.' }) readonly text!: string;
}

export class DesignSheetDto {
  @ApiProperty({ type: [WordsSectionDto], description: 'The definition in words.' })
  readonly words!: readonly WordsSectionDto[];
  @ApiProperty({ description: 'The way of a case as SVG, with title and description.' }) readonly diagram!: string;
  @ApiProperty({ type: [ReplyPreviewDto] }) readonly replies!: readonly ReplyPreviewDto[];
  @ApiProperty({ description: 'The acknowledgement as text, for an invented case.' }) readonly acknowledgement!: string;
}

export class BenchMoveDto {
  @ApiPropertyOptional({ description: 'Something a person does: `referent answers`, `dgs endorses`…' })
  @IsOptional()
  @IsString()
  @MinLength(3)
  @MaxLength(80)
  readonly words?: string;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'Beside the words: `until`, `to`, `conclusion`…',
  })
  @IsOptional()
  @IsObject()
  readonly details?: Record<string, unknown>;
  @ApiPropertyOptional({ description: 'Or else: so many working days pass.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(260)
  readonly workingDays?: number;
  @ApiPropertyOptional({ format: 'date-time', description: 'Or else: time passes until then.' })
  @IsOptional()
  @IsISO8601({ strict: true })
  readonly until?: string;
}

export class BenchDto {
  @ApiProperty({ format: 'date-time' }) @IsISO8601({ strict: true }) readonly openedAt!: string;
  @ApiPropertyOptional({ enum: INTAKE_CHANNELS })
  @IsOptional()
  @IsIn([...INTAKE_CHANNELS])
  readonly channel?: IntakeChannel;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'Answers to the form, as `NewRequestDto` has them; a play needs none.',
  })
  @IsOptional()
  @IsObject()
  readonly answers?: Record<string, unknown>;
  @ApiProperty({ type: [BenchMoveDto] })
  @IsArray()
  @ArrayMaxSize(80)
  @ValidateNested({ each: true })
  @Type(() => BenchMoveDto)
  readonly acts!: readonly BenchMoveDto[];
}

export class BenchTaskDto {
  @ApiProperty() readonly words!: string;
  @ApiProperty() readonly who!: string;
  @ApiPropertyOptional({ format: 'date' }) readonly targetOn?: string;
}

export class BenchClockDto {
  @ApiProperty() readonly name!: string;
  @ApiProperty() readonly state!: string;
  @ApiPropertyOptional({ format: 'date' }) readonly dueOn?: string;
}

/** What a citizen gets, with the answers of the play. */
export class BenchLetterDto {
  @ApiProperty() readonly subject!: string;
  @ApiPropertyOptional({ description: 'As its reader gets it. Absent where its template cannot be filled.' })
  readonly text?: string;
  @ApiPropertyOptional({ description: 'Why its template cannot be filled.' }) readonly fault?: string;
}

export class BenchMailDto {
  @ApiProperty({ example: 'Courriel à l’usager : accusé de réception' }) readonly words!: string;
  @ApiPropertyOptional({ type: BenchLetterDto, description: 'What is sent to the citizen.' })
  readonly letter?: BenchLetterDto;
}

/** The case after one move. */
export class BenchFrameDto {
  @ApiProperty({ format: 'date-time' }) readonly at!: string;
  @ApiProperty({ description: 'What was done, or how long was waited.' }) readonly title!: string;
  @ApiPropertyOptional({ description: 'Why it could not be done: the case stays as it was.' })
  readonly refused?: string;
  @ApiProperty({ description: 'Where the case stands.' }) readonly state!: string;
  @ApiProperty({ type: [BenchTaskDto] }) readonly tasks!: readonly BenchTaskDto[];
  @ApiProperty({ type: [BenchMailDto], description: 'Mails and letters that left.' })
  readonly mails!: readonly BenchMailDto[];
  @ApiProperty({ type: [BenchClockDto] }) readonly clocks!: readonly BenchClockDto[];
  @ApiProperty({ type: [String], description: 'Lines of the journal.' }) readonly journal!: readonly string[];
}

export class BenchActDto {
  @ApiProperty({ example: 'referent answers' }) readonly words!: string;
  @ApiPropertyOptional({ type: 'object', additionalProperties: true, description: 'As `BenchMoveDto.details`.' })
  readonly details?: Record<string, unknown>;
  @ApiProperty() readonly label!: string;
}

export class BenchResultDto {
  @ApiProperty({ type: [BenchFrameDto] }) readonly frames!: readonly BenchFrameDto[];
  @ApiProperty({ type: [BenchActDto], description: 'What may be done next.' }) readonly next!: readonly BenchActDto[];
  @ApiProperty({ type: [String], description: 'Labels of the questions that a citizen could not leave as they are.' })
  readonly missing!: readonly string[];
}

export class RetentionRuleDto {
  @ApiProperty({ type: NamedDto }) readonly process!: NamedDto;
  @ApiProperty({ example: '5 ans' }) readonly kept!: string;
  @ApiProperty({ description: 'Closed cases whose personal data are over their time by the end of this month.' })
  readonly dueThisMonth!: number;
  @ApiProperty({ description: 'Closed cases still within their time.' }) readonly within!: number;
}

export class RetentionDto {
  @ApiProperty({ format: 'date', description: 'End of the month.' }) readonly until!: string;
  @ApiProperty() readonly sentence!: string;
  @ApiProperty({ type: [RetentionRuleDto] }) readonly rules!: readonly RetentionRuleDto[];
}

const REACHES = [
  'everything',
  'ordinaryEverywhere',
  'perimeter',
  'ordinaryPerimeter',
  'organisation',
  'own',
  'involved',
] as const;

export class WhyQueryDto {
  @ApiProperty() @IsString() @MaxLength(60) readonly person!: string;
}

export class WhyReasonDto {
  @ApiProperty() readonly role!: string;
  @ApiProperty() readonly perimeter!: string;
  @ApiProperty({ enum: REACHES }) readonly reach!: string;
  @ApiProperty({ description: 'The line of the table in French.' }) readonly words!: string;
  @ApiProperty({ description: 'Whether it reaches this case.' }) readonly holds!: boolean;
}

export class WhyDto {
  @ApiProperty() readonly sees!: boolean;
  @ApiProperty() readonly sentence!: string;
  @ApiProperty({ type: [WhyReasonDto] }) readonly reasons!: readonly WhyReasonDto[];
}
