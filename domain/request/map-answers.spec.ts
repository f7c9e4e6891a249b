import type { Form, FormField } from '../process/process-definition.js';
import type { LocalDate } from '../time/local-date.js';
import { mapAnswers } from './map-answers.js';

const today = '2026-05-12' as LocalDate;

const field = (key: string, type: FormField['type'], more: Partial<FormField> = {}): FormField => ({
  key,
  label: `Question ${key}`,
  type,
  required: false,
  routing: false,
  ...more,
});

const form = (...fields: readonly FormField[]): Form => ({ fields });
const options = (...values: readonly string[]): Partial<FormField> => ({
  options: values.map((value) => ({ value, label: value })),
});

function mapped(from: Form, to: Form, answers: Parameters<typeof mapAnswers>[1]): readonly string[] {
  const { kept, lost, toAsk } = mapAnswers({ from, to }, answers, today);
  return [
    ...kept.map((one) => `kept ${one.from.key}→${one.to.key} ${one.because}`),
    ...lost.map((one) => `lost ${one.from.key} ${one.because}`),
    ...toAsk.map(({ key }) => `ask ${key}`),
  ];
}

describe('mapAnswers', () => {
  it('keeps what the same question asks, loses what nobody asks, and asks what is new', () => {
    const from = form(field('danger', 'yesNo'), field('taille', 'shortText'), field('vide', 'shortText'));
    const to = form(field('danger', 'yesNo'), field('depuis', 'date'));
    expect(mapped(from, to, { danger: true, taille: 'grande' })).toEqual([
      'kept danger→danger sameQuestion',
      'lost taille noSuchQuestion',
      'ask depuis',
    ]);
  });

  it('says where the question of that name is asked in other words, and guesses nothing of what was told in confidence', () => {
    const to = form(field('acces', 'shortText', { label: 'Qui ouvre ?' }));
    expect(mapped(form(field('acces', 'shortText')), to, { acces: 'x' })).toEqual(['kept acces→acces sameName']);
    const told = form(field('acces', 'shortText', { sensitive: true }));
    expect(mapped(told, to, { acces: 'x' })).toEqual(['lost acces noSuchQuestion', 'ask acces']);
  });

  it('takes one key of two types for two questions', () => {
    expect(mapped(form(field('a', 'yesNo')), form(field('a', 'shortText')), { a: true })).toEqual([
      'lost a noSuchQuestion',
      'ask a',
    ]);
  });

  it('keeps no answer that the new form would refuse', () => {
    const from = form(field('ou', 'choice', options('rue', 'parc')), field('n', 'number'));
    const to = form(field('ou', 'choice', options('rue', 'place')), field('n', 'number', { max: 3 }));
    expect(mapped(from, to, { ou: 'parc', n: 4 })).toEqual([
      'lost ou notAnAnswerThere',
      'lost n notAnAnswerThere',
      'ask ou',
      'ask n',
    ]);
    expect(mapped(from, to, { ou: 'rue', n: 3 })).toEqual(['kept ou→ou sameQuestion', 'kept n→n sameQuestion']);
  });

  it('takes the one place and the one set of photographs over, whatever they are called', () => {
    const from = form(field('lieu', 'place'), field('photos', 'attachment'));
    const to = form(field('endroit', 'place'), field('images', 'attachment'));
    const answers = { lieu: { label: 'Place des Halles' }, photos: ['0198f6a0-0000-7000-8000-000000000001'] };
    expect(mapped(from, to, answers)).toEqual([
      'kept lieu→endroit onlyOneOfItsType',
      'kept photos→images onlyOneOfItsType',
    ]);
  });

  it('guesses nothing where two places are asked, nor whose name a person is', () => {
    const place = { label: 'Place des Halles' };
    const two = form(field('depart', 'place'), field('arrivee', 'place'));
    expect(mapped(form(field('lieu', 'place')), two, { lieu: place })).toEqual([
      'lost lieu noSuchQuestion',
      'ask depart',
      'ask arrivee',
    ]);
    expect(mapped(two, form(field('lieu', 'place')), { depart: place })).toEqual([
      'lost depart noSuchQuestion',
      'ask lieu',
    ]);
    const child = form(field('enfant', 'person'));
    expect(mapped(child, form(field('defunt', 'person')), { enfant: { familyName: 'A', givenNames: 'B' } })).toEqual([
      'lost enfant noSuchQuestion',
      'ask defunt',
    ]);
  });

  it('neither keeps nor asks what a condition of the new form hides', () => {
    const from = form(field('a', 'yesNo'), field('b', 'shortText'));
    const to = form(field('a', 'yesNo'), field('b', 'shortText', { showWhen: { field: 'a', equals: true } }));
    expect(mapped(from, to, { a: false, b: 'x' })).toEqual(['kept a→a sameQuestion', 'lost b notAskedThere']);
    expect(mapped(from, to, { a: true, b: 'x' })).toEqual(['kept a→a sameQuestion', 'kept b→b sameQuestion']);
  });
});
