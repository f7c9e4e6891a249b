import { instantAt, localDateOf } from '../../../domain/time/calendar.js';
import { countDays, type DayCountKind } from '../../../domain/time/day-count.js';
import type { Instant } from '../../../domain/time/instant.js';
import type { LocalDate } from '../../../domain/time/local-date.js';
import type { CasePlayer } from '../../../src/catalog/case-player.js';
import { spokenMove, type Town } from '../../../src/catalog/spoken-acts.js';
import { REFUSAL_SENTENCES } from '../../../domain/text/refusal-sentences.js';
import { calendarOf } from './try-lines.js';

const UNITS: readonly (readonly [RegExp, DayCountKind])[] = [
  [/^$|^jours? ouvr[ée]s?$/, 'workingDays'],
  [/^jours? ouvrables?$/, 'businessDays'],
  [/^jours?$/, 'calendarDays'],
  [/^mois$/, 'months'],
];

/**
 * Carries out one order: `+3` (jours ouvrés), `+2 mois`, `2026-06-01`, or `referent:answers conclusion=planned`. Gives what
 * kept it from being done, in French.
 */
export function carryOut(play: CasePlayer, town: Town, order: string): string | undefined {
  const jump = /^\+(\d{1,3}) ?(.*)$/.exec(order);
  if (jump) return jumpBy(play, Number(jump[1]), jump[2] ?? '');
  if (/^\d{4}-\d\d-\d\d$/.test(order)) return moveTo(play, instantAt(calendarOf(play), order as LocalDate, 10 * 60));
  return act(play, town, order);
}

function jumpBy(play: CasePlayer, n: number, unit: string): string | undefined {
  const kind = UNITS.find(([pattern]) => pattern.test(unit))?.[1];
  if (kind === undefined) return `« ${unit} » : dites « jours ouvrés », « jours ouvrables », « jours » ou « mois ».`;
  const calendar = calendarOf(play);
  const count = countDays(calendar, { start: localDateOf(calendar, play.now), kind, n });
  if (count.kind !== 'dated') return 'Le calendrier ne va pas si loin.';
  return moveTo(play, instantAt(calendar, count.dueOn, 10 * 60));
}

function moveTo(play: CasePlayer, instant: Instant): string | undefined {
  if (instant < play.now) return 'Le temps ne revient pas en arrière.';
  play.moveTo(instant);
  return undefined;
}

function act(play: CasePlayer, town: Town, order: string): string | undefined {
  const [who = '', said = ''] = order.split(/:\s*/, 2);
  const pairs = [...said.matchAll(/(\w+)=(\S+)/g)].map(([, key = '', value = '']) => [key, valueOf(value)] as const);
  const words = `${who} ${said.replaceAll(/\w+=\S+/g, '').trim()}`;
  try {
    const move = spokenMove(play, words, { details: Object.fromEntries(pairs), town });
    if (typeof move === 'string') return move;
    const refused = play.play(move);
    return refused === undefined ? undefined : `Refusé : ${REFUSAL_SENTENCES[refused]} [${refused}]`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** `oui`, `non`, or the word itself. */
export function valueOf(text: string): string | boolean {
  if (['oui', 'true'].includes(text)) return true;
  return ['non', 'false'].includes(text) ? false : text;
}
