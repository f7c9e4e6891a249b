import fc from 'fast-check';
import type { Form, FormField } from '../process/process-definition.js';
import type { LocalDate } from '../time/local-date.js';
import { longDate } from '../text/french-typography.js';
import { answerFaultText } from './answer-fault-text.js';
import { templateAnswers } from './answers-in-french.js';
import { checkAnswers, documentIds, routingAnswers, withPiecesToFollow } from './check-answers.js';

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

const faultsOf = (fields: readonly FormField[], given: unknown): readonly string[] =>
  checkAnswers(form(...fields), given, today).faults.map(({ pointer, code }) => `${pointer} ${code}`);

describe('checkAnswers', () => {
  it('says every fault at once, each under its pointer', () => {
    const fields = [field('a', 'shortText', { required: true }), field('b', 'yesNo'), field('c', 'date')];
    expect(faultsOf(fields, { b: 'oui', c: '2026-02-30', d: 1 })).toEqual([
      '/d answers.unknown-field',
      '/a answer.required',
      '/b answer.wrong-type',
      '/c answer.bad-date',
    ]);
  });

  it.each([[null], ['texte'], [[]], [12], [undefined]])('refuses %p instead of an object', (given) => {
    expect(faultsOf([field('a', 'shortText')], given)).toEqual([' answers.not-an-object']);
  });

  it('asks for pieces, unless they may follow; what else is required stays so', () => {
    const fields = [field('a', 'attachment', { required: true }), field('b', 'yesNo', { required: true })];
    expect(faultsOf(fields, {})).toEqual(['/a answer.required', '/b answer.required']);
    expect(faultsOf(withPiecesToFollow(form(...fields)).fields, {})).toEqual(['/b answer.required']);
  });

  it('trims texts, composes accents and takes an empty text for no answer', () => {
    const fields = [field('a', 'shortText'), field('b', 'shortText', { required: true })];
    const { answers, faults } = checkAnswers(form(...fields), { a: '  e\u0301cole ', b: '   ' }, today);
    expect(answers).toEqual({ a: 'école' });
    expect(faults).toEqual([{ pointer: '/b', code: 'answer.required' }]);
  });

  it('neither asks nor keeps what a condition hides', () => {
    const fields = [
      field('a', 'yesNo'),
      field('b', 'shortText', { required: true, showWhen: { field: 'a', equals: true } }),
    ];
    expect(checkAnswers(form(...fields), { a: false, b: 'x' }, today)).toEqual({ answers: { a: false }, faults: [] });
    expect(faultsOf(fields, { a: true })).toEqual(['/b answer.required']);
  });

  it('shows a question when one of several choices is the one awaited', () => {
    const options = [
      { value: 'x', label: 'X' },
      { value: 'y', label: 'Y' },
    ];
    const fields = [
      field('a', 'multiChoice', { options }),
      field('b', 'shortText', { required: true, showWhen: { field: 'a', equals: 'y' } }),
    ];
    expect(faultsOf(fields, { a: ['x', 'y'] })).toEqual(['/b answer.required']);
    expect(faultsOf(fields, { a: ['x'] })).toEqual([]);
  });

  it.each<readonly [FormField['type'], unknown, Partial<FormField>, string]>([
    ['shortText', 'abc', { maxLength: 2 }, 'answer.too-long'],
    ['shortText', 'AB1', { pattern: '[A-Z]{2}' }, 'answer.bad-format'],
    ['number', 3, { max: 2 }, 'answer.too-large'],
    ['number', 1, { min: 2 }, 'answer.too-small'],
    ['number', Number.NaN, {}, 'answer.wrong-type'],
    ['number', '3', {}, 'answer.wrong-type'],
    ['amount', 1.005, {}, 'answer.bad-format'],
    ['choice', 'z', { options: [{ value: 'x', label: 'X' }] }, 'answer.not-an-option'],
    ['multiChoice', ['x', 'x'], { options: [{ value: 'x', label: 'X' }] }, 'answer.wrong-type'],
    ['attachment', ['../../etc/passwd'], {}, 'answer.bad-format'],
    ['date', '2026-05-13', { latest: 'today' }, 'answer.date-future'],
    ['date', '2026-05-11', { earliest: 'today' }, 'answer.date-past'],
    ['time', '24:00', {}, 'answer.bad-format'],
    ['email', 'jeanne@exemple', {}, 'answer.bad-format'],
    ['phone', '12 34', {}, 'answer.bad-format'],
  ])('refuses a %s worth %j', (...[type, value, more, code]) => {
    expect(faultsOf([field('a', type, more)], { a: value })).toEqual([`/a ${code}`]);
  });

  it.each<readonly [FormField['type'], unknown]>([
    ['date', '2026-05-12'],
    ['time', '23:59'],
    ['email', 'jeanne.exemple@mairie.exemple.fr'],
    ['phone', '03 26 00 00 00'],
    ['phone', '0326000000'],
    ['phone', '+33 6 00 00 00 00'],
    ['amount', 19.99],
    ['attachment', ['0198f6a0-0000-7000-8000-000000000001']],
    ['place', { label: 'Place des Halles', longitude: 4.36, latitude: 48.95 }],
    ['address', { street: '1 rue Haute', postalCode: '51000', city: 'Exemple' }],
    ['person', { familyName: 'Exemple', givenNames: 'Jeanne', birthDate: '1980-02-29' }],
  ])('accepts a %s worth %j', (type, value) => {
    expect(checkAnswers(form(field('a', type)), { a: value }, today)).toEqual({ answers: { a: value }, faults: [] });
  });

  it('points into a place, an address or a person', () => {
    expect(faultsOf([field('a', 'place')], { a: { longitude: 'x', autre: 1 } })).toEqual([
      '/a/autre answers.unknown-field',
      '/a/label answer.required',
      '/a/longitude answer.wrong-type',
    ]);
    expect(
      faultsOf([field('a', 'person')], { a: { familyName: 'A', givenNames: 'B', birthDate: '2030-01-01' } }),
    ).toEqual(['/a/birthDate answer.date-future']);
  });

  it('never throws, and what it keeps passes again', () => {
    const types: FormField['type'][] = [
      'shortText',
      'yesNo',
      'number',
      'date',
      'place',
      'person',
      'attachment',
      'phone',
    ];
    const fields = types.map((type) => field(type, type));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...types), fc.jsonValue()), (given) => {
        const { answers } = checkAnswers(form(...fields), given, today);
        expect(checkAnswers(form(...fields), answers, today)).toEqual({ answers, faults: [] });
      }),
    );
  });
});

describe('what becomes of answers', () => {
  it('lets only routing answers travel', () => {
    const fields = [field('danger', 'yesNo', { routing: true }), field('recit', 'longText'), field('dommage', 'yesNo')];
    expect(routingAnswers(form(...fields), { danger: true, recit: 'secret', dommage: true })).toEqual({ danger: true });
  });

  it('finds the documents that were attached', () => {
    expect(
      documentIds(form(field('photos', 'attachment'), field('a', 'shortText')), { photos: ['x', 'y'], a: 'z' }),
    ).toEqual(['x', 'y']);
  });

  it('writes answers in French for a letter', () => {
    const options = [
      { value: 'piste', label: 'Piste cyclable' },
      { value: 'rue', label: 'Rue' },
    ];
    const fields = [
      field('a', 'yesNo'),
      field('b', 'date'),
      field('c', 'multiChoice', { options }),
      field('d', 'amount'),
      field('e', 'place'),
      field('f', 'attachment'),
      field('g', 'number'),
      field('h', 'number'),
      field('i', 'number'),
    ];
    const given = {
      a: false,
      b: '2026-05-01',
      c: ['piste', 'rue'],
      d: 1234.5,
      e: { label: 'Place des Halles' },
      f: ['x'],
      g: 2.5,
      h: 2025,
      i: 12345.5,
    };
    expect(templateAnswers(form(...fields), given)).toEqual({
      a: 'non',
      b: longDate('2026-05-01'),
      c: 'Piste cyclable et rue',
      d: '1\u00a0234,50\u00a0€',
      e: 'Place des Halles',
      g: '2,5',
      h: '2025',
      i: '12\u00a0345,5',
    });
  });

  it('tells a fault with its limit', () => {
    expect(answerFaultText({ pointer: '/a', code: 'answer.too-long', detail: 200 })).toBe(
      'Le texte est trop long\u00a0: 200\u00a0caractères au plus.',
    );
  });
});
