import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { STREET_SIDES, type StreetSide } from '../../domain/place/address.js';
import { LONGEST_STREETS_FILE } from '../../domain/place/street-columns.js';
import { HIGHEST_NUMBER } from '../../domain/place/street-stretches.js';
import { PageQuery } from '../http/pagination.js';
import { CsvFaultDto } from '../csv/csv-fault.dto.js';
import { ChangedFieldDto } from '../settings/settings.dto.js';

export class StreetListQueryDto extends PageQuery {
  @ApiPropertyOptional({ description: 'Words of the name of the street, or of a neighbourhood that it crosses.' })
  @IsOptional()
  @IsString()
  @MaxLength(120)
  readonly q?: string;
}

export class StretchDto {
  @ApiProperty({ minimum: 1, maximum: HIGHEST_NUMBER, description: 'Its first number.' })
  @IsInt()
  @Min(1)
  @Max(HIGHEST_NUMBER)
  readonly from!: number;
  @ApiProperty({ minimum: 1, maximum: HIGHEST_NUMBER, description: 'Its last number.' })
  @IsInt()
  @Min(1)
  @Max(HIGHEST_NUMBER)
  readonly to!: number;
  @ApiPropertyOptional({ enum: STREET_SIDES, description: 'Without it, both.' })
  @IsOptional()
  @IsIn([...STREET_SIDES])
  readonly side?: StreetSide;
  @ApiProperty({ description: 'Id of the neighbourhood.' })
  @IsString()
  @MinLength(1)
  @MaxLength(80)
  readonly quartier!: string;
}

export class StreetGivenDto {
  @ApiProperty({ description: 'Official name: « Avenue du Pont-Canal ».' })
  @IsString()
  @MinLength(3)
  @MaxLength(120)
  readonly name!: string;
  @ApiProperty({ type: [StretchDto], description: 'Several where it leaves one neighbourhood for another.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => StretchDto)
  readonly stretches!: readonly StretchDto[];
}

export class TownStreetDto extends StreetGivenDto {
  @ApiProperty() readonly id!: string;
  @ApiProperty() readonly version!: number;
}

export class ReadStreetDto extends TownStreetDto {
  @ApiProperty({ description: 'Open requests whose place is in it: they keep their words and their neighbourhood.' })
  readonly openRequests!: number;
}

export class StreetsFileDto {
  @ApiProperty({ description: 'The CSV file, as text: UTF-8, commas or semicolons.' })
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_STREETS_FILE, {
    message: 'Ce fichier est trop long : coupez-le en plusieurs (400 000 caractères au plus).',
  })
  readonly content!: string;
}

export class StreetsImportDto extends StreetsFileDto {
  @ApiProperty({ description: '`seen` of the preview that is confirmed.' })
  @IsString()
  @MaxLength(64)
  readonly seen!: string;
  @ApiProperty({ description: 'Takes away the streets that the file does not name; otherwise they stay.' })
  @IsBoolean()
  readonly removeGone!: boolean;
}

const OUTCOMES = ['added', 'changed', 'refused'] as const;

export class PlannedStreetDto {
  @ApiProperty({ description: 'The first that names it.' }) readonly line!: number;
  @ApiProperty() readonly name!: string;
  @ApiProperty({ enum: OUTCOMES }) readonly outcome!: (typeof OUTCOMES)[number];
  @ApiProperty({ type: [ChangedFieldDto] }) readonly fields!: readonly ChangedFieldDto[];
  @ApiProperty({ type: [CsvFaultDto] }) readonly faults!: readonly CsvFaultDto[];
}

export class StreetsPreviewDto {
  @ApiProperty({ description: 'Names this very preview when it is confirmed.' }) readonly seen!: string;
  @ApiProperty({ type: [PlannedStreetDto], description: 'Those that the file adds or changes, and those it may not.' })
  readonly streets!: readonly PlannedStreetDto[];
  @ApiProperty({ description: 'Streets that the file says as they are.' }) readonly unchanged!: number;
  @ApiProperty({ type: [String], description: 'Names of the streets that the file does not name.' })
  readonly gone!: readonly string[];
  @ApiProperty({ description: 'Open requests whose place is in one of those.' }) readonly openRequests!: number;
  @ApiProperty({ type: [CsvFaultDto], description: 'Lines that name no street or cannot be read.' })
  readonly faults!: readonly CsvFaultDto[];
}

export class StreetsImportedDto {
  @ApiProperty() readonly added!: number;
  @ApiProperty() readonly changed!: number;
  @ApiProperty() readonly removed!: number;
}
