import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  CITIZEN_KINDS,
  LANGUAGES,
  PREFERRED_CHANNELS,
  WISHES,
  type CitizenKind,
  type Language,
  type PreferredChannel,
  type Wish,
} from '../../domain/request/citizen-preferences.js';
import { NamedPersonDto } from '../people/named-person.dto.js';

export class CitizenAddressDto {
  @ApiProperty({ type: [String] }) readonly lines!: readonly string[];
  @ApiPropertyOptional() readonly postalCode?: string;
  @ApiPropertyOptional() readonly city?: string;
}

export class CaseCitizenDto {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiPropertyOptional() readonly firstName?: string;
  @ApiPropertyOptional() readonly lastName?: string;
  @ApiPropertyOptional() readonly email?: string;
  @ApiPropertyOptional() readonly phone?: string;
  @ApiPropertyOptional({ type: CitizenAddressDto }) readonly address?: CitizenAddressDto;
  @ApiProperty({ enum: CITIZEN_KINDS }) readonly kind!: CitizenKind;
  @ApiPropertyOptional({ enum: PREFERRED_CHANNELS }) readonly preferredChannel?: PreferredChannel;
  @ApiPropertyOptional({ enum: LANGUAGES }) readonly language?: Language;
  @ApiProperty({ enum: WISHES, isArray: true, description: 'What helps in practice; never why.' })
  readonly wishes!: readonly Wish[];
}

export class ReadableAnswerDto {
  @ApiProperty() readonly key!: string;
  @ApiProperty({ description: 'The question.' }) readonly label!: string;
  @ApiPropertyOptional({ description: 'The answer in words; absent where it is hidden.' }) readonly text?: string;
  @ApiPropertyOptional({ description: 'True where only the department of the case may read it.' })
  readonly hidden?: boolean;
}

export class CasePlaceDto {
  @ApiProperty() readonly text!: string;
  @ApiPropertyOptional() readonly quartier?: string;
}

/** What the request said under a process it has left. */
export class FormerRequestDto {
  @ApiProperty({ description: 'Title of the process.' }) readonly title!: string;
  @ApiProperty({ format: 'date-time', description: 'When the case went to another process.' }) readonly until!: string;
  @ApiProperty({ type: [ReadableAnswerDto] }) readonly answers!: readonly ReadableAnswerDto[];
}

/** What was sent; the words never change, the answers go with the process. */
export class CaseRequestDto {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ description: 'In the citizen’s own words.' }) readonly words!: string;
  @ApiPropertyOptional({ description: 'What it still speaks of, once it was split; part of `words`.' })
  readonly keptWords?: string;
  @ApiProperty({ type: [ReadableAnswerDto] }) readonly answers!: readonly ReadableAnswerDto[];
  @ApiProperty({ type: [FormerRequestDto], description: 'The latest first.' })
  readonly former!: readonly FormerRequestDto[];
  @ApiPropertyOptional({ type: CasePlaceDto }) readonly place?: CasePlaceDto;
  @ApiPropertyOptional({ type: CaseCitizenDto }) readonly citizen?: CaseCitizenDto;
}

export class OpenRequestDto {
  @ApiProperty() readonly id!: string;
  @ApiProperty({ enum: ['missingItem', 'opinion', 'finding'] }) readonly kind!: string;
  @ApiProperty({ format: 'date' }) readonly askedOn!: string;
  @ApiPropertyOptional({ type: NamedPersonDto }) readonly askedBy?: NamedPersonDto;
  @ApiPropertyOptional({ format: 'date' }) readonly until?: string;
  @ApiPropertyOptional({ description: 'Who is asked: a name.' }) readonly department?: string;
  @ApiProperty({ description: 'The answer waits for it.' }) readonly required!: boolean;
  @ApiProperty() readonly overdue!: boolean;
  @ApiPropertyOptional({ description: 'What was asked.' }) readonly text?: string;
}

export class PicturePointDto {
  @ApiProperty() readonly longitude!: number;
  @ApiProperty() readonly latitude!: number;
}

export class CaseDocumentDto {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty() readonly name!: string;
  @ApiProperty({ description: 'MIME type, read from the content.' }) readonly type!: string;
  @ApiProperty({ description: 'Bytes.' }) readonly size!: number;
  @ApiProperty() readonly sha256!: string;
  @ApiProperty({ type: NamedPersonDto }) readonly addedBy!: NamedPersonDto;
  @ApiProperty() readonly fromCitizen!: boolean;
  @ApiPropertyOptional({ description: 'The open request it answers.' }) readonly openRequest?: string;
  @ApiPropertyOptional({ type: PicturePointDto, description: 'Where the photograph says that it was taken (WGS 84).' })
  readonly point?: PicturePointDto;
  @ApiProperty({
    enum: ['pending', 'clean', 'blocked', 'unscanned'],
    description:
      'What the antivirus said. Pending or blocked, it is opened by nobody; unscanned: there is no antivirus.',
  })
  readonly scan!: 'pending' | 'clean' | 'blocked' | 'unscanned';
  @ApiPropertyOptional({ description: 'Why it is blocked, as the antivirus names it.' }) readonly virus?: string;
  @ApiProperty({ format: 'date-time' }) readonly at!: string;
}

export class CaseNoteDto {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ type: NamedPersonDto }) readonly author!: NamedPersonDto;
  @ApiProperty() readonly body!: string;
  @ApiProperty({ format: 'date-time' }) readonly at!: string;
}

export class CaseLetterDto {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ description: 'SHA-256 of the PDF.' }) readonly hash!: string;
  @ApiProperty() readonly signed!: boolean;
  @ApiProperty({ description: 'The one that would leave, or left.' }) readonly current!: boolean;
  @ApiProperty({ type: NamedPersonDto }) readonly createdBy!: NamedPersonDto;
  @ApiProperty({ format: 'date-time' }) readonly at!: string;
}

/** What was exchanged with the citizen. */
export class CaseMessageDto {
  @ApiProperty({ enum: ['in', 'out'] }) readonly direction!: string;
  @ApiProperty({ format: 'date-time' }) readonly at!: string;
  @ApiProperty({ example: 'sendReply' }) readonly kind!: string;
  @ApiProperty({ description: 'In French.' }) readonly words!: string;
  @ApiPropertyOptional({ example: 'email' }) readonly channel?: string;
  @ApiPropertyOptional({ enum: ['toSend', 'reserved', 'sent', 'failed', 'released', 'toPost', 'posted', 'dropped'] })
  readonly state?: string;
  @ApiPropertyOptional({ description: 'What was written, for a message and for what the citizen answered.' })
  readonly text?: string;
  @ApiPropertyOptional({ format: 'uuid', description: 'Of a plain message.' }) readonly id?: string;
  @ApiPropertyOptional({ type: NamedPersonDto, description: 'The agent who wrote it.' })
  readonly author?: NamedPersonDto;
  @ApiPropertyOptional({ description: 'True until somebody who holds the case has read it.' })
  readonly unread?: boolean;
  @ApiPropertyOptional({ type: [String], description: 'Ids of documents that came with it.' })
  readonly documents?: readonly string[];
}
