import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { ROLES, type Role } from '../../domain/people/role.js';
import { PageQuery } from '../http/pagination.js';
import { NamedDto, NamedPersonDto } from './named-person.dto.js';

export class PeopleQueryDto extends PageQuery {
  @ApiPropertyOptional({ description: 'Beginning of a name, of a function or of a department.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly q?: string;

  @ApiPropertyOptional({ enum: ROLES }) @IsOptional() @IsIn([...ROLES]) readonly role?: Role;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(60) readonly department?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(60) readonly organisation?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) readonly team?: string;
}

export class HeldRoleDto {
  @ApiProperty({ enum: ROLES }) readonly role!: Role;
  @ApiProperty() readonly words!: string;
  @ApiProperty() readonly organisation!: string;
  @ApiPropertyOptional() readonly division?: string;
  @ApiPropertyOptional() readonly directorate?: string;
  @ApiPropertyOptional() readonly department?: string;
  @ApiPropertyOptional() readonly team?: string;
  @ApiPropertyOptional({ type: [String] }) readonly quartiers?: readonly string[];
  @ApiPropertyOptional({ type: [String] }) readonly themes?: readonly string[];
}

/** An absence in force today, as colleagues may know of it. */
export class AwayDto {
  @ApiProperty({ format: 'date', description: 'The last day, included.' }) readonly to!: string;
  @ApiPropertyOptional({ type: [String], description: 'In work of these processes only.' })
  readonly processes?: readonly string[];
  @ApiPropertyOptional({ type: NamedPersonDto }) readonly substitute?: NamedPersonDto;
  @ApiPropertyOptional({ description: 'A word to colleagues.' }) readonly message?: string;
}

export class PersonDto extends NamedPersonDto {
  @ApiProperty() readonly email!: string;
  @ApiProperty() readonly phone!: string;
  @ApiProperty({ type: [HeldRoleDto] }) readonly roles!: readonly HeldRoleDto[];
  @ApiPropertyOptional({ type: NamedPersonDto }) readonly superior?: NamedPersonDto;
  @ApiProperty({ description: 'Away today.' }) readonly absent!: boolean;
  @ApiPropertyOptional({ type: NamedPersonDto, description: 'Who acts in their place today.' })
  readonly substitute?: NamedPersonDto;
  @ApiProperty({ type: [AwayDto] }) readonly away!: readonly AwayDto[];
}

export class DepartmentDto extends NamedDto {
  @ApiProperty() readonly organisation!: string;
  @ApiProperty({ type: NamedDto }) readonly directorate!: NamedDto;
  @ApiPropertyOptional({ type: NamedDto, description: 'The « pôle », where the organisation has any.' })
  readonly division?: NamedDto;
  @ApiPropertyOptional({ type: NamedPersonDto }) readonly head?: NamedPersonDto;
  @ApiPropertyOptional({ format: 'date', description: 'Since that day it takes nothing new.' })
  readonly closedOn?: string;
  @ApiProperty({ type: [NamedDto] }) readonly teams!: readonly NamedDto[];
}

export class OrganisationDto extends NamedDto {
  @ApiProperty({ enum: ['commune', 'agglomeration', 'ccas'] }) readonly kind!: string;
  @ApiProperty() readonly legalName!: string;
  @ApiProperty({ type: [String] }) readonly addressLines!: readonly string[];
  @ApiProperty() readonly phone!: string;
  @ApiProperty() readonly email!: string;
  @ApiProperty() readonly website!: string;
  @ApiProperty({ description: 'Opening hours in words.' }) readonly hours!: string;
  @ApiProperty({ type: NamedPersonDto, description: 'Who signs by right.' }) readonly authority!: NamedPersonDto;
}
