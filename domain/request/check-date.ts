import type { FormField } from '../process/process-definition.js';
import type { LocalDate } from '../time/local-date.js';
import { isLocalDate } from '../time/local-date.js';
import type { AnswerFaultCode } from './answers.js';

/** None or one fault of a date: it exists, and lies on the side of today that was asked for. */
export function checkDate(
  { earliest, latest }: Pick<FormField, 'earliest' | 'latest'>,
  text: string,
  today: LocalDate,
): readonly AnswerFaultCode[] {
  if (!isLocalDate(text)) return ['answer.bad-date'];
  if (earliest === 'today' && text < today) return ['answer.date-past'];
  if (latest === 'today' && text > today) return ['answer.date-future'];
  return [];
}
