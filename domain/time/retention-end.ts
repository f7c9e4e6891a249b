import type { Duration } from '../process/process-definition.js';
import { addDays, addMonths, type LocalDate } from './local-date.js';

/** The day from which the data of a case that ended on `closedOn` need no longer be kept. */
export function retentionEnd({ n, unit }: Duration, closedOn: LocalDate): LocalDate {
  if (unit === 'days') return addDays(closedOn, n);
  return addMonths(closedOn, n * (unit === 'years' ? 12 : 1));
}
