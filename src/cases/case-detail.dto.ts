import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CaseLinkDto } from '../links/links.dto.js';
import { NamedDto, NamedPersonDto } from '../people/named-person.dto.js';
import { PresenceDto } from '../presence/presence.dto.js';
import { CaseKeepingDto } from '../privacy/case-keeping.dto.js';
import { ClockDto } from './clock.dto.js';
import {
  CaseDocumentDto,
  CaseLetterDto,
  CaseMessageDto,
  CaseNoteDto,
  CaseRequestDto,
  OpenRequestDto,
} from './case-contents.dto.js';

export class TimelineTextDto {
  @ApiProperty({ description: 'Erased under the rules of retention: only its trace remains.' })
  readonly erased!: boolean;
  @ApiPropertyOptional() readonly body?: string;
}

export class TimelineEntryDto {
  @ApiProperty({ example: '3.0' }) readonly id!: string;
  @ApiProperty({ format: 'date-time' }) readonly at!: string;
  @ApiProperty({ example: 'command.endorse' }) readonly code!: string;
  @ApiProperty({ description: 'What happened, in French.' }) readonly words!: string;
  @ApiProperty({ description: 'False for the machine’s own detail, which screens fold away.' })
  readonly essential!: boolean;
  @ApiProperty({ description: 'The department that held the case at that moment.' }) readonly department!: string;
  @ApiPropertyOptional({ type: NamedPersonDto }) readonly actor?: NamedPersonDto;
  @ApiPropertyOptional() readonly actorRole?: string;
  @ApiPropertyOptional() readonly actorRoleWords?: string;
  @ApiPropertyOptional({ type: NamedPersonDto }) readonly onBehalfOf?: NamedPersonDto;
  @ApiPropertyOptional({ example: 'absence:a-001:p-elu-sports', description: 'What allowed it.' })
  readonly onBehalfRule?: string;
  @ApiPropertyOptional({ type: 'object', additionalProperties: true }) readonly about?: Readonly<
    Record<string, unknown>
  >;
  @ApiPropertyOptional({ type: TimelineTextDto }) readonly text?: TimelineTextDto;
}

export class CaseTaskDto {
  @ApiProperty() readonly id!: string;
  @ApiProperty({ example: 'endorse' }) readonly kind!: string;
  @ApiProperty({ description: 'What is to be done, in French.' }) readonly words!: string;
  @ApiProperty() readonly role!: string;
  @ApiProperty({ type: NamedDto }) readonly department!: NamedDto;
  @ApiPropertyOptional({ type: NamedDto }) readonly team?: NamedDto;
  @ApiPropertyOptional({ type: NamedPersonDto }) readonly holder?: NamedPersonDto;
  @ApiPropertyOptional({ type: NamedPersonDto, description: 'Who took it from a common inbox.' })
  readonly claimedBy?: NamedPersonDto;
  @ApiPropertyOptional({ type: NamedPersonDto, description: 'Who acts while the holder is away today.' })
  readonly substitute?: NamedPersonDto;
  @ApiPropertyOptional() readonly openRequest?: string;
  @ApiProperty({ format: 'date-time' }) readonly openedAt!: string;
  @ApiPropertyOptional({ format: 'date' }) readonly targetOn?: string;
}

/** Something the reader may do now: a button, and what its route needs. */
export class PossibleActDto {
  @ApiProperty({ example: 'endorse' }) readonly act!: string;
  @ApiPropertyOptional() readonly atOnce?: boolean;
  @ApiPropertyOptional() readonly taskId?: string;
  @ApiPropertyOptional() readonly openRequest?: string;
  @ApiPropertyOptional() readonly effect?: string;
  @ApiPropertyOptional({ enum: ['withdrawn', 'noCitizenReply'] }) readonly conclusion?: string;
  @ApiPropertyOptional({ description: 'The absent person in whose place it would be done.' })
  readonly onBehalfOf?: string;
}

export class RouteOfficeDto {
  @ApiProperty({ example: 'dgs' }) readonly role!: string;
  @ApiProperty() readonly roleWords!: string;
  @ApiProperty({ type: NamedPersonDto }) readonly person!: NamedPersonDto;
}

export class CaseRouteDto {
  @ApiProperty({ type: NamedDto }) readonly department!: NamedDto;
  @ApiProperty({ type: NamedDto }) readonly team!: NamedDto;
  @ApiPropertyOptional({ type: NamedPersonDto }) readonly holder?: NamedPersonDto;
  @ApiPropertyOptional({ type: NamedPersonDto }) readonly head?: NamedPersonDto;
  @ApiPropertyOptional() readonly quartier?: string;
  @ApiProperty({ type: [RouteOfficeDto] }) readonly validators!: readonly RouteOfficeDto[];
}

export class EndorsementDto {
  @ApiProperty() readonly role!: string;
  @ApiProperty({ type: NamedPersonDto }) readonly person!: NamedPersonDto;
  @ApiPropertyOptional({ type: NamedPersonDto }) readonly onBehalfOf?: NamedPersonDto;
  @ApiProperty({ description: 'SHA-256 of the letter that was endorsed.' }) readonly letterHash!: string;
  @ApiProperty({ format: 'date-time' }) readonly at!: string;
}

export class CaseSendBackDto {
  @ApiProperty({ type: NamedPersonDto }) readonly by!: NamedPersonDto;
  @ApiProperty({ example: 'author' }) readonly to!: string;
  @ApiPropertyOptional() readonly remark?: string;
  @ApiProperty({ format: 'date-time' }) readonly at!: string;
}

export class EarlierPersonDto {
  @ApiProperty({ example: 'author', description: '`author`, or the role of an earlier office of the chain.' })
  readonly to!: string;
  @ApiProperty() readonly words!: string;
  @ApiPropertyOptional({ type: NamedPersonDto }) readonly person?: NamedPersonDto;
}

export class CaseAnswerDto {
  @ApiProperty({ type: NamedPersonDto }) readonly author!: NamedPersonDto;
  @ApiPropertyOptional({ type: NamedPersonDto }) readonly correctedBy?: NamedPersonDto;
  @ApiProperty({ format: 'date-time' }) readonly at!: string;
  @ApiProperty() readonly atOnce!: boolean;
  @ApiProperty() readonly conclusion!: string;
  @ApiPropertyOptional({ description: 'The text as it was last given; absent once erased.' }) readonly text?: string;
  @ApiProperty({ description: 'The letter as validators read it.' }) readonly letterId!: string;
  @ApiPropertyOptional({ description: 'The same with its signature, once signed.' }) readonly signedLetterId?: string;
  @ApiProperty({ description: 'What an endorsement or a signature must name.' }) readonly letterHash!: string;
}

export class FailedEffectDto {
  @ApiProperty() readonly id!: string;
  @ApiProperty() readonly kind!: string;
  @ApiPropertyOptional() readonly code?: string;
}

/** Judged undesirable, by whom: no act is possible until it is restored. */
export class CaseSetAsideDto {
  @ApiProperty({ type: NamedPersonDto }) readonly by!: NamedPersonDto;
  @ApiProperty({ format: 'date-time' }) readonly at!: string;
}

/** A case as its page shows it. */
export class CaseDetailDto {
  @ApiProperty({ format: 'uuid' }) readonly caseId!: string;
  @ApiProperty({ example: 'D-2026-00421' }) readonly caseNumber!: string;
  @ApiProperty({ description: 'Also the `ETag`.' }) readonly revision!: number;
  @ApiProperty() readonly title!: string;
  @ApiProperty() readonly processId!: string;
  @ApiProperty() readonly processVersion!: number;
  @ApiProperty() readonly processHash!: string;
  @ApiProperty() readonly theme!: string;
  @ApiProperty() readonly organisation!: string;
  @ApiProperty() readonly sector!: string;
  @ApiProperty() readonly sensitive!: boolean;
  @ApiProperty() readonly channel!: string;
  @ApiProperty() readonly channelWords!: string;
  @ApiProperty() readonly replyChannel!: string;
  @ApiProperty({ description: 'How the reply goes out, as a French sentence.' }) readonly replyChannelWords!: string;
  @ApiProperty({ format: 'date-time' }) readonly receivedAt!: string;
  @ApiProperty({ format: 'date-time', description: 'The last event.' }) readonly at!: string;
  @ApiProperty({ enum: ['open', 'closed', 'ended'] }) readonly status!: string;
  @ApiProperty({ description: 'Where it stands, in French: « Chez Voirie : répondre ».' })
  readonly statusWords!: string;
  @ApiPropertyOptional({ example: 'planned' }) readonly conclusion?: string;
  @ApiPropertyOptional({ format: 'date-time' }) readonly closedAt?: string;
  @ApiPropertyOptional({ format: 'date-time' }) readonly reopenUntil?: string;
  @ApiPropertyOptional({ description: 'The ended case that this one continues.' }) readonly follows?: string;
  @ApiProperty({ description: 'Rank of the step in the definition, from 0.' }) readonly step!: number;
  @ApiProperty({ example: 'endorsement' }) readonly stepKind!: string;
  @ApiProperty({ type: CaseRouteDto }) readonly route!: CaseRouteDto;
  @ApiProperty({ type: [ClockDto] }) readonly clocks!: readonly ClockDto[];
  @ApiProperty({ type: [CaseTaskDto] }) readonly tasks!: readonly CaseTaskDto[];
  @ApiProperty({ type: [PossibleActDto], description: 'What the reader may do now.' })
  readonly may!: readonly PossibleActDto[];
  @ApiProperty({ type: [EarlierPersonDto], description: 'Whom the reply may be sent back to, now.' })
  readonly earlierPersons!: readonly EarlierPersonDto[];
  @ApiProperty({ type: [OpenRequestDto] }) readonly openRequests!: readonly OpenRequestDto[];
  @ApiPropertyOptional({ type: CaseAnswerDto }) readonly answer?: CaseAnswerDto;
  @ApiProperty({ type: [EndorsementDto] }) readonly endorsements!: readonly EndorsementDto[];
  @ApiPropertyOptional({ type: CaseSendBackDto }) readonly sentBack?: CaseSendBackDto;
  @ApiPropertyOptional({ type: CaseSetAsideDto }) readonly setAside?: CaseSetAsideDto;
  @ApiPropertyOptional({ enum: ['sending', 'inDoubt', 'toPost', 'failed', 'gone'] }) readonly replyState?: string;
  @ApiProperty({ type: [FailedEffectDto] }) readonly failedEffects!: readonly FailedEffectDto[];
  @ApiPropertyOptional({ type: CaseRequestDto }) readonly request?: CaseRequestDto;
  @ApiProperty({ type: [CaseDocumentDto] }) readonly documents!: readonly CaseDocumentDto[];
  @ApiProperty({ type: [CaseNoteDto] }) readonly notes!: readonly CaseNoteDto[];
  @ApiProperty({ type: [CaseLetterDto] }) readonly letters!: readonly CaseLetterDto[];
  @ApiProperty({ type: [CaseMessageDto] }) readonly messages!: readonly CaseMessageDto[];
  @ApiProperty({ type: [CaseLinkDto] }) readonly links!: readonly CaseLinkDto[];
  @ApiProperty({ type: [PresenceDto], description: 'The others who are on its page now.' })
  readonly presence!: readonly PresenceDto[];
  @ApiProperty({ type: CaseKeepingDto }) readonly keeping!: CaseKeepingDto;
  @ApiPropertyOptional({ enum: ['followed', 'muted'], description: 'What the reader asked to hear of it.' })
  readonly following?: string;
  @ApiProperty({ type: [NamedPersonDto], description: 'Who follows it.' })
  readonly followers!: readonly NamedPersonDto[];
  @ApiProperty({ type: [TimelineEntryDto] }) readonly timeline!: readonly TimelineEntryDto[];
}
