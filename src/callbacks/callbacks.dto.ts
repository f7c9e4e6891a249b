import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, Matches, MaxLength } from 'class-validator';
import type { LocalDate } from '../../domain/time/local-date.js';
import { CALLBACK_STATES, type CallbackState } from '../database/repositories/callbacks.repository.js';
import { IsDay } from '../http/is-day.js';
import { PageQuery } from '../http/pagination.js';
import { NamedDto, NamedPersonDto } from '../people/named-person.dto.js';

const AUDIENCES = ['me', 'team'] as const;

export class CallbackQueryDto extends PageQuery {
  @ApiPropertyOptional({
    enum: CALLBACK_STATES,
    default: 'due',
    description: 'Their day is here or past; to come; done in the last seven days.',
  })
  @IsIn([...CALLBACK_STATES])
  readonly state: CallbackState = 'due';
}

export class CallbackContentDto {
  @ApiProperty({ format: 'date', description: 'The day on which it shows: today or later.' })
  @IsDay()
  readonly dueOn!: LocalDate;

  @ApiProperty({ description: 'What is to be done: « rappeler après 17 h ».' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  readonly note!: string;
}

export class NewCallbackDto extends CallbackContentDto {
  @ApiProperty({ enum: AUDIENCES, description: 'For oneself, or for one’s team.' })
  @IsIn([...AUDIENCES])
  readonly audience!: (typeof AUDIENCES)[number];
}

/** Something to do again about a case, on a day. */
export class CallbackDto {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ description: 'Also the `ETag`.' }) readonly version!: number;
  @ApiProperty({ format: 'uuid' }) readonly caseId!: string;
  @ApiProperty({ example: 'D-2026-00421' }) readonly caseNumber!: string;
  @ApiProperty({ description: 'Title of the process.' }) readonly title!: string;
  @ApiProperty({ format: 'date' }) readonly dueOn!: string;
  @ApiProperty() readonly note!: string;
  @ApiPropertyOptional({ type: NamedPersonDto, description: 'Whom it is for, where it is one person.' })
  readonly person?: NamedPersonDto;
  @ApiPropertyOptional({ type: NamedDto, description: 'The team or the department it is for.' })
  readonly team?: NamedDto;
  @ApiProperty({ type: NamedPersonDto }) readonly createdBy!: NamedPersonDto;
  @ApiPropertyOptional({ type: NamedPersonDto }) readonly doneBy?: NamedPersonDto;
  @ApiPropertyOptional({ format: 'date-time' }) readonly doneAt?: string;
  @ApiPropertyOptional() readonly citizenName?: string;
  @ApiPropertyOptional({ description: 'Whom to call.' }) readonly phone?: string;
}

export class CallbackCountsDto {
  @ApiProperty({ description: 'Their day is today or past.' }) readonly due!: number;
  @ApiProperty({ description: 'Of these: their day is past.' }) readonly late!: number;
}
