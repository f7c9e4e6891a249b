import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class NamedPersonDto {
  @ApiProperty({ example: 'p-voirie-03' }) readonly id!: string;
  @ApiProperty() readonly name!: string;
  @ApiPropertyOptional({ description: 'As printed in letters.' }) readonly functionTitle?: string;
}

export class NamedDto {
  @ApiProperty() readonly id!: string;
  @ApiProperty() readonly name!: string;
}
