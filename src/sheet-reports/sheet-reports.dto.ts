import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { SHEET_REPORT_STATES, type SheetReportState } from '../database/repositories/sheet-reports.repository.js';
import { PageQuery } from '../http/pagination.js';
import { NamedDto, NamedPersonDto } from '../people/named-person.dto.js';

export class SheetReportQueryDto extends PageQuery {
  @ApiPropertyOptional({ enum: SHEET_REPORT_STATES, default: 'open' })
  @IsIn([...SHEET_REPORT_STATES])
  readonly state: SheetReportState = 'open';

  @ApiPropertyOptional({ description: 'Of one process only.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly processId?: string;
}

export class NewSheetReportDto {
  @ApiProperty({ description: 'What is wrong in the sheet, in the words of whoever found it.' })
  @IsString()
  @MinLength(1)
  @MaxLength(2000)
  readonly text!: string;
}

export class SheetReportDto {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ type: NamedDto }) readonly process!: NamedDto;
  @ApiProperty({ description: 'The version of the sheet that was read.' }) readonly version!: number;
  @ApiProperty() readonly text!: string;
  @ApiProperty({ type: NamedPersonDto }) readonly by!: NamedPersonDto;
  @ApiProperty({ format: 'date-time' }) readonly at!: string;
  @ApiPropertyOptional({ format: 'date-time' }) readonly treatedAt?: string;
  @ApiPropertyOptional({ type: NamedPersonDto }) readonly treatedBy?: NamedPersonDto;
}
