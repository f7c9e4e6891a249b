import type { ReceptionRule } from '../../domain/time/calendar.js';
import type { DayCountKind } from '../../domain/time/day-count.js';
import type { Instant } from '../../domain/time/instant.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { isLocalDate } from '../../domain/time/local-date.js';
import type { FrenchSubdivision } from './french-subdivision.js';
import { frenchSubdivision } from './french-subdivision.js';
import type { InstantFault } from './read-instant.js';
import { readInstant } from './read-instant.js';

export const DUE_DATE_COLUMNS = ['start', 'kind', 'n', 'calendar', 'closures', 'reception_rule'] as const;

export type DueDateColumn = (typeof DUE_DATE_COLUMNS)[number];

/** What one line of the CSV asks. */
export interface DueDateQuestion {
  readonly start: Instant;
  readonly kind: DayCountKind;
  readonly n: number;
  readonly subdivision: FrenchSubdivision;
  readonly closures: readonly LocalDate[];
  readonly receptionRule: ReceptionRule;
}

/** What is wrong, where. `column` is null when the line as a whole is. */
export interface DueDateFault {
  readonly column: string | null;
  readonly code: string;
  /** One French sentence that says what to do. */
  readonly message: string;
}

/** Reading one cell either gives its value or says what is wrong with it. */
type Cell<T> = { readonly value: T } | { readonly code: string; readonly message: string };

const KINDS: ReadonlyMap<string, DayCountKind> = new Map([
  ['ouvres', 'workingDays'],
  ['ouvrables', 'businessDays'],
  ['calendaires', 'calendarDays'],
  ['calendaires_report', 'calendarDaysRolled'],
  ['francs_report', 'clearDaysRolled'],
  ['mois', 'months'],
  ['mois_francs_report', 'monthsClearRolled'],
]);

const LARGEST_N = 9999;

const INSTANT_MESSAGES: Readonly<Record<InstantFault, string>> = {
  invalidInstant: 'Écrivez la date et l’heure sous la forme 2025-03-10T10:00:00+01:00.',
  missingOffset:
    'Ajoutez l’heure et son décalage avec UTC, par exemple 2025-03-10T10:00:00+01:00\u00a0: rien n’est supposé.',
  impossibleDate: 'Ce jour n’existe pas dans le calendrier.',
  impossibleTime: 'Cette heure ou ce décalage n’existe pas.',
};

/** Reads the cells in the order of the columns and stops at the first fault. */
export function readDueDateRow(cellOf: (column: DueDateColumn) => string): DueDateQuestion | DueDateFault {
  const start = readStart(cellOf('start'));
  if (!('value' in start)) return { column: 'start', ...start };
  const kind = readKind(cellOf('kind'));
  if (!('value' in kind)) return { column: 'kind', ...kind };
  const n = readNumber(cellOf('n'));
  if (!('value' in n)) return { column: 'n', ...n };
  const subdivision = readSubdivision(cellOf('calendar'));
  if (!('value' in subdivision)) return { column: 'calendar', ...subdivision };
  const closures = readClosures(cellOf('closures'));
  if (!('value' in closures)) return { column: 'closures', ...closures };
  const receptionRule = readRule(cellOf('reception_rule'));
  if (!('value' in receptionRule)) return { column: 'reception_rule', ...receptionRule };
  return {
    start: start.value,
    kind: kind.value,
    n: n.value,
    subdivision: subdivision.value,
    closures: closures.value,
    receptionRule: receptionRule.value,
  };
}

function readStart(text: string): Cell<Instant> {
  if (text === '') return { code: 'missing', message: 'Il manque la date et l’heure de réception.' };
  const instant = readInstant(text);
  return typeof instant === 'number' ? { value: instant } : { code: instant, message: INSTANT_MESSAGES[instant] };
}

function readKind(text: string): Cell<DayCountKind> {
  const kind = KINDS.get(text);
  if (kind !== undefined) return { value: kind };
  return {
    code: text === '' ? 'missing' : 'unknownKind',
    message: `Choisissez la façon de compter parmi\u00a0: ${[...KINDS.keys()].join(', ')}.`,
  };
}

function readNumber(text: string): Cell<number> {
  if (text === '') return { code: 'missing', message: 'Il manque le nombre de jours ou de mois.' };
  if (!/^[+-]?\d+$/.test(text)) return { code: 'notAnInteger', message: 'Écrivez un nombre entier, en chiffres.' };
  const n = Number(text);
  if (n < 1) return { code: 'tooSmall', message: 'Un délai compte au moins un jour ou un mois.' };
  if (n > LARGEST_N) return { code: 'tooLarge', message: 'Un délai ne dépasse pas 9\u202f999 jours ou mois.' };
  return { value: n };
}

function readSubdivision(text: string): Cell<FrenchSubdivision> {
  const subdivision = frenchSubdivision(text);
  if (subdivision !== undefined) return { value: subdivision };
  return {
    code: text === '' ? 'missing' : 'unknownCalendar',
    message: 'Donnez un calendrier FR- suivi du numéro du département ou de GP, MQ, GF, RE, YT, MF, BL, PM.',
  };
}

function readClosures(text: string): Cell<readonly LocalDate[]> {
  const dates: LocalDate[] = [];
  for (const date of text.split(/\s+/).filter((piece) => piece !== '')) {
    if (!isLocalDate(date)) {
      return {
        code: 'invalidDate',
        message: `Séparez par des espaces des jours qui existent, sous la forme 2025-05-30\u00a0; «\u00a0${quotable(date)}\u00a0» n’en est pas un.`,
      };
    }
    dates.push(date);
  }
  return { value: dates };
}

function readRule(text: string): Cell<ReceptionRule> {
  if (text === 'A' || text === 'B') return { value: text };
  return {
    code: text === '' ? 'missing' : 'unknownRule',
    message: 'Écrivez A (jour civil de réception) ou B (réception aux heures d’ouverture).',
  };
}

function quotable(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}
