import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';
import type { LocalDate } from '../../domain/time/local-date.js';
import { IsDay } from '../http/is-day.js';
import { NamedPersonDto } from '../people/named-person.dto.js';

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
  @ApiProperty({ description: 'It lasts today.' }) readonly current!: boolean;
  @ApiPropertyOptional({
    description: 'Where the absent person signs letters: whether whoever acts may sign all of them in their place.',
  })
  readonly actingMaySign?: boolean;
}
