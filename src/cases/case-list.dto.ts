import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsDay } from '../http/is-day.js';
import { GROUPINGS, type Grouping } from '../../domain/text/list-groups.js';
import { PageQuery } from '../http/pagination.js';

const STATUSES = ['open', 'closed', 'ended'] as const;
const SORTS = ['received', 'due'] as const;

const asBoolean = Transform(({ value }: { value: unknown }) =>
  value === 'true' ? true : value === 'false' ? false : value,
);

/** Filters of the list of cases; all of them must hold. */
export class CaseListQueryDto extends PageQuery {
  @ApiPropertyOptional({
    description: 'A number (« 412 »), a telephone number, words of the request, a citizen’s name or a street.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly q?: string;

  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) readonly processId?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) readonly department?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) readonly organisation?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) readonly quartier?: string;
  @ApiPropertyOptional({ enum: STATUSES }) @IsOptional() @IsIn([...STATUSES]) readonly status?: string;

  @ApiPropertyOptional({ description: 'What it waits for: the kind of its first task, `waiting`, `reply.failed`…' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly step?: string;

  @ApiPropertyOptional() @IsOptional() @IsUUID() readonly citizenId?: string;
  @ApiPropertyOptional({ description: 'The person who holds an open task.' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  readonly holder?: string;

  @ApiPropertyOptional({ description: 'Those in which the reader, or someone they replace, has or had a part.' })
  @IsOptional()
  @asBoolean
  @IsBoolean()
  readonly mine?: boolean;

  @ApiPropertyOptional({ format: 'date' }) @IsOptional() @IsDay() readonly dueFrom?: string;
  @ApiPropertyOptional({ format: 'date' }) @IsOptional() @IsDay() readonly dueTo?: string;
  @ApiPropertyOptional({ format: 'date' }) @IsOptional() @IsDay() readonly receivedFrom?: string;
  @ApiPropertyOptional({ format: 'date', description: 'That day included.' })
  @IsOptional()
  @IsDay()
  readonly receivedTo?: string;

  @ApiPropertyOptional({ enum: SORTS, default: 'received', description: '`due`: open cases, most urgent first.' })
  @IsIn([...SORTS])
  readonly sort: (typeof SORTS)[number] = 'received';

  @ApiPropertyOptional({
    enum: GROUPINGS,
    description: 'Group after group, each in that order. But for `due`, only cases whose content the reader may read.',
  })
  @IsOptional()
  @IsIn([...GROUPINGS])
  readonly group?: Grouping;
}

/** What a list is narrowed to, without its pages: all that it finds. */
export class CaseListFilterDto extends OmitType(CaseListQueryDto, ['cursor', 'limit'] as const) {}

/** Nobody reads further, and counting further costs; a lot holds no more. */
export const COUNTED_TO = 2000;

export class CaseCountDto {
  @ApiProperty({ maximum: COUNTED_TO }) readonly count!: number;
  @ApiProperty({ description: 'True where there are more than are counted.' }) readonly more!: boolean;
}

/** By what a case answers to what was typed. */
const FOUND_BY = ['number', 'phone', 'name', 'place', 'words'] as const;
export type FoundBy = (typeof FOUND_BY)[number];

/** A piece of an excerpt. */
export class ExcerptPartDto {
  @ApiProperty() readonly text!: string;
  @ApiProperty({ description: 'True for what was looked for.' }) readonly marked!: boolean;
}

/** Why a case is among those found. */
export class CaseFoundDto {
  @ApiProperty({ enum: FOUND_BY, isArray: true }) readonly by!: readonly FoundBy[];
  @ApiProperty({ type: [ExcerptPartDto], description: 'What the citizen wrote, around the words looked for.' })
  readonly excerpt!: readonly ExcerptPartDto[];
  @ApiPropertyOptional({ description: 'Where it was found by its place: that place, as it was said.' })
  readonly place?: string;
}

/** A case in a list. Where its content is out of the reader’s reach, only number, status and dates are there. */
export class CaseListItemDto {
  @ApiProperty({ format: 'uuid' }) readonly caseId!: string;
  @ApiProperty({ example: 'D-2026-00421' }) readonly caseNumber!: string;
  @ApiProperty({ enum: STATUSES }) readonly status!: string;
  @ApiProperty({ description: 'False where the reader may know that the case exists, and no more.' })
  readonly readable!: boolean;
  @ApiPropertyOptional() readonly title?: string;
  @ApiPropertyOptional() readonly processId?: string;
  @ApiPropertyOptional() readonly theme?: string;
  @ApiPropertyOptional() readonly organisation?: string;
  @ApiPropertyOptional() readonly department?: string;
  @ApiPropertyOptional() readonly departmentName?: string;
  @ApiPropertyOptional() readonly team?: string;
  @ApiPropertyOptional() readonly sensitive?: boolean;
  @ApiPropertyOptional() readonly quartier?: string;
  @ApiPropertyOptional() readonly channel?: string;
  @ApiPropertyOptional({ description: 'What it waits for.' }) readonly step?: string;
  @ApiPropertyOptional() readonly conclusion?: string;
  @ApiPropertyOptional({ description: 'The person who holds its first task.' }) readonly holder?: string;
  @ApiPropertyOptional() readonly holderName?: string;
  @ApiPropertyOptional() readonly citizenName?: string;
  @ApiPropertyOptional({ format: 'date' }) readonly promisedOn?: string;
  @ApiPropertyOptional({ format: 'date' }) readonly dueOn?: string;
  @ApiPropertyOptional({ description: 'State of the town’s promise.' }) readonly clockState?: string;
  @ApiPropertyOptional({ format: 'date-time' }) readonly receivedAt?: string;
  @ApiPropertyOptional({ format: 'date-time' }) readonly closedAt?: string;
  @ApiPropertyOptional() readonly revision?: number;
  @ApiPropertyOptional({ type: CaseFoundDto, description: 'Where something was typed.' }) readonly found?: CaseFoundDto;
  @ApiPropertyOptional({ description: 'Where the list has groups: the one it is in, empty where it has none.' })
  readonly group?: string;
}
