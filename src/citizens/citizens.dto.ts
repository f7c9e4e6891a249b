import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import {
  CITIZEN_KINDS,
  LANGUAGES,
  PREFERRED_CHANNELS,
  WISHES,
  type CitizenKind,
  type Language,
  type PreferredChannel,
  type Wish,
} from '../../domain/request/citizen-preferences.js';
import { CitizenAddressDto } from '../cases/case-contents.dto.js';

export class CitizenQueryDto {
  @ApiProperty({ description: 'A name, the beginning of a telephone number or of a mail address.' })
  @IsString()
  @MinLength(2)
  @MaxLength(200)
  readonly q!: string;

  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(60) readonly organisation?: string;
  @ApiPropertyOptional({ description: 'Citizens are kept per sector.' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  readonly sector?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 50, default: 20 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(50)
  readonly limit: number = 20;
}

/** A citizen as one sector of one organisation knows them. Homonyms are told apart by address and number of cases. */
export class CitizenDto {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ description: 'Also the `ETag`.' }) readonly version!: number;
  @ApiPropertyOptional({ format: 'uuid', description: 'The record that was kept, where this one was merged into it.' })
  readonly mergedInto?: string;
  @ApiPropertyOptional({
    format: 'date',
    description: 'Nothing is sent that their requests do not need (GDPR, art. 21).',
  })
  readonly opposedOn?: string;
  @ApiPropertyOptional({ format: 'date', description: 'Kept, neither changed nor erased (GDPR, art. 18).' })
  readonly limitedOn?: string;
  @ApiProperty() readonly organisation!: string;
  @ApiProperty() readonly sector!: string;
  @ApiPropertyOptional() readonly firstName?: string;
  @ApiPropertyOptional({ description: 'Of an association, its name.' }) readonly lastName?: string;
  @ApiPropertyOptional() readonly birthName?: string;
  @ApiProperty({ enum: CITIZEN_KINDS }) readonly kind!: CitizenKind;
  @ApiPropertyOptional({ enum: PREFERRED_CHANNELS }) readonly preferredChannel?: PreferredChannel;
  @ApiPropertyOptional({ enum: LANGUAGES }) readonly language?: Language;
  @ApiProperty({ enum: WISHES, isArray: true, description: 'What helps in practice; never why.' })
  readonly wishes!: readonly Wish[];
  @ApiPropertyOptional() readonly email?: string;
  @ApiPropertyOptional() readonly phone?: string;
  @ApiPropertyOptional({ type: CitizenAddressDto }) readonly address?: CitizenAddressDto;
  @ApiProperty({ description: 'Those that the reader may read.' }) readonly cases!: number;
  @ApiProperty() readonly openCases!: number;
  @ApiPropertyOptional({ format: 'date-time' }) readonly lastReceivedAt?: string;
  @ApiProperty({ format: 'date-time' }) readonly updatedAt!: string;
}

export class AddressChangeDto {
  @ApiProperty({ type: [String] })
  @IsArray()
  @ArrayMaxSize(5)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  readonly lines!: readonly string[];

  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(10) readonly postalCode?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) readonly city?: string;
}

const GIVEN = ValidateIf((_dto: object, value: unknown) => value !== undefined && value !== null);

/** What changes; `null` erases, what is absent stays. */
export class CitizenChangeDto {
  @ApiPropertyOptional({ nullable: true }) @GIVEN @IsString() @MaxLength(100) readonly firstName?: string | null;
  @ApiPropertyOptional({ nullable: true }) @GIVEN @IsString() @MaxLength(100) readonly lastName?: string | null;
  @ApiPropertyOptional({ nullable: true }) @GIVEN @IsString() @MaxLength(100) readonly birthName?: string | null;
  @ApiPropertyOptional({ enum: CITIZEN_KINDS }) @IsOptional() @IsIn([...CITIZEN_KINDS]) readonly kind?: CitizenKind;
  @ApiPropertyOptional({ enum: PREFERRED_CHANNELS, nullable: true })
  @GIVEN
  @IsIn([...PREFERRED_CHANNELS])
  readonly preferredChannel?: PreferredChannel | null;
  @ApiPropertyOptional({ enum: LANGUAGES, nullable: true })
  @GIVEN
  @IsIn([...LANGUAGES])
  readonly language?: Language | null;
  @ApiPropertyOptional({ enum: WISHES, isArray: true })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn([...WISHES], { each: true })
  readonly wishes?: readonly Wish[];
  @ApiPropertyOptional({ nullable: true }) @GIVEN @IsEmail() @MaxLength(254) readonly email?: string | null;
  @ApiPropertyOptional({ nullable: true }) @GIVEN @IsString() @MaxLength(30) readonly phone?: string | null;

  @ApiPropertyOptional({ type: AddressChangeDto, nullable: true })
  @GIVEN
  @ValidateNested()
  @Type(() => AddressChangeDto)
  readonly address?: AddressChangeDto | null;
}
