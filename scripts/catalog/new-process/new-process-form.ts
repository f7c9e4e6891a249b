import { EXPECTED } from './expected-texts.js';
import type { NewProcess } from './new-process-answers.js';
import { fieldKeys, REPORT_FORMS, written, writtenList } from './written-texts.js';
import type { WrittenQuestion, WrittenTexts } from './written-texts.js';

/** Where nothing was given, one question to be written. */
const UNWRITTEN_QUESTION: readonly (Partial<WrittenQuestion> & { readonly key: string })[] = [{ key: 'demande' }];

function questionsWithKeys({ questions }: WrittenTexts): typeof UNWRITTEN_QUESTION {
  if (questions === undefined) return UNWRITTEN_QUESTION;
  const keys = fieldKeys(questions.map(({ label }) => label));
  return questions.map((question, index) => ({ ...question, key: keys[index] ?? '' }));
}

/** The lines of `script.questions`; an information asks nothing. */
export function questionsOf({ nature }: NewProcess, texts: WrittenTexts): readonly string[] {
  const questions = questionsWithKeys(texts);
  if (nature === 'information' || questions.length === 0) return [];
  return [
    '  questions:',
    ...questions.map(({ ask, key }) => `    - { ask: ${written(ask, EXPECTED.ask)}, field: ${key} }`),
  ];
}

/** The lines of `form`; a report has a place and photos, whose questions the shared forms already ask. */
export function formOf({ nature }: NewProcess, texts: WrittenTexts): readonly string[] {
  const questions = questionsWithKeys(texts);
  const isReport = nature === 'report';
  if (nature === 'information' || (questions.length === 0 && !isReport)) return [];
  return [
    'form:',
    ...(isReport ? [`  include: [${REPORT_FORMS.join(', ')}]`] : []),
    ...(questions.length === 0 ? [] : ['  fields:']),
    ...questions.map(({ key, label, answer = { type: 'longText' }, required = true }) => {
      const options = answer.options === undefined ? '' : `, options: [${writtenList(answer.options).join(', ')}]`;
      return `    - { key: ${key}, label: ${written(label, EXPECTED.label)}, type: ${answer.type}${required ? ', required: true' : ''}${options} }`;
    }),
  ];
}
