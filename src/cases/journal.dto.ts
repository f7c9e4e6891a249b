import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** One line of the journal as it is kept: ids, codes and hashes, never a text. */
export class JournalLineDto {
  @ApiProperty() readonly revision!: number;
  @ApiProperty() readonly line!: number;
  @ApiProperty({ format: 'date-time' }) readonly at!: string;
  @ApiProperty() readonly code!: string;
  @ApiPropertyOptional() readonly actor?: string;
  @ApiPropertyOptional() readonly actorRole?: string;
  @ApiPropertyOptional() readonly onBehalfOf?: string;
  @ApiProperty() readonly department!: string;
  @ApiPropertyOptional({ type: 'object', additionalProperties: true }) readonly about?: Readonly<
    Record<string, unknown>
  >;
  @ApiPropertyOptional({ type: 'array', items: { type: 'object', additionalProperties: true } })
  readonly clocks?: unknown;
  @ApiPropertyOptional({ type: 'object', additionalProperties: true }) readonly event?: unknown;
}

export class JournalDto {
  @ApiProperty({ format: 'uuid' }) readonly caseId!: string;
  @ApiProperty({ description: 'The last revision stored.' }) readonly revision!: number;
  @ApiProperty({ type: [JournalLineDto] }) readonly lines!: readonly JournalLineDto[];
}

export class StandingDto {
  @ApiProperty() readonly found!: boolean;
  @ApiPropertyOptional() readonly revision?: number;
  @ApiPropertyOptional({ description: 'SHA-256 of the whole state, keys sorted.' }) readonly hash?: string;
}

/** Whether the three that must agree on a case do. */
export class StateCheckDto {
  @ApiProperty({ format: 'uuid' }) readonly caseId!: string;
  @ApiProperty({ description: 'True where all of them hold the same state.' }) readonly agree!: boolean;
  @ApiProperty({ type: StandingDto }) readonly readModel!: StandingDto;
  @ApiProperty({ type: StandingDto, description: 'Not found once its retention in Temporal is over.' })
  readonly workflow!: StandingDto;
  @ApiProperty({ type: StandingDto, description: 'The journal, lived again.' }) readonly journal!: StandingDto;
  @ApiProperty({ type: [String], description: 'JSON pointers into the state, and codes, where they differ.' })
  readonly differences!: readonly string[];
}
