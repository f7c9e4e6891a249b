import fc from 'fast-check';
import type { Calendar, ClosedDay } from './calendar.js';
import { isOpenDay } from './calendar.js';
import type { DatedCount, DayCountRequest } from './day-count.js';
import { countDays, DAY_COUNT_KINDS } from './day-count.js';
import { instantAtFraction } from './opening-time.js';
import type { LocalDate } from './local-date.js';
import { addDays, daysBetween, weekdayOf } from './local-date.js';

const FROM = '2025-01-01' as LocalDate;
const TO = '2028-12-31' as LocalDate;
const dayBetween = (min: number, max: number): fc.Arbitrary<LocalDate> =>
  fc.integer({ min, max }).map((days) => addDays(FROM, days));

const closedDay: fc.Arbitrary<ClosedDay> = fc.record({
  date: dayBetween(0, 400),
  reason: fc.constantFrom('publicHoliday', 'closure'),
  label: fc.constant('Fermé'),
});

const calendars: fc.Arbitrary<Calendar> = fc.record({
  id: fc.constant('ville'),
  hash: fc.constant(''),
  from: fc.constant(FROM),
  to: fc.constant(TO),
  closed: fc.uniqueArray(closedDay, { maxLength: 60, selector: (day) => day.date }),
  openExceptionally: fc.array(dayBetween(0, 400), { maxLength: 5 }),
  hours: fc.constant({ opensAt: 540, closesAt: 1020, earlyClosings: [] }),
  offsets: fc.constant([
    { from: Date.parse('2024-10-27T01:00:00Z'), minutes: 60 },
    { from: Date.parse('2025-03-30T01:00:00Z'), minutes: 120 },
    { from: Date.parse('2025-10-26T01:00:00Z'), minutes: 60 },
  ]),
  receptionRule: fc.constant('A' as const),
});

const requests: fc.Arbitrary<DayCountRequest> = fc.record({
  start: dayBetween(0, 300),
  kind: fc.constantFrom(...DAY_COUNT_KINDS),
  n: fc.integer({ min: 1, max: 10 }),
  pauses: fc.array(
    fc
      .tuple(dayBetween(0, 300), fc.integer({ min: 0, max: 20 }))
      .map(([from, days]) => ({ from, to: addDays(from, days) })),
    { maxLength: 3 },
  ),
});

function dated(calendar: Calendar, request: DayCountRequest): DatedCount {
  const count = countDays(calendar, request);
  if (count.kind !== 'dated') throw new Error(`The count ended ${count.kind}`);
  return count;
}

const isPaused = (request: DayCountRequest, date: LocalDate): boolean =>
  (request.pauses ?? []).some(({ from, to }) => date >= from && to !== undefined && date <= to);

describe('Whatever the calendar, a count', () => {
  it('explains every day from the start to the due day, and ends at its midnight after its closing', () => {
    fc.assert(
      fc.property(calendars, requests, (calendar, request) => {
        const { days, dueOn, endsAt, closesAt } = dated(calendar, request);
        expect(days.map((day) => day.date)).toEqual(
          Array.from({ length: daysBetween(request.start, dueOn) + 1 }, (_, i) => addDays(request.start, i)),
        );
        expect(endsAt - closesAt).toBe(7 * 3_600_000);
        expect(days.every((day) => day.counted !== (day.reason !== undefined))).toBe(true);
      }),
    );
  });

  it('never ends in a pause, nor on a closed day when its kind moves', () => {
    fc.assert(
      fc.property(calendars, requests, (calendar, request) => {
        const { dueOn } = dated(calendar, request);
        expect(isPaused(request, dueOn)).toBe(false);
        if (!['calendarDays', 'months', 'businessDays'].includes(request.kind)) {
          expect(isOpenDay(calendar, dueOn)).toBe(true);
        }
        if (request.kind === 'businessDays') {
          expect(weekdayOf(dueOn) < 7 || calendar.openExceptionally.includes(dueOn)).toBe(true);
        }
      }),
    );
  });

  it('never comes earlier for a longer limit or one day paused more', () => {
    fc.assert(
      fc.property(calendars, requests, dayBetween(0, 320), (calendar, request, date) => {
        const { dueOn } = dated(calendar, request);
        expect(dated(calendar, { ...request, n: request.n + 1 }).dueOn >= dueOn).toBe(true);
        const pauses = [...(request.pauses ?? []), { from: date, to: date }];
        expect(dated(calendar, { ...request, pauses }).dueOn >= dueOn).toBe(true);
      }),
    );
  });

  it('gives n days counted at once and one after the other the same end', () => {
    fc.assert(
      fc.property(
        calendars,
        requests,
        fc.constantFrom('workingDays', 'businessDays', 'calendarDays'),
        (calendar, request, kind) => {
          const atOnce = dated(calendar, { ...request, kind }).dueOn;
          let start = request.start;
          for (let i = 0; i < request.n; i += 1) start = dated(calendar, { ...request, kind, start, n: 1 }).dueOn;
          expect(start).toBe(atOnce);
        },
      ),
    );
  });

  it('shifts a count of every day by the days it stood still', () => {
    fc.assert(
      fc.property(calendars, requests, fc.constantFrom('calendarDays', 'months'), (calendar, request, kind) => {
        const { days, dueOn } = dated(calendar, { ...request, kind });
        const { dueOn: unpaused } = dated(calendar, { ...request, kind, pauses: [] });
        expect(daysBetween(unpaused, dueOn)).toBe(days.filter((day) => day.reason === 'paused').length);
      }),
    );
  });

  it('counts exactly n days that a plain reading of the calendar calls open', () => {
    fc.assert(
      fc.property(calendars, requests, (calendar, request) => {
        const { days } = dated(calendar, { ...request, kind: 'workingDays' });
        const open = days.slice(1).filter(({ date }) => isOpenDay(calendar, date) && !isPaused(request, date));
        expect(open).toHaveLength(request.n);
        expect(days.filter((day) => day.counted).map((day) => day.number)).toEqual(open.map((_, i) => i + 1));
      }),
    );
  });

  it('sends reminders in the order of their shares, in opening hours, not after the limit', () => {
    fc.assert(
      fc.property(calendars, requests, (calendar, request) => {
        const { endsAt } = dated(calendar, request);
        const instants = [0.5, 0.8, 1].map((fraction) => instantAtFraction(calendar, request, fraction));
        const sent = instants.filter((instant) => instant !== undefined);
        expect(sent).toEqual([...sent].sort((a, b) => a - b));
        expect(sent.every((instant) => instant < endsAt)).toBe(true);
      }),
    );
  });
});
