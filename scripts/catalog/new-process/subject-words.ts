import { tells } from '../neighbours.js';
import { wordsOf } from '../text-pieces.js';

/** What a question says whatever it asks about. */
const ASKING = new Set(
  (
    'vous votre vos notre nos quel quelle quels quelles lequel avez etes est sont etait combien quand comment ou ' +
    'passe fait souhaitez souhaitee souhaite voulez pouvez faut peut doit deja autre autres plutot entre sera ont ete cela ' +
    'celle celui ville commune mairie que qui'
  ).split(' '),
);

/** The words that name what a text is about, whole, without accents, in their order. */
export function subjectWords(text: string): readonly string[] {
  const words = wordsOf(text).filter((word) => word.length > 2 && tells(word) && !ASKING.has(word));
  return [...new Set(words)];
}
