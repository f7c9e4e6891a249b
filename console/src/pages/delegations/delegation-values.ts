import type { FieldFault } from '../../components/state/error-summary.js';

/** What is typed of an arrêté, before it is complete. */
export interface DelegationValues {
  readonly person: string;
  readonly organisation: string;
  readonly kind: 'signature' | 'function';
  readonly matters: readonly string[];
  readonly inAbsenceOf: string;
  readonly from: string;
  readonly to: string;
  readonly arrete: string;
}

const ASKED: readonly (readonly [field: 'person' | 'arrete' | 'from' | 'to', text: string])[] = [
  ['person', 'Choisissez la personne qui reçoit la délégation.'],
  ['arrete', 'Indiquez le numéro de l’arrêté, par exemple 2026-AR-0104.'],
  ['from', 'Indiquez le premier jour de la délégation.'],
  ['to', 'Indiquez le dernier jour de la délégation, compris.'],
];

/** What is still to be given before an arrêté can be recorded, each with the id of its field. */
export function missingOf(value: DelegationValues): readonly FieldFault[] {
  return ASKED.filter(([field]) => value[field].trim() === '').map(([field, text]) => ({
    field: `delegation-${field}`,
    text,
  }));
}
