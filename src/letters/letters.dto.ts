import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { CitizenAddressDto } from '../cases/case-contents.dto.js';
import { PageQuery } from '../http/pagination.js';
import { ConclusionDto } from '../tasks/act.dto.js';

export class LetterPreviewDto {
  @ApiProperty({ description: 'The words of the answer, or of its correction.' })
  @IsString()
  @MinLength(1)
  @MaxLength(20_000)
  readonly text!: string;

  @ApiPropertyOptional({
    type: ConclusionDto,
    description: 'Needed unless an answer is being corrected, which keeps its own.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => ConclusionDto)
  readonly conclusion?: ConclusionDto;

  @ApiPropertyOptional({ default: false }) @IsOptional() @IsBoolean() readonly atOnce?: boolean;

  @ApiPropertyOptional({
    enum: ['pdf', 'mail'],
    default: 'pdf',
    description: '`mail`: the words of the mail, as JSON.',
  })
  @IsOptional()
  @IsIn(['pdf', 'mail'])
  readonly as?: 'pdf' | 'mail';
}

export class MailPreviewDto {
  @ApiProperty() readonly mailSubject!: string;
  @ApiProperty() readonly mailText!: string;
  @ApiProperty() readonly mailHtml!: string;
  @ApiProperty({ description: 'SHA-256 of the PDF that would stand beside it.' }) readonly letterHash!: string;
}

export class LettersToPostQueryDto extends PageQuery {
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(60) readonly organisation?: string;
}

export const LETTER_KINDS = ['reply', 'acknowledgement', 'news', 'transmission'] as const;

export class BundleQueryDto {
  @ApiProperty({ example: 'ville' }) @IsString() @MaxLength(60) readonly organisation!: string;

  @ApiPropertyOptional({ type: [String], description: 'Only these; all of the list otherwise, the oldest first.' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? (value as unknown) : [value]))
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  readonly effectId?: readonly string[];

  @ApiPropertyOptional({ default: false, description: 'Each letter begins on a sheet of its own.' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => value === 'true' || value === true)
  @IsBoolean()
  readonly doubleSided?: boolean;
}

export class LetterToPostDto {
  @ApiProperty({ description: 'What marking as printed names.' }) readonly effectId!: string;
  @ApiProperty({ format: 'uuid' }) readonly caseId!: string;
  @ApiProperty() readonly caseNumber!: string;
  @ApiProperty() readonly title!: string;
  @ApiProperty() readonly organisation!: string;
  @ApiProperty({ format: 'uuid', description: 'Its PDF: `/letters/{caseId}/{letterId}`.' }) readonly letterId!: string;
  @ApiProperty() readonly letterHash!: string;
  @ApiProperty({ enum: LETTER_KINDS, description: 'Posting a reply answers its case.' }) readonly kind!: string;
  @ApiProperty({ description: 'In French.' }) readonly kindWords!: string;
  @ApiPropertyOptional({ description: 'Of a reply: the task by which its posting is confirmed.' })
  readonly taskId?: string;
  @ApiPropertyOptional() readonly recipient?: string;
  @ApiPropertyOptional({ type: CitizenAddressDto }) readonly address?: CitizenAddressDto;
  @ApiProperty({ format: 'date-time' }) readonly queuedAt!: string;
  @ApiPropertyOptional({ format: 'date-time' }) readonly printedAt?: string;
  @ApiPropertyOptional() readonly printedBy?: string;
}

export class PrintedLettersDto {
  @ApiProperty({ type: [String] })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  readonly effectIds!: readonly string[];
}
