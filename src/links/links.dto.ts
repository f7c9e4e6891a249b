import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsUUID, ValidateNested } from 'class-validator';
import { LINK_KINDS, type LinkKind } from '../database/repositories/case-links.repository.js';
import { NamedPersonDto } from '../people/named-person.dto.js';
import { AnswerDto } from '../tasks/act.dto.js';

/** Answered together at most; more is a decision for several acts. */
const MOST_ANSWERED = 50;

export class NewLinkDto {
  @ApiProperty({ format: 'uuid', description: 'The other case; for `duplicateOf`, the principal one.' })
  @IsUUID()
  readonly other!: string;

  @ApiProperty({ enum: LINK_KINDS }) @IsIn([...LINK_KINDS]) readonly kind!: LinkKind;
}

/** A case beside another. */
export class OtherCaseDto {
  @ApiProperty({ format: 'uuid' }) readonly caseId!: string;
  @ApiProperty() readonly caseNumber!: string;
  @ApiProperty() readonly title!: string;
  @ApiProperty({ enum: ['open', 'closed', 'ended'] }) readonly status!: string;
  @ApiProperty() readonly departmentName!: string;
  @ApiProperty({ format: 'date-time' }) readonly receivedAt!: string;
  @ApiProperty({ description: 'An answer is expected of somebody now.' }) readonly expectsAnswer!: boolean;
  @ApiPropertyOptional({ format: 'date' }) readonly dueOn?: string;
  @ApiPropertyOptional({ description: 'The beginning of the citizen’s words.' }) readonly words?: string;
  @ApiPropertyOptional() readonly place?: string;
}

export const LINK_ROLES = ['principal', 'duplicate', 'related', 'origin', 'part'] as const;

/** A link as one of its two cases shows it. Those to a case that the reader may not read are left out. */
export class CaseLinkDto {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ enum: LINK_ROLES, description: 'What the other case is to this one.' }) readonly role!: string;
  @ApiProperty({ description: 'In French.' }) readonly words!: string;
  @ApiProperty({ type: OtherCaseDto }) readonly other!: OtherCaseDto;
  @ApiProperty({ type: NamedPersonDto }) readonly linkedBy!: NamedPersonDto;
  @ApiProperty({ format: 'date-time' }) readonly linkedAt!: string;
}

export class PossibleDuplicateDto {
  @ApiProperty({ type: OtherCaseDto }) readonly other!: OtherCaseDto;
  @ApiProperty({ type: [String], description: 'Why it may be the same, in French, the strongest reason first.' })
  readonly reasons!: readonly string[];
  @ApiPropertyOptional({ type: NamedPersonDto, description: 'Who told the two apart.' })
  readonly distinctBy?: NamedPersonDto;
}

/** Open cases that may be one. */
export class DuplicateClusterDto {
  @ApiProperty({ type: OtherCaseDto, description: 'The oldest of them.' }) readonly principal!: OtherCaseDto;
  @ApiProperty({ type: [PossibleDuplicateDto] }) readonly members!: readonly PossibleDuplicateDto[];
}

export class DuplicateClustersDto {
  @ApiProperty({ type: [DuplicateClusterDto], description: 'The largest first.' })
  readonly items!: readonly DuplicateClusterDto[];
  @ApiProperty({ description: 'How many others there are.' }) readonly others!: number;
}

export class AnswerLinkedDto {
  @ApiProperty({ type: [String], description: 'This case and those linked to it that are answered alike.' })
  @IsArray()
  @ArrayUnique()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_ANSWERED)
  @IsUUID(undefined, { each: true })
  readonly caseIds!: readonly string[];

  @ApiProperty({ type: AnswerDto })
  @ValidateNested()
  @Type(() => AnswerDto)
  readonly answer!: AnswerDto;
}

/** What became of one of the cases. */
export class AnsweredCaseDto {
  @ApiProperty({ format: 'uuid' }) readonly caseId!: string;
  @ApiPropertyOptional({ description: 'Absent where the case may not be read.' }) readonly caseNumber?: string;
  @ApiProperty() readonly done!: boolean;
  @ApiPropertyOptional({ description: 'Why not.' }) readonly code?: string;
  @ApiPropertyOptional({ description: 'Why not, in French.' }) readonly why?: string;
}

export class AnsweredLinkedDto {
  @ApiProperty() readonly done!: number;
  @ApiProperty() readonly failed!: number;
  @ApiProperty({ type: [AnsweredCaseDto] }) readonly cases!: readonly AnsweredCaseDto[];
}
