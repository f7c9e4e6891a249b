import { typeset } from '../text/french-typography.js';
import type { FormFieldSource, OptionSource, ProcessSource, SharedFormSource } from './process-definition.generated.js';
import type { FieldOption, Form, FormField, Script, ScriptQuestion } from './process-definition.js';

type SharedForms = ReadonlyMap<string, SharedFormSource>;

const DEFAULT_LENGTH = { shortText: 200, longText: 4000 } as const;

/** Fields of included forms come first, in the order of `include`, then the process's own. */
export function expandForm(source: ProcessSource, forms: SharedForms): Form {
  return { fields: fieldSources(source, forms).map(expandField) };
}

/**
 * The order in which a call goes: what the shared forms ask, then the questions of the script as written, then what the
 * process's own fields ask; what is asked after one answer alone comes right after its question. A field that a question of
 * the script covers is not asked twice.
 */
export function expandScript(source: ProcessSource, forms: SharedForms): Script {
  const { script } = source;
  const written = (script.questions ?? []).map(({ ask, field }): ScriptQuestion => ({
    ask: typeset(ask),
    fields: field === undefined ? [] : [field].flat(),
  }));
  const covered = new Set(written.flatMap(({ fields }) => fields));
  const askedBy = (fields: readonly FormFieldSource[]): readonly ScriptQuestion[] =>
    fields.flatMap(({ key, ask }) =>
      ask === undefined || covered.has(key) ? [] : [{ ask: typeset(ask), fields: [key] }],
    );
  return {
    ...(script.opening === undefined ? {} : { opening: typeset(script.opening) }),
    questions: inTurn(
      [...askedBy(sharedFields(source, forms)), ...written],
      askedBy(ownFields(source)),
      ownFields(source),
    ),
    say: script.say.map(typeset),
    handOver: typeset(script.handOver),
    urgent: [script.urgent ?? []]
      .flat()
      .map(({ when, call, number }) => ({ when: typeset(when), call: typeset(call), number })),
  };
}

/** Each of `more` after the question its `showWhen` depends on, and after those that already follow it; otherwise at the end. */
function inTurn(
  asked: readonly ScriptQuestion[],
  more: readonly ScriptQuestion[],
  fields: readonly FormFieldSource[],
): readonly ScriptQuestion[] {
  const parents = new Map(fields.map(({ key, showWhen }) => [key, showWhen?.field]));
  return more.reduce<readonly ScriptQuestion[]>((all, question) => {
    const parent = question.fields.map((key) => parents.get(key)).find((one) => one !== undefined);
    if (parent === undefined) return [...all, question];
    const last = all.findLastIndex((one) => one.fields.some((key) => key === parent || parents.get(key) === parent));
    return last === -1 ? [...all, question] : all.toSpliced(last + 1, 0, question);
  }, asked);
}

/** Every field of a process, as written, in the order of the form. */
export function fieldSources(source: ProcessSource, forms: SharedForms): readonly FormFieldSource[] {
  return [...sharedFields(source, forms), ...ownFields(source)];
}

function sharedFields({ form }: ProcessSource, forms: SharedForms): readonly FormFieldSource[] {
  const names = typeof form === 'string' ? [form] : (form?.include ?? []);
  return names.flatMap((name) => forms.get(name)?.fields ?? []);
}

function ownFields({ form }: ProcessSource): readonly FormFieldSource[] {
  return typeof form === 'string' ? [] : (form?.fields ?? []);
}

function expandField({ ask: _spoken, options, label, help, patternHint, ...field }: FormFieldSource): FormField {
  return {
    ...field,
    label: typeset(label),
    required: field.required ?? false,
    routing: field.routing ?? false,
    ...(help === undefined ? {} : { help: typeset(help) }),
    ...(patternHint === undefined ? {} : { patternHint: typeset(patternHint) }),
    ...(options === undefined ? {} : { options: options.map(expandOption) }),
    ...(field.type === 'shortText' || field.type === 'longText'
      ? { maxLength: field.maxLength ?? DEFAULT_LENGTH[field.type] }
      : {}),
  };
}

function expandOption(option: string | OptionSource): FieldOption {
  return typeof option === 'string'
    ? { value: slugOf(option), label: typeset(option) }
    : { value: option.value, label: typeset(option.label) };
}

/** « Place de stationnement » → `place-de-stationnement`: the value of an option written as a text alone. */
function slugOf(text: string): string {
  return text
    .replaceAll('œ', 'oe')
    .replaceAll('Œ', 'oe')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
