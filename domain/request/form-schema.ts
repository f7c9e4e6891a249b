import type { FieldType, Form, FormField } from '../process/process-definition.js';

/** A JSON Schema (2020-12) or a part of one. */
export interface JsonSchema {
  readonly [keyword: string]: JsonSchemaValue;
}

export type JsonSchemaValue = string | number | boolean | JsonSchema | readonly JsonSchemaValue[];

export interface FormSchema {
  readonly schema: JsonSchema;
  /** Hints for the renderer (react-jsonschema-form): help, order, widgets. */
  readonly ui: JsonSchema;
}

const LONGEST_LINE = 320;

/**
 * The form as JSON Schema, for a generic renderer. A question with `showWhen` appears, and may be required, through an
 * `if`/`then` on the answer it depends on. `checkAnswers` stays the judge: the schema says nothing of today's date.
 */
export function formSchema({ fields }: Form): FormSchema {
  const always = fields.filter(({ showWhen }) => showWhen === undefined);
  const conditions = fields.filter(({ showWhen }) => showWhen !== undefined);
  return {
    schema: {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      properties: propertiesOf(always),
      required: requiredOf(always),
      ...(conditions.length === 0 ? {} : { allOf: conditions.map(conditionOf) }),
      unevaluatedProperties: false,
    },
    ui: {
      'ui:order': fields.map(({ key }) => key),
      ...Object.fromEntries(fields.map((field) => [field.key, uiOf(field)])),
    },
  };
}

function propertiesOf(fields: readonly FormField[]): JsonSchema {
  return Object.fromEntries(fields.map((field) => [field.key, { title: field.label, ...valueSchema(field) }]));
}

function requiredOf(fields: readonly FormField[]): readonly string[] {
  return fields.filter(({ required }) => required).map(({ key }) => key);
}

function conditionOf(field: FormField): JsonSchema {
  const { field: asked, equals } = field.showWhen ?? { field: '', equals: '' };
  // The answer it depends on may be one value or a list of them.
  const holds = { anyOf: [{ const: equals }, { type: 'array', contains: { const: equals } }] };
  return {
    if: { properties: { [asked]: holds }, required: [asked] },
    then: { properties: propertiesOf([field]), required: requiredOf([field]) },
  };
}

function valueSchema(field: FormField): JsonSchema {
  return VALUES[field.type](field);
}

const dated = (format: string) => (): JsonSchema => ({ type: 'string', format, maxLength: LONGEST_LINE });
const bounded = (field: FormField): JsonSchema => boundsOf(field, ['minimum', 'maximum']);
const counted = (field: FormField): JsonSchema => boundsOf(field, ['minItems', 'maxItems']);
const list = (field: FormField, items: JsonSchema): JsonSchema => ({
  type: 'array',
  uniqueItems: true,
  items,
  ...counted(field),
});

const VALUES: Readonly<Record<FieldType, (field: FormField) => JsonSchema>> = {
  yesNo: () => ({ type: 'boolean' }),
  number: (field) => ({ type: 'number', ...bounded(field) }),
  amount: (field) => ({ type: 'number', multipleOf: 0.01, ...bounded(field) }),
  choice: (field) => ({ type: 'string', oneOf: optionsOf(field) }),
  multiChoice: (field) => list(field, { oneOf: optionsOf(field) }),
  attachment: (field) => list(field, { type: 'string', format: 'uuid' }),
  place: () => COMPOUND.place,
  address: () => COMPOUND.address,
  person: () => COMPOUND.person,
  date: dated('date'),
  time: dated('time'),
  email: dated('email'),
  phone: textSchema,
  shortText: textSchema,
  longText: textSchema,
};

function textSchema({ maxLength, pattern }: FormField): JsonSchema {
  return {
    type: 'string',
    maxLength: maxLength ?? LONGEST_LINE,
    ...(pattern === undefined ? {} : { pattern: `^(?:${pattern})$` }),
  };
}

function boundsOf({ min, max }: FormField, [lower, upper]: readonly [string, string]): JsonSchema {
  return { ...(min === undefined ? {} : { [lower]: min }), ...(max === undefined ? {} : { [upper]: max }) };
}

function optionsOf({ options = [] }: FormField): readonly JsonSchema[] {
  return options.map(({ value, label }) => ({ const: value, title: label }));
}

const line = (title: string): JsonSchema => ({ type: 'string', title, maxLength: 200 });

/** Shapes of the answers that are made of several; see `answers.ts`. */
const COMPOUND: Readonly<Record<'place' | 'address' | 'person', JsonSchema>> = {
  place: {
    type: 'object',
    required: ['label'],
    additionalProperties: false,
    properties: {
      label: line('Adresse ou lieu'),
      street: line('Rue'),
      quartier: line('Quartier'),
      longitude: { type: 'number', title: 'Longitude', minimum: -180, maximum: 180 },
      latitude: { type: 'number', title: 'Latitude', minimum: -90, maximum: 90 },
    },
  },
  address: {
    type: 'object',
    required: ['street', 'postalCode', 'city'],
    additionalProperties: false,
    properties: {
      street: line('Numéro et rue'),
      postalCode: line('Code postal'),
      city: line('Commune'),
      country: line('Pays'),
    },
  },
  person: {
    type: 'object',
    required: ['familyName', 'givenNames'],
    additionalProperties: false,
    properties: {
      familyName: line('Nom de famille (de naissance)'),
      givenNames: line('Prénoms'),
      usageName: line('Nom d’usage'),
      birthDate: { type: 'string', format: 'date', title: 'Date de naissance' },
      birthPlace: line('Lieu de naissance'),
    },
  },
};

function uiOf(field: FormField): JsonSchema {
  return {
    ...(field.help === undefined ? {} : { 'ui:help': field.help }),
    ...(field.patternHint === undefined ? {} : { 'ui:placeholder': field.patternHint }),
    'ui:options': { fieldType: field.type, sensitive: field.sensitive ?? false },
  };
}
