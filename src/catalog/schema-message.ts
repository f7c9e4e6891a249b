import type { ErrorObject } from 'ajv';
import { countOf } from '../../domain/text/french-typography.js';

/** A schema fault in French: what is wrong, what to write. */
interface SchemaMessage {
  readonly message: string;
  readonly advice: string;
}

/** Of the rule that is broken: its parameters, and the keys that its schema knows there. */
interface Params extends Readonly<Record<string, unknown>> {
  readonly keys: readonly string[];
}

const MESSAGES: Readonly<Record<string, ((where: string, params: Params) => SchemaMessage) | undefined>> = {
  required: (where, { missingProperty }) => ({
    message: `la clé « ${text(missingProperty)} » manque ${where}`,
    advice: `ajouter « ${text(missingProperty)}: … »`,
  }),
  additionalProperties: (where, { additionalProperty, keys }) => ({
    message: `la clé « ${text(additionalProperty)} » est inconnue ${where}`,
    advice: `corriger son nom (${keys.join(', ')}) ; si c’est la suite d’un texte, mettre le texte entier entre guillemets`,
  }),
  enum: (where, { allowedValues }) => ({
    message: `la valeur n’est pas permise ${where}`,
    advice: `écrire l’une de ces valeurs : ${list(allowedValues)}`,
  }),
  const: (where, { allowedValue }) => ({
    message: `la valeur n’est pas permise ${where}`,
    advice: `écrire ${text(allowedValue)}`,
  }),
  type: (where, { type, keys }) => ({
    message: `la valeur n’a pas la bonne forme ${where}`,
    advice: `écrire ${typeName(type)}${keys.length === 0 ? '' : ` ; celles que l’on connaît là : ${keys.join(', ')}`}`,
  }),
  minItems: (where, { limit }) => ({
    message: `il n’y a pas assez d’éléments ${where}`,
    advice: `en écrire au moins ${text(limit)}`,
  }),
  uniqueItems: (where) => ({ message: `le même élément est écrit deux fois ${where}`, advice: 'n’en garder qu’un' }),
  minLength: (where) => ({ message: `le texte est vide ${where}`, advice: 'écrire le texte ou retirer la clé' }),
  maxLength: (where, { limit }) => ({
    message: `le texte est trop long ${where}`,
    advice: `${countOf(Number(limit), 'caractère')} au plus`,
  }),
  pattern: (where, { pattern }) => ({
    message: `le texte n’a pas le bon format ${where}`,
    advice: formatOf(text(pattern)),
  }),
  minimum: (where, { limit }) => ({ message: `le nombre est trop petit ${where}`, advice: `au moins ${text(limit)}` }),
  maximum: (where, { limit }) => ({ message: `le nombre est trop grand ${where}`, advice: `au plus ${text(limit)}` }),
  discriminator: (where) => ({
    message: `l’étape n’a pas de « kind » connu ${where}`,
    advice: 'écrire kind: qualification, assignment, inspection, answer, endorsement, signature ou reply',
  }),
  anyOf: (where) => ({
    message: `la valeur n’a aucune des formes permises ${where}`,
    advice: 'lire l’aide de cette clé dans le schéma',
  }),
};

export function schemaMessage(error: ErrorObject): SchemaMessage {
  const where =
    error.instancePath === '' ? 'dans la fiche' : `dans « ${error.instancePath.slice(1).replaceAll('/', ' › ')} »`;
  const say = MESSAGES[error.keyword];
  const said =
    say === undefined
      ? {
          message: `le schéma refuse cette valeur ${where} (${error.keyword})`,
          advice: 'lire l’aide de cette clé dans le schéma',
        }
      : say(where, { ...error.params, keys: keysOf(error) });
  const list = error.keyword === 'pattern' ? listOf(error.instancePath) : undefined;
  return list === undefined
    ? said
    : { ...said, advice: `${said.advice} ; les voir tous : npm run catalog:show -- --list ${list}` };
}

function keysOf({ parentSchema }: ErrorObject): readonly string[] {
  const { properties = {} } = (parentSchema ?? {}) as { readonly properties?: object };
  return Object.keys(properties);
}

/** Which names may stand at a place, as `catalog:show -- --list` calls them; undefined where the text is free. */
function listOf(pointer: string): string | undefined {
  const key = pointer.split('/').findLast((segment) => !/^\d*$/.test(segment)) ?? '';
  return NAMED[key];
}

const NAMED: Readonly<Record<string, string | undefined>> = {
  use: 'clocks',
  include: 'forms',
  chain: 'chains',
  team: 'teams',
  department: 'departments',
  tariff: 'tariffs',
  number: 'numbers',
};

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function list(values: unknown): string {
  return Array.isArray(values) ? values.map(text).join(', ') : text(values);
}

const TYPE_NAMES: Readonly<Record<string, string | undefined>> = {
  string: 'un texte (entre guillemets si c’est un nombre)',
  boolean: 'true ou false',
  integer: 'un nombre entier',
  number: 'un nombre',
  array: 'une liste [ … ]',
  object: 'des clés { … }',
};

function typeName(type: unknown): string {
  const names = Array.isArray(type) ? type.map(text) : [text(type)];
  return names.map((name) => TYPE_NAMES[name] ?? name).join(' ou ');
}

/** The patterns of the schema, told by example. */
const FORMATS: readonly (readonly [start: string, advice: string])[] = [
  ['^[1-9][0-9]* (working', 'un nombre et une unité : « 10 workingDays », « 2 months »'],
  ['^[1-9][0-9]* (days', 'une durée : « 5 years », « 6 months »'],
  ['^[0-9]+ days', 'un nombre de jours : « 30 days »'],
  ['^[0-9]{4}-', 'une date AAAA-MM-JJ'],
  ['^[0-9]{2}-', 'un jour de l’année MM-JJ, entre guillemets'],
  ['^([0-9]+', 'un numéro national (« 112 ») ou une clé de la ville (« ville.astreinte »)'],
  ['^https://', 'une adresse en https://'],
  ['^(https://', 'une adresse en https://, ou une clé de la ville (« ville.portail-famille »)'],
];

function formatOf(pattern: string): string {
  const known = FORMATS.find(([start]) => pattern.startsWith(start));
  return known?.[1] ?? `minuscules et chiffres sans accent, au format ${pattern}`;
}
