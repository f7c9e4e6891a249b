import { count, typeset } from '../../text/format.js';

/** What is wrong, in a sentence that helps. */
export function faultText(keyword: string, error: string): string {
  const limit = /(\d+(?:[.,]\d+)?)\D*$/.exec(error)?.[1] ?? '';
  return typeset(sentenceOf(keyword, limit));
}

function sentenceOf(keyword: string, limit: string): string {
  switch (keyword) {
    case 'maxLength':
      return `Ce texte est trop long : ${count(Number(limit), 'caractère')} au plus.`;
    case 'minItems':
      return 'Choisissez-en davantage.';
    case 'maxItems':
      return `C’est trop : ${limit} au plus.`;
    case 'minimum':
      return `Ce nombre est trop petit : ${limit} au moins.`;
    case 'maximum':
      return `Ce nombre est trop grand : ${limit} au plus.`;
    case 'multipleOf':
      return 'Au plus deux chiffres après la virgule.';
    case 'pattern':
    case 'format':
      return 'Cette réponse n’a pas la forme attendue.';
    case 'oneOf':
    case 'enum':
      return 'Choisissez une des réponses proposées.';
    default:
      return 'Cette réponse ne convient pas.';
  }
}
