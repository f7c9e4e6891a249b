import { ApiProperty, ApiPropertyOptional, PartialType, PickType } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';
import { VIEW_AUDIENCES, type ViewAudience } from '../database/repositories/saved-views.repository.js';

const SCREEN = /^\/[a-z/-]{1,99}$/;

export class ViewQueryDto {
  @ApiPropertyOptional({ example: '/pilotage' }) @IsOptional() @IsString() @MaxLength(100) readonly screen?: string;
}

export class NewViewDto {
  @ApiProperty({ enum: VIEW_AUDIENCES, description: 'For whom: the person, their team, their organisation.' })
  @IsIn([...VIEW_AUDIENCES])
  readonly audience!: ViewAudience;

  @ApiPropertyOptional({
    example: 'voirie',
    description: 'Which of their teams or organisations, for whoever has several; never without `audience`.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly place?: string;

  @ApiProperty({ example: '/pilotage', description: 'The screen’s path.' }) @Matches(SCREEN) readonly screen!: string;
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(80) readonly name!: string;
  @ApiProperty({ example: 'vue=retard&service=voirie', description: 'The filters, as in the address.' })
  @IsString()
  @MaxLength(1000)
  readonly query!: string;
}

/** What changes; what is absent stays. */
export class ChangedViewDto extends PartialType(
  PickType(NewViewDto, ['audience', 'place', 'name', 'query'] as const),
) {}

export class ViewOrderDto {
  @ApiProperty({ example: '/pilotage' }) @Matches(SCREEN) readonly screen!: string;
  @ApiProperty({ type: [String], format: 'uuid', description: 'The first first; those left out follow by name.' })
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  readonly ids!: readonly string[];
}

export class ViewDto {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ description: 'Also the `ETag`.' }) readonly version!: number;
  @ApiProperty({ enum: VIEW_AUDIENCES }) readonly audience!: ViewAudience;
  @ApiProperty({ description: 'The person, the team or the organisation it is for.' }) readonly place!: string;
  @ApiProperty() readonly screen!: string;
  @ApiProperty() readonly name!: string;
  @ApiProperty() readonly query!: string;
  @ApiProperty({ description: 'Whether the reader made it, and may change it or take it away.' })
  readonly own!: boolean;
}
