import { countDays } from '../../domain/time/day-count.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import type { CalendarSource } from './build-calendar.js';
import { buildCalendar, coverAround, ORDINARY_HOURS, yearsCover } from './build-calendar.js';

const date = (text: string): LocalDate => text as LocalDate;

const source: CalendarSource = {
  id: 'ville',
  subdivision: 'FR-51',
  closures: [
    { date: date('2026-05-15'), label: 'Pont de l’Ascension' },
    { date: date('2026-05-08'), label: 'Fermeture annoncée par erreur' },
    { date: date('2031-05-23'), label: 'Hors de la période' },
  ],
  openExceptionally: [date('2026-09-05'), date('2020-09-05')],
  hours: { ...ORDINARY_HOURS, earlyClosings: [{ date: date('2026-12-24'), closesAt: 12 * 60 }] },
  receptionRule: 'A',
};

describe('The calendar of an organisation', () => {
  const calendar = buildCalendar(source, coverAround(date('2026-11-25')));

  it('covers last year, this one and the two that follow', () => {
    expect([calendar.from, calendar.to]).toEqual(['2025-01-01', '2028-12-31']);
    expect(calendar.closed[0]).toEqual({ date: '2025-01-01', reason: 'publicHoliday', label: 'Jour de l’an' });
    expect(calendar.closed.at(-1)?.date).toBe('2028-12-25');
  });

  it('holds the town’s days within the cover, in order; a holiday wins over a closure', () => {
    const dates = calendar.closed.map((day) => day.date);
    expect(dates).toEqual([...new Set(dates)].sort());
    expect(dates).toHaveLength(4 * 11 + 1);
    expect(calendar.closed.find((day) => day.date === '2026-05-15')?.reason).toBe('closure');
    expect(calendar.closed.find((day) => day.date === '2026-05-08')?.reason).toBe('publicHoliday');
    expect(calendar.openExceptionally).toEqual(['2026-09-05']);
  });

  it('knows each change of the clocks, to the minute', () => {
    expect(calendar.offsets.map(({ from, minutes }) => [new Date(from).toISOString(), minutes])).toEqual([
      ['2024-12-31T00:00:00.000Z', 60],
      ['2025-03-30T01:00:00.000Z', 120],
      ['2025-10-26T01:00:00.000Z', 60],
      ['2026-03-29T01:00:00.000Z', 120],
      ['2026-10-25T01:00:00.000Z', 60],
      ['2027-03-28T01:00:00.000Z', 120],
      ['2027-10-31T01:00:00.000Z', 60],
      ['2028-03-26T01:00:00.000Z', 120],
      ['2028-10-29T01:00:00.000Z', 60],
    ]);
  });

  it('has the same hash for the same content in another order, and another one for any change', () => {
    const cover = coverAround(date('2026-01-01'));
    const reordered = { ...source, closures: [...source.closures].reverse() };
    expect(buildCalendar(reordered, cover).hash).toBe(calendar.hash);
    expect(calendar.hash).toMatch(/^[0-9a-f]{64}$/);
    const others = [
      { ...source, closures: [] },
      { ...source, id: 'agglo' },
      { ...source, hours: ORDINARY_HOURS },
      { ...source, receptionRule: 'B' as const },
      { ...source, subdivision: 'FR-67' },
    ].map((other) => buildCalendar(other, cover).hash);
    expect(new Set([...others, calendar.hash]).size).toBe(6);
  });

  it('survives a journey as JSON, and counts the same days after it', () => {
    const travelled = JSON.parse(JSON.stringify(calendar)) as typeof calendar;
    expect(travelled).toEqual(calendar);
    const request = { start: date('2026-05-07'), n: 10, kind: 'workingDays' } as const;
    expect(countDays(travelled, request)).toMatchObject({ kind: 'dated', dueOn: '2026-05-27' });
    expect(countDays(buildCalendar({ ...source, closures: [] }, yearsCover(2026, 2026)), request)).toMatchObject({
      dueOn: '2026-05-26',
    });
  });

  it('refuses a subdivision that does not exist', () => {
    expect(() => buildCalendar({ ...source, subdivision: 'FR-GES' }, yearsCover(2026, 2026))).toThrow(/FR-GES/);
  });
});

describe('The offsets of a zone', () => {
  it.each([
    ['FR-GP', -240],
    ['FR-RE', 240],
    ['FR-YT', 180],
    ['FR-GF', -180],
  ])('of %s never change', (subdivision, minutes) => {
    const { offsets } = buildCalendar({ ...source, subdivision }, yearsCover(2026, 2027));
    expect(offsets.map((offset) => offset.minutes)).toEqual([minutes]);
  });

  it('of Saint-Pierre-et-Miquelon change on American dates', () => {
    const { offsets } = buildCalendar({ ...source, subdivision: 'FR-PM' }, yearsCover(2026, 2026));
    expect(offsets.slice(1).map(({ from, minutes }) => [new Date(from).toISOString(), minutes])).toEqual([
      ['2026-03-08T05:00:00.000Z', -120],
      ['2026-11-01T04:00:00.000Z', -180],
    ]);
  });
});
