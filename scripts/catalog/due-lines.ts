import type { ProcessDefinition } from '../../domain/process/process-definition.js';
import { longDate } from '../../domain/text/french-typography.js';
import type { Calendar } from '../../domain/time/calendar.js';
import { localDateOf } from '../../domain/time/calendar.js';
import { countDays, dayZero } from '../../domain/time/day-count.js';
import type { Instant } from '../../domain/time/instant.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { clockConditionWords } from '../../src/catalog/process-words.js';
import { townCalendar } from '../../src/calendar/town-calendars.js';
import type { Town } from '../../src/town/town.js';

/** When each clock of a process would end, had a request come in at that instant. */
export function dueLines(definition: ProcessDefinition, town: Town, receivedAt: Instant): readonly string[] {
  const calendar = calendarOf(town, definition.organisation, receivedAt);
  return definition.clocks.map((clock) => {
    const legal = clock.kind === 'legal';
    const start = legal ? localDateOf(calendar, receivedAt) : dayZero(calendar, receivedAt);
    const count = countDays(calendar, { start, ...clock.limit, ignoreClosures: legal });
    const date = count.kind === 'dated' ? longDate(count.dueOn) : 'au-delà du calendrier connu';
    return `${legal ? `Délai légal (${clock.basis})` : 'Promesse de la ville'} : ${date}${clockConditionWords(clock, definition)}`;
  });
}

function calendarOf({ organisations, closures }: Town, organisation: string, receivedAt: Instant): Calendar {
  const sheet = organisations.find(({ id }) => id === organisation);
  if (sheet === undefined) throw new Error(`The town has no organisation "${organisation}"`);
  return townCalendar(sheet, closures, new Date(receivedAt).toISOString().slice(0, 10) as LocalDate);
}
