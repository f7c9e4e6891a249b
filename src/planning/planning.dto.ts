import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { TASK_KINDS } from '../../domain/case/case-file.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { IsDay } from '../http/is-day.js';
import { NamedDto, NamedPersonDto } from '../people/named-person.dto.js';

export class PlanningQueryDto {
  @ApiPropertyOptional({ description: 'The first of the reader’s own, where nothing is said.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly department?: string;

  @ApiPropertyOptional({ format: 'date', description: 'A day of the week wanted; this week, where nothing is said.' })
  @IsOptional()
  @IsDay()
  readonly on?: LocalDate;
}

export class PlannedTaskDto {
  @ApiProperty() readonly id!: string;
  @ApiProperty() readonly caseNumber!: string;
  @ApiProperty({ description: 'Title of the process.' }) readonly title!: string;
  @ApiProperty({ enum: TASK_KINDS }) readonly kind!: string;
  @ApiPropertyOptional() readonly quartier?: string;
  @ApiPropertyOptional({ format: 'date' }) readonly dueOn?: string;
  @ApiPropertyOptional({ description: 'Whoever took it, or holds it; absent: the team’s.' }) readonly person?: string;
  @ApiProperty({ description: 'The reader may give it to somebody else of the team.' }) readonly mayMove!: boolean;
}

export class LoadDto {
  @ApiProperty({ description: 'Tasks open in this department, whatever their day.' }) readonly open!: number;
  @ApiProperty({ description: 'Of these, those whose day is over.' }) readonly late!: number;
}

export class DaysAwayDto {
  @ApiProperty({ format: 'date' }) readonly from!: string;
  @ApiProperty({ format: 'date', description: 'The last day, included.' }) readonly to!: string;
  @ApiPropertyOptional({ description: 'Of how many processes only: the person is there for the rest.' })
  readonly processes?: number;
}

export class PlannedPersonDto extends NamedPersonDto {
  @ApiProperty({ description: 'Answers for this department: tasks may be given to them.' }) readonly member!: boolean;
  @ApiProperty({ type: LoadDto }) readonly load!: LoadDto;
  @ApiProperty({ type: [DaysAwayDto], description: 'Absences that touch the week.' })
  readonly away!: readonly DaysAwayDto[];
}

export class PlanningDto {
  @ApiProperty({ type: NamedDto }) readonly department!: NamedDto;
  @ApiProperty({ type: [NamedDto], description: 'Those the reader may look at.' })
  readonly departments!: readonly NamedDto[];
  @ApiProperty({ format: 'date' }) readonly today!: string;
  @ApiProperty({ format: 'date' }) readonly monday!: string;
  @ApiProperty({ type: [String], description: 'Working days of the week, and any other on which something is due.' })
  readonly days!: readonly string[];
  @ApiProperty({ type: [PlannedPersonDto] }) readonly people!: readonly PlannedPersonDto[];
  @ApiProperty({ type: LoadDto, description: 'What is nobody’s yet.' }) readonly team!: LoadDto;
  @ApiProperty({ type: [PlannedTaskDto], description: 'Late, due in the week from today on, or without a day.' })
  readonly tasks!: readonly PlannedTaskDto[];
  @ApiProperty({ description: 'There are more than are shown.' }) readonly cut!: boolean;
}
