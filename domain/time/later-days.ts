import { firstOpenDay, type Calendar } from './calendar.js';
import { addDays, type LocalDate } from './local-date.js';

const AHEAD = [1, 3, 7];

/**
 * The days to which a thing is put off: tomorrow, in three days, in a week, each moved to the next day on which the town
 * hall works; each once. Beyond what the calendar covers, the civil day stands.
 */
export function laterDays(calendar: Calendar, today: LocalDate): readonly LocalDate[] {
  const days = AHEAD.map((ahead) => addDays(today, ahead));
  return [...new Set(days.map((day) => firstOpenDay(calendar, day) ?? day))];
}
