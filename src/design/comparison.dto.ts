import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';

/** A process and one of its versions: `voirie.nid-de-poule@2`; without a version, the one in force. */
const NAMED = /^[a-z][a-z0-9]*([.-][a-z0-9]+)+(@\d{1,6})?$/;
const MESSAGE = { message: 'Un processus et sa version sont attendus : « voirie.nid-de-poule@2 ».' };

export class ComparisonQueryDto {
  @ApiProperty({ example: 'voirie.nid-de-poule@1' }) @Matches(NAMED, MESSAGE) readonly from!: string;
  @ApiProperty({ example: 'voirie.nid-de-poule' }) @Matches(NAMED, MESSAGE) readonly to!: string;
}

export class ComparedProcessDto {
  @ApiProperty() readonly id!: string;
  @ApiProperty() readonly title!: string;
  @ApiProperty() readonly version!: number;
  @ApiProperty({ format: 'date-time' }) readonly publishedAt!: string;
}

export class ComparedLineDto {
  @ApiProperty({ enum: ['same', 'gone', 'new'] }) readonly kind!: 'same' | 'gone' | 'new';
  @ApiProperty() readonly text!: string;
}

export class ComparedSectionDto {
  @ApiProperty() readonly heading!: string;
  @ApiProperty({ description: 'Lines that went or came.' }) readonly changed!: number;
  @ApiProperty({ type: [ComparedLineDto] }) readonly lines!: readonly ComparedLineDto[];
}

export class ComparisonDto {
  @ApiProperty({ type: ComparedProcessDto }) readonly from!: ComparedProcessDto;
  @ApiProperty({ type: ComparedProcessDto }) readonly to!: ComparedProcessDto;
  @ApiProperty() readonly sentence!: string;
  @ApiProperty({ type: [ComparedSectionDto] }) readonly sections!: readonly ComparedSectionDto[];
}
