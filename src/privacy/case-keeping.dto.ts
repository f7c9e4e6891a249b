import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { NamedPersonDto } from '../people/named-person.dto.js';

export class HoldDto {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiPropertyOptional({ format: 'uuid' }) readonly caseId?: string;
  @ApiPropertyOptional() readonly caseNumber?: string;
  @ApiPropertyOptional({ format: 'uuid' }) readonly citizenId?: string;
  @ApiProperty() readonly reason!: string;
  @ApiProperty({ format: 'date' }) readonly until!: string;
  @ApiProperty({ type: NamedPersonDto }) readonly setBy!: NamedPersonDto;
  @ApiProperty({ format: 'date-time' }) readonly setAt!: string;
}

export class ErasureDto {
  @ApiProperty({ format: 'date-time' }) readonly at!: string;
  @ApiProperty({ type: NamedPersonDto }) readonly by!: NamedPersonDto;
  @ApiProperty({ description: 'Under which rule, in French: what follows « effacées ».' }) readonly why!: string;
}

/** What became of the data of a case, and what keeps them. */
export class CaseKeepingDto {
  @ApiPropertyOptional({ type: ErasureDto, description: 'Absent while the data are kept.' })
  readonly erasure?: ErasureDto;
  @ApiProperty({ type: [HoldDto], description: 'In force, on the case or on its citizen.' })
  readonly holds!: readonly HoldDto[];
  @ApiProperty({ description: 'The reader may freeze the case, and lift a hold on it.' }) readonly mayFreeze!: boolean;
}
