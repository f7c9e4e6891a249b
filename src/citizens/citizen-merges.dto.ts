import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayUnique, IsArray, IsIn, IsInt, IsUUID } from 'class-validator';
import { CITIZEN_FIELD_WORDS, type CitizenField } from '../../domain/text/citizen-words.js';
import { NamedPersonDto } from '../people/named-person.dto.js';
import { CitizenDto } from './citizens.dto.js';

const FIELDS = Object.keys(CITIZEN_FIELD_WORDS) as readonly CitizenField[];

export class LikelySameDto {
  @ApiProperty({ type: CitizenDto }) readonly citizen!: CitizenDto;
  @ApiProperty({ type: [String], description: 'What they have in common, in French.' })
  readonly reasons!: readonly string[];
  @ApiProperty({ description: 'They share a mail address or a telephone.' }) readonly byContact!: boolean;
}

/** The record of the address is kept; the other gives its cases, and the fields that are named. */
export class NewMergeDto {
  @ApiProperty({ format: 'uuid' }) @IsUUID() readonly mergedId!: string;
  @ApiProperty({ description: 'The version of the other record that was compared.' })
  @IsInt()
  readonly mergedVersion!: number;
  @ApiProperty({ enum: FIELDS, isArray: true, description: 'Fields to take from the other record.' })
  @IsArray()
  @ArrayUnique()
  @IsIn([...FIELDS], { each: true })
  readonly taken!: readonly CitizenField[];
}

export class CitizenMergeDto {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ format: 'uuid' }) readonly mergedId!: string;
  @ApiProperty({ description: 'Cases that changed hands.' }) readonly cases!: number;
  @ApiProperty({ type: NamedPersonDto }) readonly mergedBy!: NamedPersonDto;
  @ApiProperty({ format: 'date-time' }) readonly mergedAt!: string;
  @ApiProperty({ format: 'date-time' }) readonly undoUntil!: string;
  @ApiPropertyOptional({ type: NamedPersonDto }) readonly undoneBy?: NamedPersonDto;
  @ApiPropertyOptional({ format: 'date-time' }) readonly undoneAt?: string;
}
