import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsObject, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { PageQuery } from '../http/pagination.js';

export const DRAFT_KINDS = [
  'request',
  'answer',
  'correction',
  'remark',
  'note',
  'message',
  'opinion',
  'finding',
  'other',
] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

export class DraftQueryDto extends PageQuery {
  @ApiPropertyOptional({ enum: DRAFT_KINDS }) @IsOptional() @IsIn([...DRAFT_KINDS]) readonly kind?: DraftKind;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() readonly caseId?: string;
}

export class DraftContentDto {
  @ApiPropertyOptional({ description: 'What the list of drafts shows.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly title?: string;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'What was typed, as the screen keeps it.' })
  @IsObject()
  readonly body!: Record<string, unknown>;
}

export class NewDraftDto extends DraftContentDto {
  @ApiProperty({ enum: DRAFT_KINDS }) @IsIn([...DRAFT_KINDS]) readonly kind!: DraftKind;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() readonly caseId?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) readonly taskId?: string;
}

export class DraftSharingDto {
  @ApiProperty({ type: [String], description: 'Ids of persons and teams; empty: nobody any more.' })
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  readonly sharedWith!: readonly string[];
}

export class DraftDto {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ description: 'Also the `ETag`.' }) readonly version!: number;
  @ApiProperty({ enum: DRAFT_KINDS }) readonly kind!: string;
  @ApiProperty() readonly owner!: string;
  @ApiProperty() readonly ownerName!: string;
  @ApiPropertyOptional({ format: 'uuid' }) readonly caseId?: string;
  @ApiPropertyOptional() readonly taskId?: string;
  @ApiProperty() readonly title!: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) readonly body!: Readonly<Record<string, unknown>>;
  @ApiProperty({ type: [String] }) readonly sharedWith!: readonly string[];
  @ApiProperty({ format: 'date-time' }) readonly createdAt!: string;
  @ApiProperty({ format: 'date-time' }) readonly updatedAt!: string;
}
