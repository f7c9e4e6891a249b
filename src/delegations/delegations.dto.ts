import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { DELEGATION_KINDS, type DelegationKind } from '../../domain/people/directory.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { IsDay } from '../http/is-day.js';
import { NamedPersonDto } from '../people/named-person.dto.js';

export class DelegationQueryDto {
  @ApiPropertyOptional({ enum: ['mine', 'all'], default: 'mine' })
  @IsOptional()
  @IsIn(['mine', 'all'])
  readonly scope?: 'mine' | 'all';
}

export class NewDelegationDto {
  @ApiProperty({ description: 'The delegate.' }) @IsString() @MaxLength(100) readonly person!: string;
  @ApiProperty() @IsString() @MaxLength(60) readonly organisation!: string;
  @ApiProperty({ enum: DELEGATION_KINDS }) @IsIn([...DELEGATION_KINDS]) readonly kind!: DelegationKind;
  @ApiPropertyOptional({ type: [String], description: 'Themes; absent: every matter of the organisation.' })
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  readonly matters?: readonly string[];
  @ApiPropertyOptional({ description: 'Holds only while the delegate acts for this absent person.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly inAbsenceOf?: string;
  @ApiProperty({ format: 'date' }) @IsDay() readonly from!: LocalDate;
  @ApiProperty({ format: 'date', description: 'The last day, included.' }) @IsDay() readonly to!: LocalDate;
  @ApiProperty({ example: '2026-AR-0104', description: 'Number of the arrêté, printed in letters.' })
  @Matches(/^[\p{L}\p{N}][\p{L}\p{N} ./-]{0,59}$/u, {
    message: 'Un numéro d’arrêté est attendu, par exemple 2026-AR-0104.',
  })
  readonly arrete!: string;
}

export class DelegationDto {
  @ApiProperty() readonly id!: string;
  @ApiProperty({ type: NamedPersonDto }) readonly person!: NamedPersonDto;
  @ApiProperty({ type: NamedPersonDto, description: 'Whose power it is.' }) readonly authority!: NamedPersonDto;
  @ApiProperty() readonly organisation!: string;
  @ApiProperty() readonly organisationName!: string;
  @ApiProperty({ enum: DELEGATION_KINDS }) readonly kind!: string;
  @ApiPropertyOptional({ type: [String] }) readonly matters?: readonly string[];
  @ApiPropertyOptional({ type: NamedPersonDto }) readonly inAbsenceOf?: NamedPersonDto;
  @ApiProperty({ format: 'date' }) readonly from!: string;
  @ApiProperty({ format: 'date' }) readonly to!: string;
  @ApiProperty() readonly arrete!: string;
  @ApiProperty({ enum: ['future', 'inForce', 'ended'] }) readonly state!: string;
  @ApiProperty({ description: 'Days left, while it holds.' }) readonly daysLeft!: number;
  @ApiPropertyOptional({ description: 'Name of the PDF of the arrêté, where it was joined.' }) readonly pdf?: string;
  @ApiProperty({ description: 'What letters print before the signature, made from the arrêté.' })
  readonly mention!: string;
}
