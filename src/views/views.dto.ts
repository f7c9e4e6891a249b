import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { VIEW_AUDIENCES, type ViewAudience } from '../database/repositories/saved-views.repository.js';

export class ViewQueryDto {
  @ApiPropertyOptional({ example: '/pilotage' }) @IsOptional() @IsString() @MaxLength(100) readonly screen?: string;
}

export class NewViewDto {
  @ApiProperty({ enum: VIEW_AUDIENCES, description: 'For whom: the person, their team, their organisation.' })
  @IsIn([...VIEW_AUDIENCES])
  readonly audience!: ViewAudience;
  @ApiProperty({ example: '/pilotage', description: 'The screen’s path.' })
  @Matches(/^\/[a-z/-]{1,99}$/)
  readonly screen!: string;
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(80) readonly name!: string;
  @ApiProperty({ example: 'vue=retard&service=voirie', description: 'The filters, as in the address.' })
  @IsString()
  @MaxLength(1000)
  readonly query!: string;
}

export class RenamedViewDto {
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(80) readonly name!: string;
}

export class ViewDto {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ enum: VIEW_AUDIENCES }) readonly audience!: string;
  @ApiProperty() readonly screen!: string;
  @ApiProperty() readonly name!: string;
  @ApiProperty() readonly query!: string;
  @ApiProperty({ description: 'Whether the reader made it, and may take it away.' }) readonly own!: boolean;
}
