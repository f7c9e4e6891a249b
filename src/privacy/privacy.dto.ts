import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import {
  PRIVACY_OUTCOMES,
  PRIVACY_REQUEST_KINDS,
  type PrivacyOutcome,
  type PrivacyRequestKind,
} from '../../domain/request/privacy-request.js';
import { CaseAnswerDto, TimelineEntryDto } from '../cases/case-detail.dto.js';
import { CaseDocumentDto, CaseMessageDto, CaseNoteDto, CaseRequestDto } from '../cases/case-contents.dto.js';
import { CitizenEventDto, CitizenTieDto } from '../citizens/citizen-ties.dto.js';
import { CitizenChangeDto, CitizenDto } from '../citizens/citizens.dto.js';
import { IsDay } from '../http/is-day.js';
import { NamedPersonDto } from '../people/named-person.dto.js';

export class NewPrivacyRequestDto {
  @ApiProperty({ enum: PRIVACY_REQUEST_KINDS }) @IsIn([...PRIVACY_REQUEST_KINDS]) readonly kind!: PrivacyRequestKind;
  @ApiProperty({ format: 'date', description: 'The month runs from it; never in the future.' })
  @IsDay()
  readonly receivedOn!: string;
}

export class AnswerPrivacyRequestDto {
  @ApiProperty({ enum: PRIVACY_OUTCOMES }) @IsIn([...PRIVACY_OUTCOMES]) readonly outcome!: PrivacyOutcome;
  @ApiProperty({ description: 'What the citizen was answered, and why.' })
  @IsString()
  @MinLength(1)
  @MaxLength(4000)
  readonly answer!: string;
}

export class RectifyDto extends AnswerPrivacyRequestDto {
  @ApiProperty({ description: 'Of the record that was read.' }) @IsInt() readonly version!: number;
  @ApiProperty({ type: CitizenChangeDto, description: 'What is corrected on the record.' })
  @IsObject()
  @ValidateNested()
  @Type(() => CitizenChangeDto)
  readonly change!: CitizenChangeDto;
}

export class EraseDto extends AnswerPrivacyRequestDto {
  @ApiProperty({
    example: 'RGPD-2026-0007',
    description: 'The number of the request, typed again: it cannot be undone.',
  })
  @IsString()
  @MaxLength(40)
  readonly confirm!: string;
}

export class PrivacyRequestDto {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ example: 'RGPD-2026-0007' }) readonly number!: string;
  @ApiProperty({ format: 'uuid' }) readonly citizenId!: string;
  @ApiPropertyOptional({ description: 'Where the record still exists and the reader may read it.' })
  readonly citizenName?: string;
  @ApiProperty({ enum: PRIVACY_REQUEST_KINDS }) readonly kind!: PrivacyRequestKind;
  @ApiProperty({ description: 'In French.' }) readonly words!: string;
  @ApiProperty({ format: 'date' }) readonly receivedOn!: string;
  @ApiProperty({ format: 'date', description: 'GDPR, art. 12(3).' }) readonly dueOn!: string;
  @ApiProperty({ description: 'Two months more were announced.' }) readonly extended!: boolean;
  @ApiProperty() readonly late!: boolean;
  @ApiProperty({ type: NamedPersonDto }) readonly enteredBy!: NamedPersonDto;
  @ApiPropertyOptional({ enum: PRIVACY_OUTCOMES }) readonly outcome?: PrivacyOutcome;
  @ApiPropertyOptional({ description: 'In French.' }) readonly outcomeWords?: string;
  @ApiPropertyOptional() readonly answer?: string;
  @ApiPropertyOptional({ format: 'date' }) readonly answeredOn?: string;
  @ApiPropertyOptional({ type: NamedPersonDto }) readonly answeredBy?: NamedPersonDto;
  @ApiPropertyOptional({
    type: [String],
    description: 'Of a rectification: the fields that were corrected, in French.',
  })
  readonly rectified?: readonly string[];
  @ApiPropertyOptional({ description: 'Of an erasure: how many cases went.' }) readonly erasedCases?: number;
}

export class KeptCaseDto {
  @ApiProperty({ format: 'uuid' }) readonly caseId!: string;
  @ApiProperty() readonly caseNumber!: string;
  @ApiProperty() readonly title!: string;
  @ApiProperty({ description: 'Its data may go now.' }) readonly goes!: boolean;
  @ApiProperty({ description: 'Why it goes or stays, in French.' }) readonly why!: string;
  @ApiPropertyOptional({ format: 'date', description: 'When it goes; absent while nothing runs yet.' })
  readonly goesOn?: string;
}

/** What an erasure would do: what goes, what the law keeps and until when. */
export class ErasurePlanDto {
  @ApiProperty({ type: [KeptCaseDto] }) readonly cases!: readonly KeptCaseDto[];
  @ApiProperty({ description: 'The record itself goes too: none of its cases is kept.' }) readonly sheetGoes!: boolean;
  @ApiProperty({ description: 'What becomes of the record, in French.' }) readonly sheetWords!: string;
}

/** A case as its citizen is given it: nothing of what agents may do, all that is held. */
export class HeldCaseDto {
  @ApiProperty() readonly caseNumber!: string;
  @ApiProperty() readonly title!: string;
  @ApiProperty({ format: 'date-time' }) readonly receivedAt!: string;
  @ApiProperty() readonly statusWords!: string;
  @ApiPropertyOptional({ type: CaseRequestDto }) readonly request?: CaseRequestDto;
  @ApiPropertyOptional({ type: CaseAnswerDto }) readonly answer?: CaseAnswerDto;
  @ApiProperty({ type: [CaseDocumentDto] }) readonly documents!: readonly CaseDocumentDto[];
  @ApiProperty({ type: [CaseMessageDto] }) readonly messages!: readonly CaseMessageDto[];
  @ApiProperty({ type: [CaseNoteDto] }) readonly notes!: readonly CaseNoteDto[];
  @ApiProperty({ type: [TimelineEntryDto] }) readonly timeline!: readonly TimelineEntryDto[];
}

/** Everything held on a person within one sector (GDPR, art. 15). */
export class HeldDataDto {
  @ApiProperty({ format: 'date-time' }) readonly at!: string;
  @ApiProperty({ type: CitizenDto }) readonly citizen!: CitizenDto;
  @ApiProperty({ type: [CitizenTieDto] }) readonly ties!: readonly CitizenTieDto[];
  @ApiProperty({ type: [CitizenEventDto] }) readonly history!: readonly CitizenEventDto[];
  @ApiProperty({ type: [PrivacyRequestDto] }) readonly requests!: readonly PrivacyRequestDto[];
  @ApiProperty({ type: [HeldCaseDto] }) readonly cases!: readonly HeldCaseDto[];
  @ApiProperty({ description: 'Cases that belong to departments beyond the reader’s reach, who answer for them.' })
  readonly elsewhere!: number;
}

export class NewHoldDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'One case…' }) @IsOptional() @IsUUID() readonly caseId?: string;
  @ApiPropertyOptional({ format: 'uuid', description: '… or all cases of a citizen.' })
  @IsOptional()
  @IsUUID()
  readonly citizenId?: string;
  @ApiProperty() @IsString() @MinLength(3) @MaxLength(500) readonly reason!: string;
  @ApiProperty({ format: 'date' }) @IsDay() readonly until!: string;
}

export class ApprovePurgeDto {
  @ApiProperty({
    description: 'Reference of the visa of the departmental archives (Code du patrimoine, art. R. 212-14).',
  })
  @IsString()
  @MinLength(3)
  @MaxLength(200)
  readonly archivesReference!: string;
  @ApiProperty({ description: 'How many cases the list names, typed again: it cannot be undone.' })
  @IsString()
  @MaxLength(10)
  readonly confirm!: string;
}

export class PurgeItemDto {
  @ApiProperty({ format: 'uuid' }) readonly caseId!: string;
  @ApiProperty() readonly caseNumber!: string;
  @ApiProperty() readonly title!: string;
  @ApiProperty({ format: 'date' }) readonly closedOn!: string;
  @ApiProperty({ format: 'date' }) readonly overOn!: string;
  @ApiProperty({ enum: ['listed', 'erased', 'spared'] }) readonly state!: string;
  @ApiPropertyOptional({ description: 'Why it was spared after all, in French.' }) readonly reason?: string;
}

export class PurgeDto {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ format: 'date' }) readonly until!: string;
  @ApiProperty({ enum: ['prepared', 'approved', 'ended'] }) readonly state!: string;
  @ApiProperty({ format: 'date-time' }) readonly preparedAt!: string;
  @ApiPropertyOptional({ type: NamedPersonDto, description: 'Absent: by the product itself, each month.' })
  readonly preparedBy?: NamedPersonDto;
  @ApiPropertyOptional() readonly archivesReference?: string;
  @ApiPropertyOptional({ type: NamedPersonDto }) readonly approvedBy?: NamedPersonDto;
  @ApiPropertyOptional({ format: 'date-time' }) readonly endedAt?: string;
  @ApiProperty() readonly listed!: number;
  @ApiProperty() readonly erased!: number;
  @ApiProperty() readonly spared!: number;
  @ApiPropertyOptional({ type: [PurgeItemDto], description: 'The first two thousand; of one list that is read.' })
  readonly items?: readonly PurgeItemDto[];
}
