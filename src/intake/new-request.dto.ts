import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsEmail,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { INTAKE_CHANNELS, type IntakeChannel } from '../../domain/case/case-file.js';
import { REPLY_CHANNELS, type ReplyChannel } from '../../domain/process/runnable.js';

/** A point of time with its offset: `2026-11-25T09:05:00+01:00`. */
const WITH_OFFSET = /T.*(Z|[+-]\d{2}:?\d{2})$/;

export class NewAddressDto {
  @ApiProperty({ type: [String], example: ['12 rue des Tilleuls'] })
  @IsArray()
  @ArrayMaxSize(5)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  readonly lines!: readonly string[];

  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(10) readonly postalCode?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) readonly city?: string;
}

export class NewCitizenDto {
  @ApiPropertyOptional({ description: 'A citizen already known in this sector.' })
  @IsOptional()
  @IsUUID()
  readonly id?: string;

  @ApiPropertyOptional({
    description:
      'Beside an id: the version of the sheet that was read. What else is given is then written on the sheet.',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  readonly version?: number;

  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) readonly firstName?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) readonly lastName?: string;
  @ApiPropertyOptional() @IsOptional() @IsEmail() @MaxLength(254) readonly email?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(30) readonly phone?: string;

  @ApiPropertyOptional({ type: NewAddressDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => NewAddressDto)
  readonly address?: NewAddressDto;
}

export class NewPlaceDto {
  @ApiProperty({ example: '12 rue des Tilleuls' }) @IsString() @MinLength(1) @MaxLength(300) readonly text!: string;
  @ApiPropertyOptional({ description: 'Where the address alone does not tell.' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  readonly quartier?: string;
}

/** A request as the public sends it. */
export class PublicRequestDto {
  @ApiPropertyOptional({
    description: 'Without it, an ambassador qualifies the request.',
    example: 'voirie.nid-de-poule',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly processId?: string;

  @ApiProperty({ description: 'In the citizen’s own words.' })
  @IsString()
  @MinLength(1)
  @MaxLength(10_000)
  readonly words!: string;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'Answers to the form of the process.',
  })
  @IsOptional()
  @IsObject()
  readonly answers?: Record<string, unknown>;

  @ApiPropertyOptional({ type: NewPlaceDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => NewPlaceDto)
  readonly place?: NewPlaceDto;
  @ApiPropertyOptional({ type: NewCitizenDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => NewCitizenDto)
  readonly citizen?: NewCitizenDto;

  @ApiPropertyOptional({ enum: REPLY_CHANNELS })
  @IsOptional()
  @IsIn([...REPLY_CHANNELS])
  readonly replyChannel?: ReplyChannel;

  @ApiPropertyOptional({ type: [String], description: 'Ids of documents sent before.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsUUID(undefined, { each: true })
  readonly documents?: readonly string[];
}

/** A request as an agent enters it, from any channel, with the moment it reached the town hall. */
export class NewRequestDto extends PublicRequestDto {
  @ApiProperty({ enum: INTAKE_CHANNELS }) @IsIn([...INTAKE_CHANNELS]) readonly channel!: IntakeChannel;

  @ApiPropertyOptional({
    description: 'When it reached the town hall; now by default, never in the future.',
    format: 'date-time',
  })
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(WITH_OFFSET)
  readonly receivedAt?: string;

  @ApiPropertyOptional({ description: 'The ended case that this one continues.' })
  @IsOptional()
  @IsUUID()
  readonly follows?: string;
}
