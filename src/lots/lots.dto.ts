import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { CaseListFilterDto, COUNTED_TO } from '../cases/case-list.dto.js';
import { LOT_KINDS, PREPARED_KINDS, type LotKind } from '../database/repositories/lots.repository.js';
import { ATTENTION_KINDS, type AttentionKind } from '../database/repositories/supervision.repository.js';

/** A lot holds no more: what is larger is a decision for several lots. */
export const LARGEST_LOT = COUNTED_TO;

/** The cases of a screen, all pages of them. */
export class LotFilterDto {
  @ApiProperty({ enum: ATTENTION_KINDS }) @IsIn([...ATTENTION_KINDS]) readonly kind!: AttentionKind;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(60) readonly department?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(40) readonly step?: string;
}

/** For `reassign`: as the act on one case takes it. */
export class LotReassignDto {
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) readonly holder?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) readonly department?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) readonly team?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(4000) readonly reason?: string;
}

export class NewLotDto {
  @ApiProperty({ enum: PREPARED_KINDS }) @IsIn([...PREPARED_KINDS]) readonly kind!: (typeof PREPARED_KINDS)[number];

  @ApiPropertyOptional({ type: [String], description: 'These cases; or else `filter`, or `search`.' })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(LARGEST_LOT)
  @IsUUID(undefined, { each: true })
  readonly caseIds?: readonly string[];

  @ApiPropertyOptional({ type: LotFilterDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => LotFilterDto)
  readonly filter?: LotFilterDto;

  @ApiPropertyOptional({ type: CaseListFilterDto, description: 'All that a search of cases finds, frozen now.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => CaseListFilterDto)
  readonly search?: CaseListFilterDto;

  @ApiPropertyOptional({ type: LotReassignDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => LotReassignDto)
  readonly reassign?: LotReassignDto;

  @ApiPropertyOptional({ description: 'For `remind`: a word to those who are reminded.' })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  readonly message?: string;
}

const LOT_STATES = ['prepared', 'running', 'done'] as const;
const ITEM_STATES = ['waiting', 'queued', 'running', 'done', 'failed', 'excluded'] as const;

export class LotItemDto {
  @ApiProperty() readonly position!: number;
  @ApiProperty({ format: 'uuid' }) readonly caseId!: string;
  @ApiProperty() readonly caseNumber!: string;
  @ApiPropertyOptional({ description: 'Absent for a sensitive case.' }) readonly title?: string;
  @ApiProperty({ description: 'Who holds it when the lot is made.' }) readonly from!: string;
  @ApiProperty({ description: 'What the lot does with it.' }) readonly change!: string;
  @ApiProperty({ enum: ITEM_STATES }) readonly state!: string;
  @ApiPropertyOptional() readonly code?: string;
  @ApiPropertyOptional({ description: 'Why it was left out, or failed.' }) readonly why?: string;
}

export class LotSummaryDto {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ enum: LOT_KINDS }) readonly kind!: LotKind;
  @ApiProperty({ description: 'What the lot does, in a sentence.' }) readonly title!: string;
  @ApiProperty({ enum: LOT_STATES }) readonly state!: string;
  @ApiProperty({ format: 'date-time' }) readonly createdAt!: string;
  @ApiProperty() readonly total!: number;
  @ApiProperty() readonly done!: number;
  @ApiProperty() readonly failed!: number;
}

export class LotDto extends LotSummaryDto {
  @ApiProperty({ description: 'Left out when the lot was made.' }) readonly excluded!: number;
  @ApiProperty({ description: 'Still to do.' }) readonly left!: number;
  @ApiProperty({ description: 'How many of its cases can be put back where they were.' }) readonly undoable!: number;
  @ApiProperty({ type: [LotItemDto] }) readonly items!: readonly LotItemDto[];
}
