import type { Stack } from '../../scripts/stack/product.mjs';
import { instantAt, localDateOf, type Calendar } from '../../domain/time/calendar.js';
import { countDays } from '../../domain/time/day-count.js';
import { MINUTE, type Instant } from '../../domain/time/instant.js';
import { addDays, type LocalDate } from '../../domain/time/local-date.js';
import type { TownHall } from './town-hall.js';

/** Reminders at the end of a day leave half an hour before closing. */
const BEFORE_CLOSING = 30;

/**
 * Bends the town's opening hours so that the reminder at half of a ten-day promise falls on a minute that is near, for
 * requests received on the day that is answered. Real calendars, counted by the real code: only the hours are odd.
 * @returns the instant of the reminder, and the noon of the day on which a request must have been received
 */
export async function bringHalfTimeNear(
  stack: Stack,
  town: TownHall,
  minutesAhead: number,
): Promise<{ at: Instant; receivedAt: Date }> {
  const before = await calendarOf(town);
  const today = localDateOf(before, Date.now());
  const at = Math.ceil(Date.now() / MINUTE) * MINUTE + minutesAhead * MINUTE;
  const minuteOfDay = (at - instantAt(before, today, 0)) / MINUTE;
  await town.rows(
    `UPDATE organisations SET data = jsonb_set(jsonb_set(data, '{calendar,opensAt}', '0'), '{calendar,closesAt}', to_jsonb($1::int))`,
    [minuteOfDay + BEFORE_CLOSING],
  );
  // A trial may run on a Sunday or a public holiday: the town hall then opens for it.
  await town.rows(
    `INSERT INTO closures (organisation, date, kind, label, decided_on, decided_by)
     SELECT id, $1, 'openExceptionally', 'Essai', $1, 'Essai' FROM organisations ON CONFLICT DO NOTHING`,
    [today],
  );
  await town.rows("DELETE FROM closures WHERE date = $1 AND kind <> 'openExceptionally'", [today]);
  await stack.runCli('town-load');
  await stack.processes.api.restart();
  const calendar = await calendarOf(town);
  return { at, receivedAt: new Date(instantAt(calendar, dayWhoseFifthIs(calendar, today), 12 * 60)) };
}

async function calendarOf(town: TownHall): Promise<Calendar> {
  const [row] = await town.rows<{ data: Calendar }>(
    `SELECT c.data FROM calendars c JOIN calendar_state s ON s.hash = c.hash WHERE s.organisation = 'ville'`,
  );
  return row!.data;
}

function dayWhoseFifthIs(calendar: Calendar, today: LocalDate): LocalDate {
  for (let start = addDays(today, -1); ; start = addDays(start, -1)) {
    const count = countDays(calendar, { start, kind: 'workingDays', n: 5 });
    if (count.kind === 'dated' && count.dueOn === today) return start;
  }
}
