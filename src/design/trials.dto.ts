import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsString, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { NamedPersonDto } from '../people/named-person.dto.js';
import { BenchDto } from './design.dto.js';

export class NewTrialDto {
  @ApiProperty({ description: 'What it shows: « La réponse part avant dix jours ».' })
  @IsString()
  @MinLength(1)
  @MaxLength(160)
  readonly name!: string;
  @ApiProperty({ type: BenchDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => BenchDto)
  readonly play!: BenchDto;
}

export class TrialDifferenceDto {
  @ApiProperty({ description: 'Rank of the moment: 0 is the arrival of the request.' }) readonly step!: number;
  @ApiProperty({ description: 'What was done at that moment.' }) readonly title!: string;
  @ApiProperty({ description: 'What is otherwise, in words.' }) readonly words!: string;
}

export class TrialDto {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty() readonly name!: string;
  @ApiProperty({ type: BenchDto }) readonly play!: BenchDto;
  @ApiProperty({ description: 'What it expects of the end, in words.' }) readonly expects!: string;
  @ApiProperty({ description: 'The version whose result it expects.' }) readonly keptVersion!: number;
  @ApiProperty({ type: NamedPersonDto }) readonly keptBy!: NamedPersonDto;
  @ApiProperty({ format: 'date-time' }) readonly keptAt!: string;
  @ApiPropertyOptional({ description: 'The version that it was last played on.' }) readonly replayedVersion?: number;
  @ApiPropertyOptional({ format: 'date-time' }) readonly replayedAt?: string;
  @ApiProperty({ type: [TrialDifferenceDto], description: 'None: it gives what it gave.' })
  readonly differences!: readonly TrialDifferenceDto[];
}
