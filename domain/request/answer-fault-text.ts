import { countOf, typeset } from '../text/french-typography.js';
import type { AnswerFault, AnswerFaultCode } from './answers.js';

type Sentence = (detail: string) => string;

/** One sentence a code, as the citizen reads it beside the question. */
const SENTENCES: Readonly<Record<AnswerFaultCode, Sentence>> = {
  'answers.not-an-object': () => 'Les réponses n’ont pas la forme attendue.',
  'answers.unknown-field': () => 'Cette question ne fait pas partie du formulaire.',
  'answer.required': () => 'Répondez à cette question.',
  'answer.wrong-type': () => 'Cette réponse n’a pas la forme attendue.',
  'answer.too-long': (limit) =>
    limit === ''
      ? 'Le texte est trop long.'
      : `Le texte est trop long : ${countOf(Number(limit), 'caractère')} au plus.`,
  'answer.too-small': (limit) => `Indiquez un nombre d’au moins ${limit}.`,
  'answer.too-large': (limit) =>
    limit === '' ? 'Ce nombre est trop grand.' : `Indiquez un nombre d’au plus ${limit}.`,
  'answer.too-few': (limit) => `Choisissez-en au moins ${limit}.`,
  'answer.too-many': (limit) => `Choisissez-en au plus ${limit}.`,
  'answer.bad-format': (example) =>
    example === '' ? 'Le format n’est pas reconnu.' : `Le format n’est pas reconnu. Exemple : ${example}`,
  'answer.not-an-option': () => 'Choisissez l’une des réponses proposées.',
  'answer.bad-date': () => 'Cette date n’existe pas. Exemple : 04/05/2026',
  'answer.date-past': () => 'Indiquez une date à venir.',
  'answer.date-future': () => 'Indiquez une date passée ou celle d’aujourd’hui.',
};

/** What to tell the citizen about a fault. */
export function answerFaultText({ code, detail }: AnswerFault): string {
  return typeset(SENTENCES[code](detail === undefined ? '' : String(detail)));
}
