import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBase64,
  IsEmail,
  IsNumber,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { IsDay } from '../http/is-day.js';
import { NamedPersonDto } from '../people/named-person.dto.js';

const MAIL = { message: 'Une adresse électronique est attendue.' };

/** What an organisation says of itself in letters, mails and pages. */
export class OrganisationTextsDto {
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(120) readonly name!: string;
  @ApiProperty({ description: 'In lists: « Ville ».' })
  @IsString()
  @MinLength(1)
  @MaxLength(40)
  readonly shortName!: string;
  @ApiProperty({ description: 'As the law names it.' })
  @IsString()
  @MinLength(1)
  @MaxLength(160)
  readonly legalName!: string;
  @ApiProperty({ description: '« le Maire », in « Pour le Maire et par délégation ».' })
  @IsString()
  @MinLength(1)
  @MaxLength(80)
  readonly authorityTitle!: string;
  @ApiProperty({ type: [String] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(4)
  @IsString({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(60, { each: true })
  readonly addressLines!: readonly string[];
  @ApiProperty()
  @Matches(/^\d{5}$/, { message: 'Un code postal a cinq chiffres.' })
  readonly postalCode!: string;
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(60) readonly city!: string;
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(30) readonly phone!: string;
  @ApiProperty({ description: 'Where citizens write; told in letters and mails.' })
  @IsEmail({}, MAIL)
  readonly email!: string;
  @ApiProperty()
  @IsUrl({ require_protocol: true, protocols: ['https', 'http'] }, { message: 'Une adresse en https:// est attendue.' })
  readonly website!: string;
  @ApiProperty({ description: 'Before the date of a letter.' })
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  readonly place!: string;
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(160) readonly graciousAppealTo!: string;
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(240) readonly footer!: string;
  @ApiPropertyOptional({ description: '`#rrggbb`, dark enough to be read on white.' })
  @IsOptional()
  @Matches(/^#[0-9a-f]{6}$/i, { message: 'Une couleur s’écrit comme « #0b4f8a ».' })
  readonly colour?: string;
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(120) readonly tribunalName!: string;
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(60) readonly tribunalCity!: string;
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(120) readonly tribunalWebsite!: string;
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(160) readonly dpoTitle!: string;
  @ApiProperty() @IsEmail({}, MAIL) readonly dpoEmail!: string;
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(30) readonly dpoPhone!: string;
}

export class OrganisationSettingsDto extends OrganisationTextsDto {
  @ApiProperty() readonly id!: string;
  @ApiProperty() readonly version!: number;
  @ApiPropertyOptional({ description: 'The drawing at the head of letters, as a `data:` address.' })
  readonly logo?: string;
}

export class LogoDto {
  @ApiProperty({ description: 'SVG or PNG, base64; cleaned, then 60 kB at most.' })
  @IsBase64({}, { message: 'Un fichier est attendu.' })
  @MaxLength(400_000)
  readonly content!: string;
}

export class NamedThemeDto {
  @ApiProperty() @IsString() @MaxLength(60) readonly id!: string;
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(60) readonly title!: string;
}

export class ThemesGivenDto {
  @ApiProperty({ type: [NamedThemeDto], description: 'Every theme, in the order in which they are shown.' })
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => NamedThemeDto)
  readonly themes!: readonly NamedThemeDto[];
}

export class ThemesDto extends ThemesGivenDto {
  @ApiProperty() readonly version!: number;
}

export class OutlinesGivenDto {
  @ApiProperty({ description: 'The GeoJSON file, as text.' })
  @IsString()
  @MinLength(1)
  @MaxLength(900_000)
  readonly content!: string;
}

export class OutlineDto {
  @ApiProperty({ description: 'As the file names it.' }) readonly name!: string;
  @ApiPropertyOptional({ description: 'The neighbourhood that it names; none: left out.' }) readonly quartier?: string;
  @ApiProperty({ description: 'Square kilometres.' }) readonly area!: number;
  @ApiPropertyOptional({ description: 'Square kilometres of the outline in force.' }) readonly areaBefore?: number;
  @ApiPropertyOptional({ description: 'What to look at before confirming.' }) readonly remark?: string;
  @ApiProperty({ description: 'SVG path of it, in the box of the preview.' }) readonly path!: string;
}

export class OutlinesPreviewDto {
  @ApiProperty({ description: 'Version of the outlines in force: named when they are applied.' })
  readonly version!: number;
  @ApiProperty({ type: [OutlineDto] }) readonly outlines!: readonly OutlineDto[];
  @ApiProperty({ type: [String], description: 'Neighbourhoods that the file does not name: they keep theirs.' })
  readonly kept!: readonly string[];
  @ApiProperty({ description: 'Width and height of the box of the paths.' }) readonly width!: number;
  @ApiProperty() readonly height!: number;
}

export class OutlinesAppliedDto {
  @ApiProperty() readonly version!: number;
  @ApiProperty() readonly applied!: number;
}

export class AccessibilityGivenDto {
  @ApiProperty({ description: 'Markdown of paragraphs and lists.' })
  @IsString()
  @MinLength(1)
  @MaxLength(20_000)
  readonly text!: string;
  @ApiPropertyOptional({ format: 'date' }) @IsOptional() @IsDay() readonly auditedOn?: string;
  @ApiPropertyOptional({ description: 'Percentage of the criteria of the RGAA that are met.' })
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  @Max(100)
  readonly rate?: number;
  @ApiProperty({ type: [String], description: 'What is not accessible, a sentence each.' })
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(500, { each: true })
  readonly nonConformities!: readonly string[];
}

export class AccessibilityDto extends AccessibilityGivenDto {
  @ApiProperty() readonly version!: number;
  @ApiProperty({
    description: '« non conforme », « partiellement conforme », « totalement conforme » or « non évaluée ».',
  })
  readonly state!: string;
  @ApiProperty({ description: 'Where to write when something cannot be reached.' }) readonly contact!: string;
}

export class ChangedFieldDto {
  @ApiProperty() readonly label!: string;
  @ApiProperty() readonly before!: string;
  @ApiProperty() readonly after!: string;
}

export class SettingsChangeDto {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ description: 'What was changed.' }) readonly label!: string;
  @ApiProperty({ format: 'date-time' }) readonly at!: string;
  @ApiProperty({ type: NamedPersonDto }) readonly by!: NamedPersonDto;
  @ApiProperty({ type: [ChangedFieldDto] }) readonly fields!: readonly ChangedFieldDto[];
}
