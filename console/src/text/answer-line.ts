import type { CaseDetailDto } from '../api/cases.js';
import { typeset } from './format.js';

/** « Réponse donnée · rédaction : Robin Courcombe »: whatever the conclusion says, it agrees with it. */
export function answerLine({
  conclusion,
  author,
  correctedBy,
}: Pick<NonNullable<CaseDetailDto['answer']>, 'conclusion' | 'author' | 'correctedBy'>): string {
  const corrected = correctedBy === undefined ? '' : ` · correction : ${correctedBy.name}`;
  return typeset(`${conclusion} · rédaction : ${author.name}${corrected}`);
}
