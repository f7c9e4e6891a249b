import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';
import type { LocalDate } from '../../domain/time/local-date.js';
import { IsDay } from '../http/is-day.js';
import { NamedDto, NamedPersonDto } from '../people/named-person.dto.js';

export class AbsenceQueryDto {
  @ApiPropertyOptional({ default: false, description: 'Also those that are over.' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => value === 'true' || value === true)
  @IsBoolean()
  readonly past?: boolean;

  @ApiPropertyOptional({ default: false, description: 'One’s own only.' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => value === 'true' || value === true)
  @IsBoolean()
  readonly mine?: boolean;
}

export class AbsenceContentDto {
  @ApiProperty({ format: 'date' }) @IsDay() readonly from!: LocalDate;
  @ApiProperty({ format: 'date', description: 'The last day, included.' }) @IsDay() readonly to!: LocalDate;
  @ApiProperty({ type: [String], description: 'In order of preference; empty: those the directory declares.' })
  @IsArray()
  @ArrayMaxSize(5)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  readonly substitutes!: readonly string[];

  @ApiPropertyOptional({ type: [String], description: 'Replaced in work of these processes only; absent: in all.' })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(120, { each: true })
  readonly processes?: readonly string[];

  @ApiPropertyOptional({ description: 'Read by colleagues who look at the person’s work, or would give them some.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly message?: string;
}

export class NewAbsenceDto extends AbsenceContentDto {
  @ApiPropertyOptional({ description: 'Oneself, where nothing is said.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly person?: string;
}

export class AbsenceDto {
  @ApiProperty() readonly id!: string;
  @ApiProperty({ description: 'What a change is made on.' }) readonly version!: number;
  @ApiProperty({ type: NamedPersonDto }) readonly person!: NamedPersonDto;
  @ApiProperty({ format: 'date' }) readonly from!: string;
  @ApiProperty({ format: 'date' }) readonly to!: string;
  @ApiProperty({ type: [NamedPersonDto], description: 'As declared here.' })
  readonly substitutes!: readonly NamedPersonDto[];
  @ApiPropertyOptional({
    type: NamedPersonDto,
    description:
      'Who acts on its first day, or today while it lasts: substitutes who are away themselves are passed over.',
  })
  readonly acting?: NamedPersonDto;
  @ApiPropertyOptional({ type: [NamedDto], description: 'Absent: all.' }) readonly processes?: readonly NamedDto[];
  @ApiPropertyOptional() readonly message?: string;
  @ApiProperty({ description: 'It lasts today.' }) readonly current!: boolean;
  @ApiPropertyOptional({
    description: 'Where the absent person signs letters: whether whoever acts may sign all of them in their place.',
  })
  readonly actingMaySign?: boolean;
}

/** An act of somebody else in the name of the person who was away. */
export class ActMeanwhileDto {
  @ApiProperty({ format: 'date-time' }) readonly at!: string;
  @ApiProperty({ description: 'What was done, in French; never a content.' }) readonly words!: string;
  @ApiProperty({ type: NamedPersonDto }) readonly by!: NamedPersonDto;
  @ApiProperty({ format: 'uuid' }) readonly caseId!: string;
  @ApiProperty({ example: 'D-2026-00421' }) readonly caseNumber!: string;
  @ApiProperty() readonly title!: string;
}

export class WaitingMeanwhileDto {
  @ApiProperty({ description: 'Open tasks of the person.' }) readonly open!: number;
  @ApiProperty({ description: 'Of them, those that came during the absence.' }) readonly arrived!: number;
  @ApiProperty() readonly late!: number;
}

/** What a person reads who comes back. */
export class ReturnDto {
  @ApiPropertyOptional({ type: AbsenceDto, description: 'The last one that is over, for two weeks; absent: none.' })
  readonly absence?: AbsenceDto;
  @ApiProperty({ description: 'Its person has read what follows.' }) readonly seen!: boolean;
  @ApiProperty({ type: [ActMeanwhileDto], description: 'The newest first.' })
  readonly acts!: readonly ActMeanwhileDto[];
  @ApiProperty({ description: 'How many others there are.' }) readonly others!: number;
  @ApiProperty({ type: WaitingMeanwhileDto }) readonly waiting!: WaitingMeanwhileDto;
}
