import { missingSentence } from '../../../domain/text/fault-sentences.js';
import { labelOf } from '../components/state/label-of.js';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * A browser says « Veuillez renseigner ce champ » of whatever is left empty: it shall name the field, as our own
 * summaries do, and goes to it. What is said is taken back before the next try, or it would itself forbid it.
 */
export function nameEmptyFields(): void {
  const named = new Set<Field>();
  const takeBack = (): void => {
    for (const field of named) field.setCustomValidity('');
    named.clear();
  };
  document.addEventListener(
    'invalid',
    ({ target }) => {
      const field = target as Field;
      const label = field.validity.valueMissing ? labelOf(field) : '';
      if (label === '') return;
      field.setCustomValidity(missingSentence(label));
      named.add(field);
    },
    true,
  );
  for (const kind of ['click', 'keydown', 'input'] as const) document.addEventListener(kind, takeBack, true);
}
