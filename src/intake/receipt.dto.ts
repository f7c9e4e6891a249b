import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class CountedDayDto {
  @ApiProperty({ format: 'date' }) readonly date!: string;
  @ApiProperty() readonly counted!: boolean;
  @ApiPropertyOptional() readonly number?: number;
  @ApiPropertyOptional({ description: 'Why the day does not count.' }) readonly reason?: string;
  @ApiPropertyOptional({ description: 'The name of a holiday or a closure.' }) readonly label?: string;
}

/** Règlement (UE) 2016/679 (RGPD), art. 13(1)(b): whom to write to about one's data. */
export class DataProtectionContactDto {
  @ApiProperty() readonly title!: string;
  @ApiProperty() readonly email!: string;
  @ApiProperty() readonly phone!: string;
}

export class ReceiptDto {
  @ApiProperty({ format: 'uuid' }) readonly caseId!: string;
  @ApiProperty({ example: 'D-2026-00421' }) readonly caseNumber!: string;
  @ApiProperty({ description: 'Secret: with the number, it lets the citizen follow the case.' })
  readonly trackingCode!: string;
  @ApiProperty() readonly processId!: string;
  @ApiProperty() readonly title!: string;
  @ApiProperty({ format: 'date-time' }) readonly receivedAt!: string;
  @ApiPropertyOptional({ format: 'date', description: 'The date promised.' }) readonly promisedOn?: string;
  @ApiProperty({ description: 'Page where the number and the code are asked for.' }) readonly followUrl!: string;
  @ApiProperty({ type: DataProtectionContactDto }) readonly dataProtection!: DataProtectionContactDto;
  @ApiPropertyOptional({
    description: '« gardées 5 ans après la clôture de la demande, puis effacées »; none before the process is known.',
  })
  readonly kept?: string;
  @ApiProperty({ type: [CountedDayDto], description: 'How that date was counted.' })
  readonly days!: readonly CountedDayDto[];
}
