import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { LONGEST_ACCOUNTS_FILE } from '../../domain/people/account-columns.js';
import { CsvFaultDto } from '../csv/csv-fault.dto.js';
import { ChangedFieldDto } from '../settings/settings.dto.js';

export class AccountsFileDto {
  @ApiProperty({ description: 'The CSV file, as text: UTF-8, commas or semicolons.' })
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_ACCOUNTS_FILE, {
    message: 'Ce fichier est trop long : coupez-le en plusieurs (400 000 caractères au plus).',
  })
  readonly content!: string;
}

export class AccountsImportDto extends AccountsFileDto {
  @ApiProperty({ description: '`seen` of the preview that is confirmed.' })
  @IsString()
  @MaxLength(64)
  readonly seen!: string;
}

const OUTCOMES = ['created', 'changed', 'unchanged', 'refused'] as const;

export class PlannedAccountDto {
  @ApiProperty({ description: 'The first that names this login.' }) readonly line!: number;
  @ApiProperty() readonly login!: string;
  @ApiProperty() readonly name!: string;
  @ApiProperty({ enum: OUTCOMES }) readonly outcome!: (typeof OUTCOMES)[number];
  @ApiProperty({ description: 'Deactivated, and stays so.' }) readonly inactive!: boolean;
  @ApiProperty({ type: [ChangedFieldDto] }) readonly fields!: readonly ChangedFieldDto[];
  @ApiProperty({ type: [CsvFaultDto] }) readonly faults!: readonly CsvFaultDto[];
}

export class AccountsPreviewDto {
  @ApiProperty({ description: 'Names this very preview when it is confirmed.' }) readonly seen!: string;
  @ApiProperty({ type: [PlannedAccountDto] }) readonly accounts!: readonly PlannedAccountDto[];
  @ApiProperty({ type: [CsvFaultDto], description: 'Lines that name nobody or cannot be read.' })
  readonly faults!: readonly CsvFaultDto[];
}

export class AccountsImportedDto {
  @ApiProperty() readonly created!: number;
  @ApiProperty() readonly changed!: number;
}
