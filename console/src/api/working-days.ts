import { useQuery } from '@tanstack/react-query';
import { isLocalDate } from '../../../domain/time/local-date.js';
import { closingOn, workingDaysUntil, type WorkingHours } from '../../../domain/time/working-days.js';
import { clockTime, today } from '../text/format.js';
import { timeOf } from '../text/clock-minutes.js';
import { read } from './client.js';

const AN_HOUR = 3_600_000;
const MIDNIGHT = 24 * 60;

/** The calendar of the reader's organisation; undefined until it is known. */
function useWorkingHours(): WorkingHours | undefined {
  const { data } = useQuery({
    queryKey: ['calendar', 'working-days'],
    queryFn: ({ signal }) => read<WorkingHours>('/calendars/working-days', undefined, signal),
    staleTime: AN_HOUR,
  });
  return data;
}

/** Counts the working days from today to a date; undefined until the calendar is known. */
export function useWorkingDaysUntil(): (date: string) => number | undefined {
  const town = useWorkingHours();
  return (date) => (town === undefined || !isLocalDate(date) ? undefined : workingDaysUntil(town, today(), date));
}

/** « 17 h »: when a day closes; undefined where it is not worked, and in a town hall that does not close. */
export function useClosingTime(): (date: string) => string | undefined {
  const town = useWorkingHours();
  return (date) => {
    const minutes = town === undefined || !isLocalDate(date) ? undefined : closingOn(town, date);
    return minutes === undefined || minutes >= MIDNIGHT ? undefined : clockTime(timeOf(minutes));
  };
}
