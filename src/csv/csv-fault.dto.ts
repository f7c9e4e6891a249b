import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** What is wrong in a file that people fill in, and where. */
export class CsvFaultDto {
  @ApiProperty({ description: 'Of the file; its header is line 1.' }) readonly line!: number;
  @ApiPropertyOptional() readonly column?: string;
  @ApiProperty({ description: 'Stable: `missing`, `unknown`, `taken`, `overlaps`…' }) readonly code!: string;
  @ApiProperty({ description: 'A French sentence.' }) readonly detail!: string;
}
