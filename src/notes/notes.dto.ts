import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';

export class NewNoteDto {
  @ApiProperty({ description: 'For colleagues only: the citizen never sees it.' })
  @IsString()
  @MinLength(1)
  @MaxLength(10_000)
  readonly body!: string;

  @ApiPropertyOptional({ type: [String], description: 'Persons who are to read it: it is told to them.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  readonly mentions?: readonly string[];
}
