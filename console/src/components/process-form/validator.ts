import { Validator, type OutputUnit, type Schema } from '@cfworker/json-schema';
import { type ErrorSchema, type RJSFSchema, type RJSFValidationError, type ValidatorType } from '@rjsf/utils';
import { missingSentence } from '../../../../domain/text/fault-sentences.js';
import { faultText } from './fault-text.js';

/**
 * JSON Schema without `eval`, which our Content-Security-Policy forbids. It only spares a round trip: the server judges
 * again, and is right.
 */
export const validator: ValidatorType = {
  validateFormData(formData, schema) {
    const errors = faultsOf(schema, formData).map((unit) => toValidationError(unit, schema));
    return { errors, errorSchema: errorSchemaOf(errors) };
  },
  isValid(schema, formData, rootSchema) {
    const found = new Validator(withDefinitions(schema, rootSchema), '2020-12', true).validate(plain(formData));
    return found.valid;
  },
  rawValidation: (schema, formData) => ({ errors: [...faultsOf(schema, formData)] as never[] }),
};

/** One fault of an answer: where, and a French sentence. */
export interface AnswerFault {
  /** Keys from the root: `['adresse', 'street']`. */
  readonly path: readonly string[];
  readonly text: string;
  /** Its sentence names the question already. */
  readonly missing?: boolean;
}

export function checkAnswersAgainst(schema: RJSFSchema, formData: unknown): readonly AnswerFault[] {
  return faultsOf(schema, formData)
    .map((unit) => toValidationError(unit, schema))
    .map(({ name, property = '', message = '' }) => ({
      path: property.split('.').filter((part) => part !== ''),
      text: message,
      missing: name === 'required',
    }));
}

/** Only the leaves: that an `if` or a property failed is said by what failed inside. */
function faultsOf(schema: RJSFSchema, formData: unknown): readonly OutputUnit[] {
  const { errors } = new Validator(schema as Schema, '2020-12', false).validate(plain(formData) ?? {});
  const structural = new Set([
    'properties',
    'allOf',
    'anyOf',
    'if',
    'then',
    'else',
    'items',
    'unevaluatedProperties',
    'contains',
    'false',
  ]);
  return errors.filter(({ keyword }) => !structural.has(keyword));
}

function toValidationError(unit: OutputUnit, schema: RJSFSchema): RJSFValidationError {
  const missing = unit.keyword === 'required' ? /"([^"]+)"/.exec(unit.error)?.[1] : undefined;
  const path = [...unit.instanceLocation.split('/').slice(1), ...(missing === undefined ? [] : [missing])].filter(
    (part) => !/^\d+$/.test(part),
  );
  const message =
    missing === undefined ? faultText(unit.keyword, unit.error) : missingSentence(titleAt(schema, path) ?? 'Réponse');
  return { name: unit.keyword, property: `.${path.join('.')}`, message, stack: message };
}

/** What the deepest part of the path that has a title is called: a question, or a part of its answer. */
function titleAt(schema: RJSFSchema, path: readonly string[]): string | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return schema.title;
  const parts = [schema, ...(schema.allOf ?? []).map((part) => (part as RJSFSchema).then)];
  const found = parts
    .map((part) => (part as RJSFSchema | undefined)?.properties?.[key])
    .find((one) => one !== undefined);
  if (found === undefined) return schema.title;
  return titleAt(found as RJSFSchema, rest) ?? schema.title;
}

function errorSchemaOf(errors: readonly RJSFValidationError[]): ErrorSchema {
  return nestFaults(
    errors.map(({ property = '', message = '' }) => ({
      path: property.split('.').filter((part) => part !== ''),
      text: message,
    })),
  );
}

/** The faults as the form's own tree. */
export function nestFaults(faults: readonly AnswerFault[]): ErrorSchema {
  const root: Record<string, unknown> = {};
  for (const { path, text } of faults) {
    let node = root;
    for (const key of path) {
      node[key] ??= {};
      node = node[key] as Record<string, unknown>;
    }
    const known = (node['__errors'] ?? []) as string[];
    if (!known.includes(text)) node['__errors'] = [...known, text];
  }
  return root as ErrorSchema;
}

/** rjsf asks about parts of a schema that may point into the whole. */
function withDefinitions(schema: RJSFSchema, root: RJSFSchema): Schema {
  const { $defs, definitions } = root as Record<string, unknown>;
  return {
    ...($defs === undefined ? {} : { $defs }),
    ...(definitions === undefined ? {} : { definitions }),
    ...schema,
  } as Schema;
}

/** `undefined` is no JSON value: a property that holds it is absent. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
