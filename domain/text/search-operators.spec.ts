import { operatorAtEnd, optionsFor, readTyped, type Operator } from './search-operators.js';

const OPERATORS: readonly Operator[] = [
  {
    name: 'department',
    word: 'service',
    options: [
      { value: 'voirie', label: 'Voirie' },
      { value: 'espaces-verts', label: 'Espaces verts' },
    ],
  },
  { name: 'status', word: 'statut', options: [{ value: 'open', label: 'en cours' }] },
  { name: 'due', word: 'échéance', options: [{ value: 'late', label: 'dépassée' }] },
];

describe('the operators of a search', () => {
  it('are taken out of the words, wherever they stand, with or without accents and capitals', () => {
    expect(readTyped('lampadaire  service:voirie Statut: En cours éteint', OPERATORS)).toEqual({
      words: 'lampadaire éteint',
      values: { department: 'voirie', status: 'open' },
      unknown: [],
    });
    expect(readTyped('echeance:depassee', OPERATORS).values).toEqual({ due: 'late' });
  });

  it('take a name of several words whole, and a beginning for the name', () => {
    expect(readTyped('service:espaces verts arbre', OPERATORS)).toMatchObject({
      words: 'arbre',
      values: { department: 'espaces-verts' },
    });
    expect(readTyped('service:esp arbre', OPERATORS)).toMatchObject({ words: 'arbre', values: { department: 'espaces-verts' } }); // prettier-ignore
  });

  it('take any number of working days', () => {
    for (const typed of ['échéance:<4j', 'échéance:4', 'échéance: < 4 jours'])
      expect(readTyped(typed, OPERATORS)).toEqual({ words: '', values: { due: '4' }, unknown: [] });
  });

  it('say what means nothing, and ask for nothing where no value was typed', () => {
    expect(readTyped('banc service:xyz', OPERATORS)).toEqual({ words: 'banc', values: {}, unknown: ['service:xyz'] });
    expect(readTyped('banc service:', OPERATORS)).toEqual({ words: 'banc', values: {}, unknown: [] });
  });

  it('leave other colons alone', () => {
    expect(readTyped('objet : poubelle', OPERATORS).words).toBe('objet : poubelle');
  });

  it('offer the values that what is typed last may become', () => {
    const ended = operatorAtEnd('banc statut:en cours service:ver', OPERATORS);
    expect(ended).toMatchObject({ before: 'banc statut:en cours', typed: 'ver' });
    expect(optionsFor(ended!.operator, ended!.typed)).toEqual([{ value: 'espaces-verts', label: 'Espaces verts' }]);
    expect(operatorAtEnd('banc', OPERATORS)).toBeUndefined();
  });
});
