import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { NamedDto } from '../people/named-person.dto.js';

export class QuartierDto extends NamedDto {
  @ApiProperty({ description: 'Quartier prioritaire de la politique de la ville.' }) readonly priority!: boolean;
  @ApiProperty() readonly population!: number;
  @ApiProperty({ type: [Number], description: 'Longitude and latitude of a point near the middle (WGS 84).' })
  readonly centre!: readonly number[];
  @ApiProperty({
    description: 'Outer ring: positions of longitude and latitude.',
    type: 'array',
    items: { type: 'array', items: { type: 'number' } },
  })
  readonly ring!: readonly (readonly number[])[];
}

export class StreetQueryDto {
  @ApiProperty({ description: 'An address as it is said: « 12 bis av. du pont canal ».' })
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  readonly q!: string;
}

/** A street that may be meant. */
export class StreetDto {
  @ApiProperty() readonly id!: string;
  @ApiProperty() readonly name!: string;
  @ApiProperty({ description: 'The address to write, with the number that was typed.' }) readonly address!: string;
  @ApiPropertyOptional({ type: NamedDto, description: 'Where the number, or the whole street, lies.' })
  readonly quartier?: NamedDto;
  @ApiProperty({ type: [NamedDto], description: 'Where the number does not tell: one of these.' })
  readonly quartiers!: readonly NamedDto[];
}
