import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import { CITIZEN_KINDS, TIE_KINDS, type CitizenKind, type TieKind } from '../../domain/request/citizen-preferences.js';
import { NamedPersonDto } from '../people/named-person.dto.js';

export class NewTieDto {
  @ApiProperty({ format: 'uuid', description: 'Another record of the same sector.' })
  @IsUUID()
  readonly otherId!: string;
  @ApiProperty({ enum: TIE_KINDS }) @IsIn([...TIE_KINDS]) readonly kind!: TieKind;
}

export class CitizenTieDto {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ enum: TIE_KINDS }) readonly kind!: TieKind;
  @ApiProperty({ description: 'In French.' }) readonly words!: string;
  @ApiProperty({ format: 'uuid' }) readonly otherId!: string;
  @ApiProperty({ enum: CITIZEN_KINDS }) readonly otherKind!: CitizenKind;
  @ApiPropertyOptional() readonly firstName?: string;
  @ApiPropertyOptional() readonly lastName?: string;
  @ApiPropertyOptional() readonly email?: string;
  @ApiPropertyOptional() readonly phone?: string;
}

/** What somebody did with a record: names of fields, never what stood in them. */
export class CitizenEventDto {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ format: 'date-time' }) readonly at!: string;
  @ApiProperty({ type: NamedPersonDto }) readonly actor!: NamedPersonDto;
  @ApiProperty({ example: 'corrected' }) readonly kind!: string;
  @ApiProperty({ description: 'What happened, in French.' }) readonly words!: string;
  @ApiPropertyOptional({ format: 'uuid', description: 'Another record it was about.' }) readonly other?: string;
}
