import type { Calendar, ClosedDay } from './calendar.js';
import type { DayCount, DayCountKind, DayCountRequest, Pause } from './day-count.js';
import { countDays, dayZero } from './day-count.js';
import type { LocalDate } from './local-date.js';

const date = (text: string): LocalDate => text as LocalDate;
const at = (text: string): number => Date.parse(text);
const holiday = (day: string, label: string): ClosedDay => ({ date: date(day), reason: 'publicHoliday', label });

/** The months these examples need, of the plain national list. */
const calendar: Calendar = {
  id: 'ville',
  hash: '',
  from: date('2025-01-01'),
  to: date('2026-12-31'),
  closed: [
    holiday('2025-01-01', 'Jour de l’an'),
    holiday('2025-04-21', 'Lundi de Pâques'),
    holiday('2025-05-01', 'Fête du Travail'),
    holiday('2025-05-08', 'Victoire de 1945'),
    holiday('2025-05-29', 'Ascension'),
    holiday('2025-12-25', 'Noël'),
    holiday('2026-01-01', 'Jour de l’an'),
    holiday('2026-05-01', 'Fête du Travail'),
    holiday('2026-05-08', 'Victoire de 1945'),
    holiday('2026-05-14', 'Ascension'),
    holiday('2026-05-25', 'Lundi de Pentecôte'),
    holiday('2026-07-14', 'Fête nationale'),
    holiday('2026-08-15', 'Assomption'),
    holiday('2026-12-25', 'Noël'),
  ],
  openExceptionally: [],
  hours: { opensAt: 540, closesAt: 1020, earlyClosings: [] },
  offsets: [
    { from: at('2024-10-27T01:00:00Z'), minutes: 60 },
    { from: at('2025-03-30T01:00:00Z'), minutes: 120 },
    { from: at('2025-10-26T01:00:00Z'), minutes: 60 },
    { from: at('2026-03-29T01:00:00Z'), minutes: 120 },
    { from: at('2026-10-25T01:00:00Z'), minutes: 60 },
  ],
  receptionRule: 'A',
};

const request = (start: string, n: number, kind: DayCountKind): DayCountRequest => ({ start: date(start), n, kind });
const dueOn = (count: DayCount): LocalDate | string => (count.kind === 'dated' ? count.dueOn : count.kind);
const due = (start: string, n: number, kind: DayCountKind): string =>
  dueOn(countDays(calendar, request(start, n, kind)));

describe('A count of days', () => {
  it('promises 2 working days from a Friday before closing to the Wednesday after the fourteenth of July', () => {
    const start = dayZero(calendar, at('2026-07-10T16:50:00+02:00'));
    expect(countDays(calendar, { start, n: 2, kind: 'workingDays' })).toEqual({
      kind: 'dated',
      dueOn: '2026-07-15',
      endsAt: at('2026-07-16T00:00:00+02:00'),
      closesAt: at('2026-07-15T17:00:00+02:00'),
      days: [
        { date: '2026-07-10', counted: false, reason: 'startDay' },
        { date: '2026-07-11', counted: false, reason: 'weekend' },
        { date: '2026-07-12', counted: false, reason: 'weekend' },
        { date: '2026-07-13', counted: true, number: 1 },
        { date: '2026-07-14', counted: false, reason: 'publicHoliday', label: 'Fête nationale' },
        { date: '2026-07-15', counted: true, number: 2 },
      ],
    });
  });

  it('promises 10 working days over the holidays of May', () => {
    expect(due('2026-05-07', 10, 'workingDays')).toBe('2026-05-26');
  });

  it('says for each kind where the count ends', () => {
    expect(due('2025-04-17', 2, 'businessDays')).toBe('2025-04-19');
    expect(due('2025-04-06', 15, 'calendarDays')).toBe('2025-04-21');
    expect(due('2025-04-06', 15, 'calendarDaysRolled')).toBe('2025-04-22');
    expect(due('2025-03-10', 3, 'clearDaysRolled')).toBe('2025-03-14');
    expect(due('2025-04-17', 3, 'clearDaysRolled')).toBe('2025-04-22');
    expect(due('2025-07-10', 2, 'months')).toBe('2025-09-10');
    expect(due('2026-06-14', 2, 'monthsClearRolled')).toBe('2026-08-17');
  });

  it('explains a clear day, a Sunday and an end that moved', () => {
    const count = countDays(calendar, request('2025-04-17', 3, 'clearDaysRolled'));
    expect(count.kind === 'dated' && count.days.slice(3)).toEqual([
      { date: '2025-04-20', counted: true, number: 3 },
      { date: '2025-04-21', counted: false, reason: 'lastClearDay' },
      { date: '2025-04-22', counted: false, reason: 'rolledForward' },
    ]);
    const moved = countDays(calendar, request('2026-07-09', 2, 'calendarDaysRolled'));
    expect(moved.kind === 'dated' && moved.days.slice(2)).toEqual([
      { date: '2026-07-11', counted: true, number: 2 },
      { date: '2026-07-12', counted: false, reason: 'weekend' },
      { date: '2026-07-13', counted: false, reason: 'rolledForward' },
    ]);
    const business = countDays(calendar, request('2026-07-11', 1, 'businessDays'));
    expect(business.kind === 'dated' && business.days.slice(1)).toEqual([
      { date: '2026-07-12', counted: false, reason: 'sunday' },
      { date: '2026-07-13', counted: true, number: 1 },
    ]);
  });

  it('numbers no day of a count in months', () => {
    const count = countDays(calendar, request('2026-01-31', 1, 'months'));
    expect(count).toMatchObject({ kind: 'dated', dueOn: '2026-02-28' });
    expect(count.kind === 'dated' && count.days.slice(1).every((day) => day.counted && !('number' in day))).toBe(true);
  });

  it('keeps the day of receipt for a limit of nothing, moved where the kind never ends on a closed day', () => {
    expect(due('2026-07-11', 0, 'calendarDays')).toBe('2026-07-11');
    expect(due('2026-07-11', 0, 'workingDays')).toBe('2026-07-13');
    expect(due('2026-07-10', -3, 'workingDays')).toBe('2026-07-10');
    expect(due('2026-07-10', Number.NaN, 'workingDays')).toBe('2026-07-10');
  });

  it('ends nowhere beyond the cover, whatever is asked', () => {
    for (const kind of ['workingDays', 'businessDays', 'calendarDays', 'clearDaysRolled', 'months'] as const) {
      expect(countDays(calendar, request('2026-12-20', 1e12, kind))).toEqual({
        kind: 'undated',
        coveredTo: '2026-12-31',
      });
    }
    expect(due('2024-12-31', 1, 'workingDays')).toBe('undated');
    expect(due('2027-01-01', 0, 'calendarDays')).toBe('undated');
    expect(due('2026-12-30', 1, 'workingDays')).toBe('2026-12-31');
    expect(due('2026-12-30', 2, 'workingDays')).toBe('undated');
  });
});

describe('The town’s own days', () => {
  const town: Calendar = {
    ...calendar,
    closed: [...calendar.closed, { date: date('2026-05-15'), reason: 'closure', label: 'Pont de l’Ascension' }],
    openExceptionally: [date('2026-05-16')],
  };

  it('close and open the count of the promise', () => {
    const count = countDays(town, request('2026-05-13', 1, 'workingDays'));
    expect(count).toMatchObject({ kind: 'dated', dueOn: '2026-05-16' });
    expect(count.kind === 'dated' && count.days[2]).toEqual({
      date: '2026-05-15',
      counted: false,
      reason: 'closure',
      label: 'Pont de l’Ascension',
    });
  });

  it('change nothing to a legal clock', () => {
    const legal = countDays(town, { ...request('2026-05-13', 2, 'workingDays'), ignoreClosures: true });
    expect(dueOn(legal)).toBe('2026-05-18');
    const rolled = countDays(town, { ...request('2026-05-13', 2, 'calendarDaysRolled'), ignoreClosures: true });
    expect(dueOn(rolled)).toBe('2026-05-15');
  });
});

describe('A pause', () => {
  const paused = (start: string, n: number, pauses: Pause[]): string =>
    dueOn(countDays(calendar, { ...request(start, n, 'workingDays'), pauses }));
  const pause = (from: string, to: string): Pause => ({ from: date(from), to: date(to) });

  it.each([
    ['2025-03-10', [], '2025-03-24'],
    ['2025-03-10', [pause('2025-03-14', '2025-03-20')], '2025-03-31'],
    ['2025-04-14', [pause('2025-04-17', '2025-04-22')], '2025-05-05'],
    ['2025-12-15', [pause('2025-12-18', '2026-01-05')], '2026-01-15'],
  ])('moves 10 working days from %s by what it held back', (start, pauses, expected) => {
    expect(paused(start, 10, pauses)).toBe(expected);
  });

  it('counts once where two overlap, and not at all where it lies before the start or is empty', () => {
    expect(paused('2025-03-10', 10, [pause('2025-03-14', '2025-03-18'), pause('2025-03-17', '2025-03-20')])).toBe(
      '2025-03-31',
    );
    expect(paused('2025-03-10', 10, [pause('2025-03-01', '2025-03-10')])).toBe('2025-03-24');
    expect(paused('2025-03-10', 10, [pause('2025-03-14', '2025-03-13')])).toBe('2025-03-24');
  });

  it('shifts a number of months by as many civil days', () => {
    const legal = { ...request('2025-07-10', 2, 'months'), pauses: [pause('2025-08-01', '2025-08-15')] };
    expect(dueOn(countDays(calendar, legal))).toBe('2025-09-25');
  });

  it('holds back the day on which a limit would end', () => {
    const onMonday = { ...request('2026-07-09', 2, 'calendarDaysRolled'), pauses: [pause('2026-07-13', '2026-07-13')] };
    expect(dueOn(countDays(calendar, onMonday))).toBe('2026-07-15');
  });

  it('without an end leaves no date, but one that came after the due day changes nothing', () => {
    const since = { from: date('2025-03-14') };
    expect(countDays(calendar, { ...request('2025-03-10', 10, 'workingDays'), pauses: [since] })).toEqual({
      kind: 'paused',
      since: '2025-03-14',
    });
    expect(paused('2025-03-10', 3, [since])).toBe('2025-03-13');
    expect(paused('2025-03-10', 10, [pause('2025-03-12', '2025-04-30'), since])).toBe('paused');
    expect(paused('2025-03-10', 10, [pause('2025-03-12', '2027-04-30'), since])).toBe('paused');
  });
});

describe('The day of receipt', () => {
  const rule = (receptionRule: 'A' | 'B'): Calendar => ({ ...calendar, receptionRule });

  it('is the civil day under rule A, whatever the hour', () => {
    expect(dayZero(rule('A'), at('2026-07-10T23:59:59+02:00'))).toBe('2026-07-10');
    expect(dayZero(rule('A'), at('2026-07-11T00:00:00+02:00'))).toBe('2026-07-11');
  });

  it('is the next open day under rule B for what comes at closing or later, or on a closed day', () => {
    expect(dayZero(rule('B'), at('2026-07-10T08:30:00+02:00'))).toBe('2026-07-10');
    expect(dayZero(rule('B'), at('2026-07-10T16:59:59.999+02:00'))).toBe('2026-07-10');
    expect(dayZero(rule('B'), at('2026-07-10T17:00:00+02:00'))).toBe('2026-07-13');
    expect(dayZero(rule('B'), at('2026-07-11T10:00:00+02:00'))).toBe('2026-07-13');
    expect(dayZero(rule('B'), at('2026-07-13T18:00:00+02:00'))).toBe('2026-07-15');
  });

  it('leads out of the cover rather than guess an open day', () => {
    const start = dayZero(rule('B'), at('2026-12-31T18:00:00+01:00'));
    expect(start).toBe('2027-01-01');
    expect(countDays(rule('B'), { start, n: 1, kind: 'workingDays' }).kind).toBe('undated');
    const closedEnd = { ...rule('B'), to: date('2026-12-27') };
    expect(dayZero(closedEnd, at('2026-12-24T18:00:00+01:00'))).toBe('2026-12-28');
    expect(dayZero(closedEnd, at('2027-03-01T18:00:00+01:00'))).toBe('2027-03-02');
  });
});
