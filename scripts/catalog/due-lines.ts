import type { ProcessDefinition } from '../../domain/process/process-definition.js';
import { longDate } from '../../domain/text/french-typography.js';
import type { Calendar } from '../../domain/time/calendar.js';
import { localDateOf } from '../../domain/time/calendar.js';
import { countDays, dayZero } from '../../domain/time/day-count.js';
import type { Instant } from '../../domain/time/instant.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { buildCalendar, coverAround } from '../../src/calendar/build-calendar.js';
import type { Town } from '../../src/town/town.js';

/** When each clock of a process would end, had a request come in at that instant. */
export function dueLines(definition: ProcessDefinition, town: Town, receivedAt: Instant): readonly string[] {
  const calendar = calendarOf(town, definition.organisation, receivedAt);
  return definition.clocks.map((clock) => {
    const legal = clock.kind === 'legal';
    const start = legal ? localDateOf(calendar, receivedAt) : dayZero(calendar, receivedAt);
    const count = countDays(calendar, { start, ...clock.limit, ignoreClosures: legal });
    const date = count.kind === 'dated' ? longDate(count.dueOn) : 'au-delà du calendrier connu';
    return `${legal ? `Délai légal (${clock.basis})` : 'Promesse de la ville'} : ${date}`;
  });
}

function calendarOf(town: Town, organisation: string, receivedAt: Instant): Calendar {
  const sheet = town.organisations.find(({ id }) => id === organisation);
  if (sheet === undefined) throw new Error(`The town has no organisation "${organisation}"`);
  const closures = town.closures.filter((closure) => closure.organisation === organisation);
  const day = new Date(receivedAt).toISOString().slice(0, 10) as LocalDate;
  return buildCalendar(
    {
      id: organisation,
      subdivision: sheet.calendar.subdivision.code,
      holidays: sheet.calendar.corrections,
      closures: closures.filter(({ kind }) => kind === 'closed'),
      openExceptionally: closures.filter(({ kind }) => kind === 'openExceptionally').map(({ date }) => date),
      hours: {
        opensAt: sheet.calendar.opensAt,
        closesAt: sheet.calendar.closesAt,
        earlyClosings: closures.flatMap(({ date, closesAt }) => (closesAt === undefined ? [] : [{ date, closesAt }])),
      },
      receptionRule: sheet.calendar.receptionRule,
    },
    coverAround(day),
  );
}
