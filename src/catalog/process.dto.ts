import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { TeleserviceKind } from '../../domain/process/process-definition.js';
import { PageQuery } from '../http/pagination.js';
import { NamedDto } from '../people/named-person.dto.js';
import { PromiseDto } from './promise.dto.js';

const TELESERVICES: readonly TeleserviceKind[] = [
  'information',
  'download',
  'redirection',
  'form',
  'internalApplication',
];

export class ProcessQueryDto extends PageQuery {
  @ApiPropertyOptional({ description: 'In the citizen’s own words; accents and misspellings do not matter.' })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  readonly q?: string;

  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(60) readonly theme?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(60) readonly organisation?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(60) readonly department?: string;
  @ApiPropertyOptional({ enum: TELESERVICES })
  @IsOptional()
  @IsIn([...TELESERVICES])
  readonly teleservice?: TeleserviceKind;
}

export class TeleserviceDto {
  @ApiProperty({ enum: TELESERVICES }) readonly kind!: string;
  @ApiProperty() readonly summary!: string;
  @ApiPropertyOptional() readonly url?: string;
}

export class ProcessSummaryDto {
  @ApiProperty({ example: 'voirie.nid-de-poule' }) readonly id!: string;
  @ApiProperty() readonly version!: number;
  @ApiProperty() readonly title!: string;
  @ApiProperty({ type: NamedDto }) readonly theme!: NamedDto;
  @ApiProperty({ enum: ['procedure', 'report', 'information', 'question', 'complaint'] }) readonly nature!: string;
  @ApiProperty({ type: NamedDto }) readonly organisation!: NamedDto;
  @ApiProperty({ type: NamedDto }) readonly department!: NamedDto;
  @ApiProperty({ example: '10 jours ouvrés', description: 'The town’s promise.' }) readonly promise!: string;
  @ApiProperty() readonly sensitive!: boolean;
  @ApiPropertyOptional({ type: TeleserviceDto }) readonly teleservice?: TeleserviceDto;
}

/** A process of a list; found by words, it says why. */
export class FoundProcessDto extends ProcessSummaryDto {
  @ApiPropertyOptional({ minimum: 0, maximum: 1, description: 'How well the words asked are answered.' })
  readonly score?: number;
  @ApiPropertyOptional({
    example: 'mots « trou », « route »',
    description: 'French: the words and the saying that led there.',
  })
  readonly why?: string;
}

export class PriceDto {
  @ApiProperty({ description: 'What the price depends on.' }) readonly note!: string;
  @ApiPropertyOptional() readonly label?: string;
  @ApiPropertyOptional({ description: 'Euro cents.' }) readonly cents?: number;
  @ApiPropertyOptional({ example: 'concession de 2 m²' }) readonly unit?: string;
  @ApiPropertyOptional({ format: 'date' }) readonly decidedOn?: string;
  @ApiPropertyOptional({ description: 'Number of the deliberation.' }) readonly deliberation?: string;
}

export class PhoneDto {
  @ApiProperty({ example: '03 53 01 00 10' }) readonly number!: string;
  @ApiPropertyOptional() readonly label?: string;
  @ApiPropertyOptional() readonly hours?: string;
}

export class StopperDto {
  @ApiProperty({ description: 'The situation.' }) readonly when!: string;
  @ApiProperty({ type: PhoneDto }) readonly phone!: PhoneDto;
  @ApiProperty({ description: 'What is said at once.' }) readonly say!: string;
}

export class UrgentDto {
  @ApiProperty() readonly when!: string;
  @ApiProperty() readonly call!: string;
  @ApiProperty({ type: PhoneDto }) readonly phone!: PhoneDto;
}

export class ScriptQuestionDto {
  @ApiProperty() readonly ask!: string;
  @ApiProperty({ type: [String], description: 'Keys of the form that the answer fills.' })
  readonly fields!: readonly string[];
}

/** What whoever answers the citizen asks and says. */
export class ScriptDto {
  @ApiPropertyOptional() readonly opening?: string;
  @ApiProperty({ type: [ScriptQuestionDto] }) readonly questions!: readonly ScriptQuestionDto[];
  @ApiProperty({ type: [String] }) readonly say!: readonly string[];
  @ApiProperty() readonly handOver!: string;
  @ApiProperty({ type: [UrgentDto] }) readonly urgent!: readonly UrgentDto[];
}

export class StepDto {
  @ApiProperty({ example: 'endorsement' }) readonly kind!: string;
  @ApiProperty({ description: 'Who, what, within what time, on what condition.' }) readonly words!: string;
}

export class ProcessFormDto {
  @ApiProperty({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description: 'The questions, in order.',
  })
  readonly fields!: readonly object[];
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'JSON Schema (2020-12).' })
  readonly schema!: object;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'Hints for the renderer.' })
  readonly ui!: object;
}

export class FactDto {
  @ApiProperty() readonly text!: string;
  @ApiProperty() readonly reference!: string;
  @ApiPropertyOptional() readonly url?: string;
  @ApiProperty({ format: 'date' }) readonly checkedOn!: string;
  @ApiProperty({ description: 'To be confirmed by the town.' }) readonly toConfirm!: boolean;
}

/** What anyone may know of a process. */
export class PublicProcessDto extends ProcessSummaryDto {
  @ApiProperty() readonly audience!: string;
  @ApiProperty({ type: [String] }) readonly needed!: readonly string[];
  @ApiPropertyOptional({ type: PriceDto, description: 'Absent: free.' }) readonly price?: PriceDto;
  @ApiProperty({ type: [StopperDto] }) readonly stoppers!: readonly StopperDto[];
  @ApiProperty({ type: [String], description: 'By which the request may come.' }) readonly channels!: readonly string[];
  @ApiProperty({ enum: ['required', 'optional', 'none'] }) readonly identity!: string;
  @ApiProperty({ type: ProcessFormDto }) readonly form!: ProcessFormDto;
  @ApiProperty({ type: [FactDto] }) readonly facts!: readonly FactDto[];
  @ApiProperty({ type: [NamedDto] }) readonly seeAlso!: readonly NamedDto[];
  @ApiPropertyOptional({ description: 'What changes out of season.' }) readonly season?: string;
  @ApiProperty({ type: PromiseDto, description: 'What is promised for a request received now.' })
  readonly promisedNow!: PromiseDto;
}

/** A sheet of the catalogue as those who answer citizens use it. */
export class ProcessSheetDto extends PublicProcessDto {
  @ApiProperty() readonly hash!: string;
  @ApiProperty({ format: 'date-time' }) readonly publishedAt!: string;
  @ApiProperty({ description: 'Data of citizens are kept apart by sector.' }) readonly sector!: string;
  @ApiProperty({ type: [String], description: 'What citizens say, as they say it.' })
  readonly phrasings!: readonly string[];
  @ApiProperty({ type: ScriptDto }) readonly script!: ScriptDto;
  @ApiProperty({ type: [StepDto] }) readonly steps!: readonly StepDto[];
  @ApiProperty({ type: [String], description: 'Roles that may answer at once.' })
  readonly answerAtOnce!: readonly string[];
  @ApiPropertyOptional({ description: 'Who answers for it: the head of its department.' }) readonly owner?: string;
  @ApiPropertyOptional({ description: 'What can be answered at once, and what cannot.' })
  readonly firstContact?: string;
  @ApiPropertyOptional({ description: 'The software that deals with what follows.' }) readonly legalSoftware?: string;
  @ApiProperty({ description: 'Days during which a closed case may be reopened.' }) readonly reopeningDays!: number;
}
