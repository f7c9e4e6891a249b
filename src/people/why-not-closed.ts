import { countOf, listOf, typeset } from '../../domain/text/french-typography.js';
import type { AwaitedWork } from '../database/repositories/departments.repository.js';

export interface DepartmentUses extends AwaitedWork {
  readonly people: number;
  readonly processes: number;
}

const WORDS = [
  ['cases', 'demande en cours', 'demandes en cours'],
  ['tasks', 'tâche ouverte', 'tâches ouvertes'],
  ['callbacks', 'rappel', 'rappels'],
  ['people', 'personne', 'personnes'],
  ['processes', 'processus', 'processus'],
] as const satisfies readonly (readonly [keyof DepartmentUses, string, string])[];

/** What still names a department, counted, in a sentence that says what to do; undefined: it may close. */
export function whyNotClosed(uses: DepartmentUses): string | undefined {
  const left = WORDS.filter(([key]) => uses[key] > 0).map(([key, one, many]) => countOf(uses[key], one, many));
  if (left.length === 0) return undefined;
  return typeset(`Ce service sert encore : ${listOf(left)}. Confiez-les à un autre service, puis fermez celui-ci.`);
}
