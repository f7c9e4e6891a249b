import type { Form, FormField } from '../../domain/process/process-definition.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { playedAnswers } from './bench-answers.js';

const field = (key: string, type: FormField['type'], more: Partial<FormField> = {}): FormField => ({
  key,
  label: `Question ${key}`,
  type,
  required: true,
  routing: false,
  ...more,
});

const form: Form = {
  fields: [
    field('danger', 'yesNo'),
    field('recit', 'longText', { showWhen: { field: 'danger', equals: true } }),
    field('photos', 'attachment'),
    field('defunt', 'person', { required: false }),
    field('jour', 'date', { earliest: 'today' }),
  ],
};

const played = (given: unknown): object => {
  const { answers, faults, missing } = playedAnswers(form, given, '2026-05-12' as LocalDate);
  return { answers, faults: faults.map(({ code }) => code), missing: missing.map(({ key }) => key) };
};

describe('the answers of a play', () => {
  it('may all be left out, and the required ones are named, pieces and unasked questions aside', () => {
    expect(played({})).toEqual({ answers: {}, faults: [], missing: ['danger', 'jour'] });
    expect(played({ danger: true })).toEqual({ answers: { danger: true }, faults: [], missing: ['recit', 'jour'] });
  });

  it('are not played half given, nor refused for it', () => {
    expect(played({ danger: false, jour: '2026-05-12', defunt: { familyName: 'Passerose' } })).toEqual({
      answers: { danger: false, jour: '2026-05-12' },
      faults: [],
      missing: ['defunt'],
    });
  });

  it('are refused where a citizen’s would be, on the day of the play', () => {
    expect(played({ danger: 'oui', jour: '2026-05-11', couleur: 'bleu' })).toEqual({
      answers: {},
      faults: ['answers.unknown-field', 'answer.wrong-type', 'answer.date-past'],
      missing: [],
    });
  });
});
