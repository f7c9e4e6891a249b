import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Form } from '../process/process-definition.js';
import type { LocalDate } from '../time/local-date.js';
import { checkAnswers } from './check-answers.js';
import { formSchema } from './form-schema.js';

const form: Form = {
  fields: [
    { key: 'danger', label: 'Danger ?', type: 'yesNo', required: true, routing: true },
    {
      key: 'recit',
      label: 'Récit',
      type: 'longText',
      required: true,
      routing: false,
      showWhen: { field: 'danger', equals: true },
    },
    { key: 'lieu', label: 'Lieu', type: 'place', required: false, routing: false },
    {
      key: 'code',
      label: 'Code',
      type: 'shortText',
      required: false,
      routing: false,
      pattern: '[0-9]{4}',
      patternHint: '4 chiffres',
    },
    {
      key: 'jours',
      label: 'Jours',
      type: 'multiChoice',
      required: false,
      routing: false,
      max: 2,
      options: [
        { value: 'lundi', label: 'Lundi' },
        { value: 'mardi', label: 'Mardi' },
        { value: 'jeudi', label: 'Jeudi' },
      ],
    },
    { key: 'quand', label: 'Quand', type: 'date', required: false, routing: false },
  ],
};

const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false });
formats.default(ajv);
const validate = ajv.compile(formSchema(form).schema);

describe('formSchema', () => {
  it.each<readonly [unknown, boolean]>([
    [{ danger: false }, true],
    [{ danger: true }, false],
    [{ danger: true, recit: 'Une chute' }, true],
    [{}, false],
    [{ danger: 'oui' }, false],
    [{ danger: false, autre: 1 }, false],
    [{ danger: false, lieu: { label: 'Ici' } }, true],
    [{ danger: false, lieu: { longitude: 4 } }, false],
    [{ danger: false, code: '12345' }, false],
    [{ danger: false, jours: ['lundi', 'jeudi'] }, true],
    [{ danger: false, jours: ['lundi', 'mardi', 'jeudi'] }, false],
    [{ danger: false, jours: ['dimanche'] }, false],
    [{ danger: false, quand: '2026-02-29' }, false],
  ])('judges %j as checkAnswers does', (answers, accepted) => {
    expect(checkAnswers(form, answers, '2026-05-12' as LocalDate).faults.length === 0).toBe(accepted);
    expect(validate(answers)).toBe(accepted);
  });

  it('keeps the order of the form and the help of each question', () => {
    expect(formSchema(form).ui).toMatchObject({
      'ui:order': ['danger', 'recit', 'lieu', 'code', 'jours', 'quand'],
      code: { 'ui:placeholder': '4 chiffres' },
    });
  });
});
