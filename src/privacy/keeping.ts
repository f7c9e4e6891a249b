import type { ProcessDefinition } from '../../domain/process/process-definition.js';
import { countOf, plainDate, typeset } from '../../domain/text/french-typography.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { retentionEnd } from '../../domain/time/retention-end.js';
import type { KeptCase } from '../database/repositories/erasures.repository.js';

/** Whether the data of a case may go, and if not why, and from which day they will. */
export interface Keeping {
  readonly goes: boolean;
  /** In French, for the citizen too. */
  readonly why: string;
  /** Absent while the case is open: nothing runs yet. */
  readonly goesOn?: LocalDate;
}

type Rule = Pick<ProcessDefinition, 'retention' | 'afterRetention'>;

const UNITS = { days: ['jour', 'jours'], months: ['mois', 'mois'], years: ['an', 'ans'] } as const;

/** « 5 ans » */
export function retentionInFrench({ n, unit }: Rule['retention']): string {
  const [one, many] = UNITS[unit];
  return countOf(n, one, many);
}

const AFTERWARDS: Readonly<Record<Rule['afterRetention'], string>> = {
  destroy: 'puis effacées',
  keep: 'puis versées aux archives départementales',
  select: 'puis triées avec les archives départementales, qui en gardent une partie',
};

/** « gardées 5 ans après la clôture, puis effacées »: the mention of article 13(2)(a) of the GDPR, about « vos données ». */
export function keptInFrench({ retention, afterRetention }: Rule): string {
  return `gardées ${retentionInFrench(retention)} après la clôture de la demande, ${AFTERWARDS[afterRetention]}`;
}

/**
 * What the law keeps of a case: as long as it can still be acted upon, then as long as its process says (GDPR, art. 17(3)),
 * and as long as somebody has frozen it (art. 18(2)). Archives that must be sorted or handed over are never destroyed here
 * (Code du patrimoine, art. L. 212-2).
 */
export function keepingOf(one: KeptCase, rule: Rule, today: LocalDate): Keeping {
  if (one.status === 'open') return kept(`demande en cours ; ensuite conservée ${retentionInFrench(rule.retention)}`);
  const over = retentionEnd(rule.retention, one.closedOn as LocalDate);
  if (one.status !== 'ended') return kept('demande close, qui peut encore être rouverte', over);
  if (one.heldUntil !== null) {
    const until = one.heldUntil as LocalDate;
    return kept(`gelée jusqu’au ${plainDate(until)} : ${one.heldFor ?? ''}`, until > over ? until : over);
  }
  if (one.limited) return kept('traitement limité à la demande de l’usager : rien ne s’efface', over);
  if (over > today) return kept(`à conserver ${retentionInFrench(rule.retention)} après la clôture`, over);
  if (rule.afterRetention === 'keep') return kept('à verser aux archives départementales');
  if (rule.afterRetention === 'select') return kept('à trier avec les archives départementales');
  return { goes: true, why: 'durée de conservation écoulée', goesOn: over };
}

function kept(why: string, goesOn?: LocalDate): Keeping {
  return { goes: false, why: typeset(why), ...(goesOn === undefined ? {} : { goesOn }) };
}
