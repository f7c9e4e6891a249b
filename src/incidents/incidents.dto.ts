import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength, MinLength } from 'class-validator';
import { PageQuery } from '../http/pagination.js';
import { NamedDto, NamedPersonDto } from '../people/named-person.dto.js';

const STATES = ['open', 'ended'] as const;

export class IncidentQueryDto extends PageQuery {
  @ApiPropertyOptional({ enum: STATES, default: 'open' }) @IsIn([...STATES]) readonly state: (typeof STATES)[number] =
    'open';
}

export class SkipReasonDto {
  @ApiProperty({ description: 'Why it is given up: kept with the case.' })
  @IsString()
  @MinLength(1)
  @MaxLength(2000)
  readonly reason!: string;
}

export class IncidentDto {
  @ApiProperty() readonly id!: string;
  @ApiPropertyOptional({ format: 'uuid' }) readonly caseId?: string;
  @ApiPropertyOptional() readonly caseNumber?: string;
  @ApiPropertyOptional({ description: 'The subject of the case; absent for a sensitive one.' })
  readonly caseTitle?: string;
  @ApiProperty() readonly organisation!: string;
  @ApiPropertyOptional({ type: NamedDto, description: 'Absent for what concerns the whole town hall.' })
  readonly department?: NamedDto;
  @ApiProperty({ example: 'sendReply' }) readonly kind!: string;
  @ApiProperty({ example: 'mail.address-refused' }) readonly code!: string;
  @ApiProperty({ description: 'What did not happen, in French.' }) readonly title!: string;
  @ApiProperty({ description: 'Why.' }) readonly cause!: string;
  @ApiProperty({ description: 'What it means for the citizen.' }) readonly consequence!: string;
  @ApiProperty({ enum: STATES }) readonly state!: string;
  @ApiProperty({ format: 'date-time' }) readonly openedAt!: string;
  @ApiPropertyOptional({ format: 'date-time' }) readonly endedAt?: string;
  @ApiPropertyOptional({ type: NamedPersonDto }) readonly endedBy?: NamedPersonDto;
  @ApiPropertyOptional({ description: 'Why a gap of the journal was given up.' }) readonly reason?: string;
  @ApiPropertyOptional({ format: 'date', description: 'The promise of the case.' }) readonly dueOn?: string;
  @ApiPropertyOptional({
    format: 'uri',
    description:
      'The run of the case in the screens of the engine, for technicians, where the town gave their address.',
  })
  readonly enginePage?: string;
  @ApiProperty({ description: 'Whether it can be done again or given up here.' }) readonly canBeResolved!: boolean;
}

export class IncidentResultDto {
  @ApiProperty() readonly id!: string;
  @ApiProperty({ format: 'uuid' }) readonly caseId!: string;
  @ApiProperty({ description: 'The revision that it made.' }) readonly revision!: number;
  @ApiProperty({ enum: STATES }) readonly state!: string;
}
