import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsString, Matches, MaxLength } from 'class-validator';

/** A message that speaks of more things than that is read again by a person before it is cut. */
const MOST_PARTS = 9;
/** As the words of a request that comes in by the form without a process. */
const LONGEST_PART = 4000;
const NOT_BLANK = /\S/;

export class NewSplitDto {
  @ApiProperty({ description: 'What the request itself keeps, in the citizen’s words.' })
  @IsString()
  @Matches(NOT_BLANK)
  @MaxLength(LONGEST_PART)
  readonly kept!: string;

  @ApiProperty({ type: [String], description: 'The words of each new request, cut from the same message.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_PARTS)
  @IsString({ each: true })
  @Matches(NOT_BLANK, { each: true })
  @MaxLength(LONGEST_PART, { each: true })
  readonly parts!: readonly string[];
}

export class SplitPartDto {
  @ApiProperty({ format: 'uuid' }) readonly caseId!: string;
  @ApiProperty({ example: 'D-2026-00422' }) readonly caseNumber!: string;
}

export class SplitDto {
  @ApiProperty({ type: [SplitPartDto], description: 'The new requests, in the order of the parts.' })
  readonly parts!: readonly SplitPartDto[];
}
