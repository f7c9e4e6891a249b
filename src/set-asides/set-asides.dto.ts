import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { NamedPersonDto } from '../people/named-person.dto.js';

/** A request judged undesirable: nobody is asked to treat it, its sender is written nothing, and it can be restored. */
export class SetAsideDto {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ format: 'uuid' }) readonly caseId!: string;
  @ApiProperty({ example: 'D-2026-00421' }) readonly caseNumber!: string;
  @ApiProperty({ description: 'In French.' }) readonly channelWords!: string;
  @ApiProperty({ format: 'date-time' }) readonly receivedAt!: string;
  @ApiPropertyOptional({ description: 'The beginning of what was written.' }) readonly words?: string;
  @ApiProperty({ type: NamedPersonDto }) readonly by!: NamedPersonDto;
  @ApiProperty({ format: 'date-time' }) readonly at!: string;
}
