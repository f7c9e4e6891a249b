import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsUUID } from 'class-validator';
import { CaseDocumentDto } from '../cases/case-contents.dto.js';

export class NewPhoneUploadDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'Absent: for a request that is still being written.' })
  @IsOptional()
  @IsUUID()
  readonly caseId?: string;
}

export class OpenedPhoneUploadDto {
  @ApiProperty({ format: 'uri', description: 'What the telephone opens. Told this once: only its digest is kept.' })
  readonly address!: string;
  @ApiProperty({ format: 'date-time', description: 'When the page closes by itself.' }) readonly closesAt!: string;
}

export class PhoneUploadDto {
  @ApiProperty({ format: 'date-time' }) readonly closesAt!: string;
  @ApiProperty() readonly closed!: boolean;
  @ApiProperty({ type: [CaseDocumentDto], description: 'What came, first come first.' })
  readonly documents!: readonly CaseDocumentDto[];
  @ApiProperty({ description: 'How many files the telephone is sending still: once closed too, they are taken.' })
  readonly coming!: number;
  @ApiProperty({
    description: 'How many of those did not leave: whoever holds the telephone tries again, or gives up.',
  })
  readonly failed!: number;
}

export class PhoneFileDto {
  @ApiProperty({ description: 'True once it could not be sent, until it is tried again.' })
  @IsBoolean()
  readonly failed!: boolean;
}

/** What the telephone is told: nothing about the citizen. */
export class PhonePageDto {
  @ApiPropertyOptional({ description: 'Absent: for a request that is still being written.' })
  readonly caseNumber?: string;
  @ApiProperty({ format: 'date-time' }) readonly closesAt!: string;
  @ApiProperty({ description: 'How many files came already.' }) readonly received!: number;
  @ApiProperty({ description: 'How many it takes in all.' }) readonly atMost!: number;
}
