import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { ROLES, type Role } from '../../domain/people/role.js';
import { HeldRoleDto } from './people.dto.js';

export class RoleGivenDto {
  @ApiProperty({ enum: ROLES }) @IsIn([...ROLES]) readonly role!: Role;
  @ApiProperty() @IsString() @MaxLength(60) readonly organisation!: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(60) readonly division?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(60) readonly directorate?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(60) readonly department?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) readonly team?: string;
  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  readonly quartiers?: readonly string[];
  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  readonly themes?: readonly string[];
}

export class NewAccountDto {
  @ApiProperty({ example: 'referente.proprete', description: 'The account of the town’s identity provider.' })
  @Matches(/^[a-z0-9][a-z0-9._-]{1,59}$/, { message: 'Lettres minuscules, chiffres, point et tiret.' })
  readonly login!: string;
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(80) readonly firstName!: string;
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(80) readonly lastName!: string;
  @ApiProperty()
  @IsEmail({}, { message: 'Une adresse électronique est attendue.' })
  @MaxLength(200)
  readonly email!: string;
  @ApiProperty({ description: 'As printed in letters.' })
  @IsString()
  @MinLength(1)
  @MaxLength(160)
  readonly functionTitle!: string;
  @ApiProperty() @IsString() @MaxLength(30) readonly phone!: string;
  @ApiProperty({ type: [RoleGivenDto] })
  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => RoleGivenDto)
  readonly roles!: readonly RoleGivenDto[];
}

export class AccountChangeDto extends PartialType(NewAccountDto) {
  @ApiPropertyOptional({ description: '`false`: may no longer sign in; cases and journal keep the name.' })
  @IsOptional()
  @IsBoolean()
  readonly active?: boolean;
}

export class AccountDto {
  @ApiProperty() readonly id!: string;
  @ApiProperty() readonly login!: string;
  @ApiProperty() readonly firstName!: string;
  @ApiProperty() readonly lastName!: string;
  @ApiProperty() readonly email!: string;
  @ApiProperty() readonly functionTitle!: string;
  @ApiProperty() readonly phone!: string;
  @ApiProperty() readonly active!: boolean;
  @ApiProperty() readonly version!: number;
  @ApiPropertyOptional({ format: 'date', description: 'Day of the last sign-in; absent: never.' })
  readonly lastAccess?: string;
  @ApiProperty({ type: [HeldRoleDto] }) readonly roles!: readonly HeldRoleDto[];
}
