import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { dayReasonInFrench } from '../../domain/text/case-words.js';
import type { CountedDay } from '../../domain/time/day-count.js';

/** One day of a time limit: counted, or why not. */
export class ExplainedDayDto {
  @ApiProperty({ format: 'date' }) readonly date!: string;
  @ApiProperty() readonly counted!: boolean;
  @ApiPropertyOptional({ description: 'Its rank, where single days are counted.' }) readonly number?: number;
  @ApiPropertyOptional({ description: 'A code: `weekend`, `publicHoliday`, `closure`, `paused`…' })
  readonly reason?: string;
  @ApiPropertyOptional({ description: 'The same in French, with the name of the holiday or closure.' })
  readonly words?: string;
}

export function explainedDay({ date, counted, number, reason, label }: CountedDay): ExplainedDayDto {
  return {
    date,
    counted,
    ...(number === undefined ? {} : { number }),
    ...(reason === undefined ? {} : { reason, words: dayReasonInFrench(reason, label) }),
  };
}
