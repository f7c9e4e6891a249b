import { useQuery } from '@tanstack/react-query';
import { isLocalDate } from '../../../domain/time/local-date.js';
import { workingDaysUntil, type WorkingDays } from '../../../domain/time/working-days.js';
import { today } from '../text/format.js';
import { read } from './client.js';

const AN_HOUR = 3_600_000;

/** Counts the working days from today to a date, by the calendar of the reader's organisation; undefined until it is known. */
export function useWorkingDaysUntil(): (date: string) => number | undefined {
  const { data } = useQuery({
    queryKey: ['calendar', 'working-days'],
    queryFn: ({ signal }) => read<WorkingDays>('/calendars/working-days', undefined, signal),
    staleTime: AN_HOUR,
  });
  return (date) => (data === undefined || !isLocalDate(date) ? undefined : workingDaysUntil(data, today(), date));
}
