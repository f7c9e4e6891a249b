import type { Route } from '../../../domain/case/route.js';
import type { Rules } from '../../../domain/case/rules.js';
import type { ChainRole } from '../../../domain/people/role.js';
import type { ProcessId } from '../../../domain/process/process-ref.js';
import type { ClockRule, OnChange, RunnableDefinition, StepDefinition } from '../../../domain/process/runnable.js';
import type { Calendar } from '../../../domain/time/calendar.js';
import { instantAt } from '../../../domain/time/calendar.js';
import type { Instant } from '../../../domain/time/instant.js';
import type { LocalDate } from '../../../domain/time/local-date.js';

/** Holidays of mainland France that fall on a weekday, spring and summer of 2026. */
const HOLIDAYS: readonly (readonly [string, string])[] = [
  ['2026-01-01', 'Jour de l’An'],
  ['2026-04-06', 'Lundi de Pâques'],
  ['2026-05-01', 'Fête du Travail'],
  ['2026-05-08', 'Victoire de 1945'],
  ['2026-05-14', 'Ascension'],
  ['2026-05-25', 'Lundi de Pentecôte'],
  ['2026-07-14', 'Fête nationale'],
  ['2026-11-11', 'Armistice'],
  ['2026-12-25', 'Noël'],
];

/** A calendar of 2026 alone, in winter time all year: specs of the core need days, not the zone database. */
export function aCalendar(changes: Partial<Calendar> = {}): Calendar {
  return {
    id: 'ville',
    hash: 'calendar-2026',
    from: '2026-01-01' as LocalDate,
    to: '2026-12-31' as LocalDate,
    closed: HOLIDAYS.map(([date, label]) => ({ date: date as LocalDate, reason: 'publicHoliday', label })),
    openExceptionally: [],
    hours: { opensAt: 9 * 60, closesAt: 17 * 60, earlyClosings: [] },
    offsets: [{ from: 0, minutes: 60 }],
    receptionRule: 'A',
    ...changes,
  };
}

/** 10 o'clock of that day, unless said otherwise. */
export function on(date: string, minutes = 10 * 60): Instant {
  return instantAt(aCalendar(), date as LocalDate, minutes);
}

/** The town's promise: ten working days, paused while something is missing. */
export const PROMISE: ClockRule = {
  id: 'promise',
  kind: 'promise',
  limit: { n: 10, kind: 'workingDays' },
  stoppedBy: 'reply',
  missingItem: 'pauseUntilAnswer',
};

export function aLegalClock(changes: Partial<ClockRule> = {}): ClockRule {
  return { ...PROMISE, id: 'silence', kind: 'legal', limit: { n: 2, kind: 'months' }, missingItem: 'runs', ...changes };
}

export const answerStep: StepDefinition = { kind: 'answer', opinions: [] };
export const replyStep: StepDefinition = { kind: 'reply', by: ['email', 'letter', 'spoken', 'none'] };

export function endorsedBy(chain: readonly ChainRole[], onChange: OnChange = { kind: 'askAllAgain' }): StepDefinition {
  return { kind: 'endorsement', chain, onChange };
}

/** A definition whose answer is endorsed by the head of department and the DGS, then signed by an elected official. */
export function aDefinition(changes: Partial<RunnableDefinition> = {}): RunnableDefinition {
  return {
    processId: 'essais.processus' as ProcessId,
    version: 1,
    hash: 'definition-1',
    schemaVersion: 1,
    organisation: 'ville',
    department: 'voirie',
    sector: 'general',
    sensitive: false,
    answerAtOnce: ['ambassador'],
    clocks: [PROMISE],
    steps: [
      { kind: 'assignment', team: 'voirie.chaussee', byQuartier: false },
      answerStep,
      endorsedBy(['headOfDepartment', 'dgs']),
      { kind: 'signature', by: 'electedOfficial' },
      replyStep,
    ],
    reopeningDays: 30,
    ...changes,
  };
}

export const REFERENT = 'p-referent';

/** Everyone whom a case may meet, and above whom they stand. */
export const ROUTE: Route = {
  organisation: 'ville',
  department: 'voirie',
  team: 'voirie.chaussee',
  holder: REFERENT,
  head: 'p-head',
  validators: {
    headOfDepartment: 'p-head',
    director: 'p-director',
    dga: 'p-dga',
    dgs: 'p-dgs',
    cabinetDirector: 'p-cabinet',
    electedOfficial: 'p-elue',
  },
  superiors: {
    [REFERENT]: 'p-head',
    'p-head': 'p-director',
    'p-director': 'p-dga',
    'p-dga': 'p-dgs',
    'p-dgs': 'p-maire',
    'p-cabinet': 'p-maire',
    'p-elue': 'p-maire',
  },
};

export function rulesFor(definition: Partial<RunnableDefinition> = {}, calendar: Partial<Calendar> = {}): Rules {
  return { definition: aDefinition(definition), calendars: { ville: aCalendar(calendar) } };
}
