import type { ProcessDefinition } from '../../domain/process/process-definition.js';
import { exampleVariables } from './example-variables.js';

const words = {
  ...{ destinataire: 'Camille Exemple', texte: '', agent: '', ville: '', motif: '', transmisA: '', answer: '' },
  telephones: new Map(),
};

it('dates what has happened before the request, what is asked after it, in the words of a letter', () => {
  const fields = [
    { key: 'vuLe', label: 'Vu le', type: 'date', latest: 'today' },
    { key: 'jour', label: 'Jour souhaité', type: 'date' },
  ];
  const definition = { title: 'Essai', form: { fields } } as unknown as ProcessDefinition;
  const { recue_le, champs } = exampleVariables(definition, 'answered', words);
  expect(recue_le).toBe('mardi 12 mai 2026');
  expect(champs).toEqual({ vuLe: 'lundi 4 mai 2026', jour: 'samedi 30 mai 2026' });
});
