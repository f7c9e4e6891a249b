import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { TASK_KINDS } from '../../domain/case/case-file.js';
import { GROUPINGS, type Grouping } from '../../domain/text/list-groups.js';
import { PageQuery } from '../http/pagination.js';

export class TaskQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['mine', 'team'], default: 'mine' }) @IsIn(['mine', 'team']) readonly scope:
    'mine' | 'team' = 'mine';
  @ApiPropertyOptional({ enum: TASK_KINDS }) @IsOptional() @IsIn([...TASK_KINDS]) readonly kind?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) readonly department?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) readonly quartier?: string;

  @ApiPropertyOptional({
    enum: ['todo', 'waiting', 'done'],
    description: 'Open and actionable; open and waiting for somebody; ended in the last seven days. Absent: all open.',
  })
  @IsOptional()
  @IsIn(['todo', 'waiting', 'done'])
  readonly state?: 'todo' | 'waiting' | 'done';

  @ApiPropertyOptional({ description: 'Only those whose day is over.' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => value === 'true' || value === true)
  @IsBoolean()
  readonly late?: boolean;

  @ApiPropertyOptional({ enum: GROUPINGS, description: 'Group after group, the most urgent of each first.' })
  @IsOptional()
  @IsIn([...GROUPINGS])
  readonly group?: Grouping;
}

export class TakeNextDto {
  @ApiPropertyOptional({ enum: TASK_KINDS }) @IsOptional() @IsIn([...TASK_KINDS]) readonly kind?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) readonly department?: string;
}

export class PersonNameDto {
  @ApiProperty() readonly id!: string;
  @ApiProperty() readonly name!: string;
}

export class TaskDto {
  @ApiProperty() readonly id!: string;
  @ApiProperty({ format: 'uuid' }) readonly caseId!: string;
  @ApiProperty() readonly caseNumber!: string;
  @ApiProperty({ description: 'Title of the process.' }) readonly title!: string;
  @ApiPropertyOptional({ description: 'What the citizen said, cut short, where no process tells what it is about.' })
  readonly words?: string;
  @ApiProperty() readonly processId!: string;
  @ApiProperty({ enum: TASK_KINDS }) readonly kind!: string;
  @ApiProperty() readonly role!: string;
  @ApiProperty() readonly organisation!: string;
  @ApiProperty() readonly department!: string;
  @ApiPropertyOptional() readonly team?: string;
  @ApiProperty() readonly sensitive!: boolean;
  @ApiPropertyOptional({ type: PersonNameDto }) readonly holder?: PersonNameDto;
  @ApiPropertyOptional({ type: PersonNameDto }) readonly claimedBy?: PersonNameDto;
  @ApiPropertyOptional() readonly quartier?: string;
  @ApiPropertyOptional() readonly openRequest?: string;
  @ApiProperty() readonly open!: boolean;
  @ApiPropertyOptional({ format: 'date-time' }) readonly endedAt?: string;
  @ApiProperty({ format: 'date-time' }) readonly openedAt!: string;
  @ApiProperty({ format: 'date-time' }) readonly receivedAt!: string;
  @ApiPropertyOptional({ format: 'date' }) readonly dueOn?: string;
  @ApiPropertyOptional({ format: 'date' }) readonly promisedOn?: string;
  @ApiPropertyOptional({ description: 'How the town’s promise stands.' }) readonly clockState?: string;
  @ApiPropertyOptional({ description: 'The absent person in whose place the reader would act.' })
  readonly onBehalfOf?: string;
  @ApiPropertyOptional({ description: 'Where the list has groups: the one it is in, empty where it has none.' })
  readonly group?: string;
}

export class TaskCountDto {
  @ApiProperty({ enum: TASK_KINDS }) readonly kind!: string;
  @ApiProperty() readonly open!: number;
  @ApiProperty() readonly late!: number;
  @ApiProperty({ description: 'Due on the next working day.' }) readonly dueNext!: number;
  @ApiProperty({ description: 'Of the open ones: something was asked of somebody else.' }) readonly waiting!: number;
}
