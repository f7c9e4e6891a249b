import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CitizenAddressDto } from '../cases/case-contents.dto.js';

/** Somebody else who is competent for what citizens ask. */
export class AuthorityDto {
  @ApiProperty({ example: 'departement-routes', description: 'What a conclusion `notOurs` names.' })
  readonly id!: string;
  @ApiProperty() readonly name!: string;
  @ApiPropertyOptional({ description: 'Absent: requests are passed on by post.' }) readonly email?: string;
  @ApiPropertyOptional() readonly phone?: string;
  @ApiProperty({ type: CitizenAddressDto }) readonly address!: CitizenAddressDto;
}
