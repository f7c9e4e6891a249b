import type { Form, FormField } from '../../domain/process/process-definition.js';
import { checkAnswers } from '../../domain/request/check-answers.js';
import { Chance } from './chance.js';
import { fillForm } from './fill-form.js';
import { townDay } from './received-at.js';

const field = (key: string, type: FormField['type'], more: Partial<FormField> = {}): FormField => ({
  key,
  label: key,
  type,
  required: true,
  routing: false,
  ...more,
});

const options = ['un', 'deux', 'trois'].map((value) => ({ value, label: value }));

const form: Form = {
  fields: [
    field('short', 'shortText', { maxLength: 12 }),
    field('siret', 'shortText', { pattern: '[0-9]{14}' }),
    field('plot', 'shortText', { pattern: '[A-Z]{1,2} ?[0-9]{1,4}' }),
    field('long', 'longText', { maxLength: 20 }),
    field('yes', 'yesNo'),
    field('one', 'choice', { options }),
    field('two', 'multiChoice', { options, min: 2 }),
    field('n', 'number', { min: 20, max: 22 }),
    field('price', 'amount', { max: 0, min: 0 }),
    field('past', 'date', { latest: 'today' }),
    field('coming', 'date', { earliest: 'today' }),
    field('time', 'time'),
    field('place', 'place'),
    field('address', 'address'),
    field('person', 'person'),
    field('mail', 'email'),
    field('phone', 'phone'),
    field('shown', 'shortText', { showWhen: { field: 'yes', equals: true } }),
    field('free', 'number', { required: false }),
  ],
};

describe('a form filled in for a day', () => {
  it.each([1, 2, 3, 4, 5, 6])('holds what the form asks for, seed %i', (seed) => {
    const known = { words: 'Y a un trou devant chez moi depuis hier', place: '3 rue du Vieux-Cuir', optional: 0.5 };
    const answers = fillForm(form.fields, known, new Chance(seed));
    expect(checkAnswers(form, answers, townDay(Date.now())).faults).toEqual([]);
    expect('shown' in answers).toBe(answers['yes'] === true);
  });

  it('names as many files as are asked for, where there are files', () => {
    const pieces = [field('pieces', 'attachment', { min: 2 })];
    const known = { words: '', place: '' };
    expect(fillForm(pieces, { ...known, attached: true }, new Chance(1))['pieces']).toHaveLength(2);
    expect(fillForm(pieces, known, new Chance(1))).toEqual({});
  });
});
