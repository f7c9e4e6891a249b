import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { NamedDto } from './named-person.dto.js';

const SLUG = /^[a-z][a-z0-9-]*$/;
const SLUG_WORDS = 'Lettres minuscules sans accent, chiffres et tirets.';

export class DepartmentTextsDto {
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(120) readonly name!: string;
  @ApiProperty({ description: 'Its organisation is that of the directorate, and stays.' })
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  readonly directorate!: string;
}

export class NewDepartmentDto extends DepartmentTextsDto {
  @ApiProperty({ example: 'espaces-verts', description: 'What definitions name; it never changes.' })
  @MaxLength(60)
  @Matches(SLUG, { message: SLUG_WORDS })
  readonly id!: string;
}

export class DepartmentStateDto {
  @ApiProperty() @IsBoolean() readonly closed!: boolean;
}

export class TeamTextsDto {
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(160) readonly name!: string;
}

export class NewTeamDto extends TeamTextsDto {
  @ApiProperty({
    example: 'elagage',
    description: 'Definitions name it after the department: `espaces-verts.elagage`.',
  })
  @MaxLength(39)
  @Matches(SLUG, { message: SLUG_WORDS })
  readonly slug!: string;
}

export class TeamSettingsDto extends NamedDto {
  @ApiProperty({ description: 'What a change of it is made on.' }) readonly version!: number;
}

export class DepartmentSettingsDto extends NamedDto {
  @ApiProperty({ description: 'What a change of it is made on; its teams have their own.' }) readonly version!: number;
  @ApiProperty() readonly organisation!: string;
  @ApiProperty() readonly directorate!: string;
  @ApiProperty({ description: 'It takes nothing new.' }) readonly closed!: boolean;
  @ApiPropertyOptional({ format: 'date' }) readonly closedOn?: string;
  @ApiProperty({ type: [TeamSettingsDto] }) readonly teams!: readonly TeamSettingsDto[];
  @ApiProperty({ description: 'Who may sign in and has a role in it or in one of its teams.' })
  readonly people!: number;
  @ApiProperty({ description: 'Processes in force that bring it work: answers, teams, opinions.' })
  readonly processes!: number;
}

export class DirectorateDto extends NamedDto {
  @ApiProperty() readonly organisation!: string;
  @ApiPropertyOptional({ description: 'Name of its « pôle », where the organisation has any.' })
  readonly division?: string;
}

export class DepartmentsSettingsDto {
  @ApiProperty({ type: [DirectorateDto] }) readonly directorates!: readonly DirectorateDto[];
  @ApiProperty({ type: [DepartmentSettingsDto] }) readonly departments!: readonly DepartmentSettingsDto[];
}
