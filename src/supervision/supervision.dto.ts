import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { ATTENTION_KINDS, type AttentionKind } from '../database/repositories/supervision.repository.js';
import { PageQuery } from '../http/pagination.js';
import { NamedDto, NamedPersonDto } from '../people/named-person.dto.js';

export class AttentionCountsDto {
  @ApiProperty() readonly open!: number;
  @ApiProperty({ description: 'The promised day is over.' }) readonly late!: number;
  @ApiProperty() readonly dueToday!: number;
  @ApiProperty({ description: 'An open task is nobody’s.' }) readonly unassigned!: number;
  @ApiProperty({ description: 'Something is awaited from the citizen, or from elsewhere.' }) readonly waiting!: number;
}

export class DepartmentAttentionDto extends AttentionCountsDto {
  @ApiProperty({ type: NamedDto }) readonly department!: NamedDto;
}

export class StepAttentionDto extends AttentionCountsDto {
  @ApiProperty({ example: 'endorse' }) readonly step!: string;
  @ApiProperty() readonly words!: string;
}

export class SupervisionDto {
  @ApiProperty({ format: 'date' }) readonly day!: string;
  @ApiProperty({ description: 'The day in a sentence.' }) readonly sentence!: string;
  @ApiProperty({ type: AttentionCountsDto }) readonly total!: AttentionCountsDto;
  @ApiProperty({ type: [DepartmentAttentionDto] }) readonly byDepartment!: readonly DepartmentAttentionDto[];
  @ApiProperty({ type: [StepAttentionDto] }) readonly byStep!: readonly StepAttentionDto[];
}

export class AttentionQueryDto extends PageQuery {
  @ApiPropertyOptional({ enum: ATTENTION_KINDS, default: 'late' })
  @IsIn([...ATTENTION_KINDS])
  readonly kind: AttentionKind = 'late';
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(60) readonly department?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(40) readonly step?: string;
}

export class LateCausesQueryDto {
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(60) readonly department?: string;
}

/** One thing that late cases waited for. */
export class LateCauseDto {
  @ApiProperty({ example: 'endorse:dgs' }) readonly cause!: string;
  @ApiProperty() readonly words!: string;
  @ApiProperty({ description: 'Of all late cases together, in calendar days.' }) readonly days!: number;
  @ApiProperty({ description: 'Of all their time: 0 to 1.' }) readonly share!: number;
  @ApiProperty({ description: 'How many late cases waited for it.' }) readonly cases!: number;
}

export class LateCausesDto {
  @ApiProperty({ description: 'Late cases: all of them are looked at.' }) readonly cases!: number;
  @ApiProperty() readonly sentence!: string;
  @ApiProperty({ description: 'What is counted, in French.' }) readonly definition!: string;
  @ApiProperty({ type: [LateCauseDto], description: 'The longest first.' }) readonly causes!: readonly LateCauseDto[];
}

export class AttentionCaseDto {
  @ApiProperty({ format: 'uuid' }) readonly caseId!: string;
  @ApiProperty() readonly caseNumber!: string;
  @ApiPropertyOptional({ description: 'Absent for a sensitive case.' }) readonly title?: string;
  @ApiProperty({ type: NamedDto }) readonly department!: NamedDto;
  @ApiProperty() readonly step!: string;
  @ApiProperty() readonly stepWords!: string;
  @ApiProperty({ type: [NamedPersonDto] }) readonly holders!: readonly NamedPersonDto[];
  @ApiPropertyOptional({ format: 'date' }) readonly dueOn?: string;
  @ApiPropertyOptional() readonly clockState?: string;
  @ApiProperty({ format: 'date-time' }) readonly receivedAt!: string;
}
