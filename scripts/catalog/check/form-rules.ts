import { fieldSources } from '../../../domain/process/expand-form.js';
import type { FormField } from '../../../domain/process/process-definition.js';
import type { CatalogFault } from '../../../src/catalog/catalog-fault.js';
import type { Catalog, LoadedDefinition } from '../../../src/catalog/load-catalog.js';
import { eachDefinition, faultIn } from './check-rule.js';
import type { FaultWords } from './check-rule.js';

type FieldFault = Omit<FaultWords, 'pointer'>;
type FieldRule = (field: FormField, before: readonly FormField[], sensitive: boolean) => FieldFault | undefined;

/** What a form must satisfy beyond its schema, and what the script owes to it. */
export const formRules = eachDefinition((loaded, catalog) => [
  ...fieldFaults(loaded),
  ...scriptFaults(loaded, catalog),
]);

function fieldFaults(loaded: LoadedDefinition): readonly CatalogFault[] {
  const { fields } = loaded.definition.form;
  return fields.flatMap((field, index) =>
    FIELD_RULES.flatMap((rule) => {
      const fault = rule(field, fields.slice(0, index), loaded.definition.sensitive);
      return fault === undefined ? [] : [faultIn(loaded, { ...fault, pointer: pointerOf(loaded, field.key) })];
    }),
  );
}

/** Where a field is written; a field of a shared form is found where the form is named. */
function pointerOf({ source }: LoadedDefinition, key: string): string {
  const own = typeof source.form === 'object' ? (source.form.fields ?? []) : [];
  const index = own.findIndex((field) => field.key === key);
  return index < 0 ? '/form' : `/form/fields/${String(index)}`;
}

const FIELD_RULES: readonly FieldRule[] = [
  ({ key }, before) =>
    before.some((other) => other.key === key)
      ? { rule: 'form.unique-key', message: `deux questions ont la clé « ${key} »`, advice: 'renommer l’une des deux' }
      : undefined,
  ({ key, type, options }) =>
    (type === 'choice' || type === 'multiChoice') !== (options !== undefined)
      ? {
          rule: 'form.options',
          message: `la question « ${key} » de type ${type} ${options === undefined ? 'n’a pas d’options' : 'ne peut pas avoir d’options'}`,
          advice: 'donner des options aux types choice et multiChoice, et à eux seuls',
        }
      : undefined,
  ({ key, options }) =>
    options !== undefined && new Set(options.map(({ value }) => value)).size < options.length
      ? {
          rule: 'form.unique-option',
          message: `deux options de « ${key} » ont la même valeur`,
          advice: 'les distinguer',
        }
      : undefined,
  ({ key, routing, type }) =>
    routing && type !== 'yesNo' && type !== 'choice'
      ? {
          rule: 'form.routing-type',
          message: `« ${key} » ne peut pas servir à l’aiguillage`,
          advice: 'type yesNo ou choice seulement',
        }
      : undefined,
  ({ key, routing }, _before, sensitive) =>
    routing && sensitive
      ? {
          rule: 'form.routing-sensitive',
          message: `« ${key} » sortirait d’un dossier sensible`,
          advice: 'retirer routing',
        }
      : undefined,
  ({ key, pattern, patternHint }) =>
    pattern !== undefined && (!compiles(pattern) || patternHint === undefined)
      ? {
          rule: 'form.pattern',
          message: compiles(pattern) ? `« ${key} » a un format sans exemple` : `le format de « ${key} » ne se lit pas`,
          advice: compiles(pattern) ? 'ajouter patternHint' : 'corriger l’expression régulière',
        }
      : undefined,
  ({ key, min, max }) =>
    min !== undefined && max !== undefined && min > max
      ? {
          rule: 'form.bounds',
          message: `« ${key} » a un minimum plus grand que son maximum`,
          advice: 'échanger min et max',
        }
      : undefined,
  conditionFault,
];

function conditionFault({ key, showWhen }: FormField, before: readonly FormField[]): FieldFault | undefined {
  if (showWhen === undefined) return undefined;
  const asked = before.find((other) => other.key === showWhen.field);
  if (asked === undefined) {
    return {
      rule: 'form.show-when-field',
      message: `« ${key} » dépend de « ${showWhen.field} », qui n’est pas posée avant`,
      advice: 'nommer une question précédente du formulaire',
    };
  }
  return isPossible(asked, showWhen.equals)
    ? undefined
    : {
        rule: 'form.show-when-value',
        message: `« ${showWhen.field} » ne peut pas valoir « ${String(showWhen.equals)} »`,
        advice: possibleValues(asked),
      };
}

/** What may stand there; an option written as a text alone has a value made of its words. */
function possibleValues({ type, options = [] }: FormField): string {
  if (type === 'yesNo') return 'écrire true ou false';
  if (options.length === 0) return 'ne dépendre que d’une question à oui ou non, ou à choix';
  return `écrire la valeur d’une de ses options : ${options.map(({ value, label }) => `${value} (« ${label} »)`).join(', ')}`;
}

/** Whether a yes/no or listed question can have this answer. */
export function isPossible(field: FormField, value: string | boolean): boolean {
  if (field.type === 'yesNo') return typeof value === 'boolean';
  return (
    (field.type === 'choice' || field.type === 'multiChoice') &&
    (field.options ?? []).some((option) => option.value === value)
  );
}

function compiles(pattern: string): boolean {
  try {
    new RegExp(`^(?:${pattern})$`, 'u');
    return true;
  } catch {
    return false;
  }
}

function scriptFaults(loaded: LoadedDefinition, { shared }: Catalog): readonly CatalogFault[] {
  const { script, form } = loaded.definition;
  const keys = new Set(form.fields.map(({ key }) => key));
  const spoken = new Set(script.questions.flatMap(({ fields }) => fields));
  const unknown = (loaded.source.script.questions ?? []).flatMap(({ field }, index) =>
    [field ?? []]
      .flat()
      .filter((key) => !keys.has(key))
      .map((key) => ({ key, index })),
  );
  return [
    ...unknown.map(({ key, index }) =>
      faultIn(loaded, {
        rule: 'script.unknown-field',
        pointer: `/script/questions/${String(index)}/field`,
        message: `le script remplit « ${key} », qui n’est pas dans le formulaire`,
        advice: 'corriger la clé ou ajouter la question au formulaire',
      }),
    ),
    ...fieldSources(loaded.source, shared.forms)
      .filter(({ key, required }) => required === true && !spoken.has(key))
      .map(({ key, label }) =>
        faultIn(loaded, {
          rule: 'script.required-field',
          pointer: pointerOf(loaded, key),
          message: `la question obligatoire « ${label} » n’est pas posée dans le script`,
          advice: `ajouter à script.questions { ask: "…", field: ${key} }`,
        }),
      ),
  ];
}
