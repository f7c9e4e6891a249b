import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { REFUSAL_CODES, type RefusalCode } from '../../domain/refusals.js';
import { LetterHashDto } from './act.dto.js';

export class SignBatchItemDto extends LetterHashDto {
  @ApiProperty() @IsString() @MaxLength(100) readonly taskId!: string;
}

export class SignBatchDto {
  @ApiProperty({ type: [SignBatchItemDto] })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(100)
  @ArrayUnique(({ taskId }: SignBatchItemDto) => taskId)
  @ValidateNested({ each: true })
  @Type(() => SignBatchItemDto)
  readonly items!: readonly SignBatchItemDto[];
}

/** What became of one letter of the lot. */
export class SignedItemDto {
  @ApiProperty() readonly taskId!: string;
  @ApiProperty() readonly ok!: boolean;
  @ApiPropertyOptional({ format: 'uuid' }) readonly caseId?: string;
  @ApiPropertyOptional({ type: [String], description: 'Kinds of the tasks now open.' })
  readonly openTasks?: readonly string[];
  @ApiPropertyOptional({ enum: REFUSAL_CODES }) readonly code?: RefusalCode;
  @ApiPropertyOptional({ description: 'Why, in French.' }) readonly detail?: string;
}

export class SignBatchResultDto {
  @ApiProperty() readonly signed!: number;
  @ApiProperty() readonly failed!: number;
  @ApiProperty({ type: [SignedItemDto] }) readonly items!: readonly SignedItemDto[];
}
