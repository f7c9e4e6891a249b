import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { isMap } from 'yaml';
import { mendLine } from './mended-line.js';
import { schemaMessage } from './schema-message.js';
import type { CatalogFault } from './catalog-fault.js';
import { toPaste } from './yaml-faults.js';
import { valueAt } from './yaml-file.js';
import type { YamlFile } from './yaml-file.js';

const BASE = 'file:///schema/';
const FILES = [
  'defs/form.json',
  'defs/clock.json',
  'defs/step.json',
  'defs/script.json',
  'defs/appeal.json',
  'chain.schema.json',
  'clock.schema.json',
  'form.schema.json',
  'process.schema.json',
] as const;

export type SchemaName = 'process' | 'form' | 'chain' | 'clock';

/** The schemas of a catalogue, compiled once. */
export type CatalogSchemas = Readonly<Record<SchemaName, ValidateFunction>>;

/** Reads and compiles `<catalogDir>/schema`. */
export function readSchemas(catalogDir: string): CatalogSchemas {
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allErrors: true,
    discriminator: true,
    // A fault then carries the schema it breaks, whose keys are told.
    verbose: true,
  });
  ajv.addVocabulary(['schemaVersion', 'tsName']);
  for (const file of FILES) {
    ajv.addSchema(JSON.parse(readFileSync(path.join(catalogDir, 'schema', file), 'utf8')) as object, BASE + file);
  }
  const compiled = (name: SchemaName): ValidateFunction => {
    const validate = ajv.getSchema(`${BASE}${name}.schema.json`);
    if (validate === undefined) throw new Error(`Schema not found: ${name}`);
    return validate;
  };
  return { process: compiled('process'), form: compiled('form'), chain: compiled('chain'), clock: compiled('clock') };
}

/** Every fault of a file against its schema, each said once. */
export function schemaFaults(validate: ValidateFunction, yaml: YamlFile): readonly CatalogFault[] {
  if (validate(yaml.value)) return [];
  const errors = validate.errors ?? [];
  // An `anyOf` says the same fault several times: the branches' own faults are enough where there are any.
  const useful = errors.filter((error) => !isNoise(error, errors));
  const seen = new Set<string>();
  return useful.flatMap((error) => {
    const fault = faultOf(error, yaml);
    const key = `${fault.pointer} ${fault.message}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [fault];
  });
}

/** A branch that was not meant says « write a text » of an object whose own branch says what is wrong inside it. */
function isNoise(error: ErrorObject, all: readonly ErrorObject[]): boolean {
  if (error.keyword === 'anyOf') return all.some((other) => isInside(other, error));
  const choice =
    error.keyword === 'type' ? all.find((other) => other.keyword === 'anyOf' && isInside(error, other)) : undefined;
  if (choice?.instancePath !== error.instancePath) return false;
  return all.some((other) => isInside(other, choice) && other.instancePath.startsWith(`${choice.instancePath}/`));
}

function isInside(inner: ErrorObject, outer: ErrorObject): boolean {
  return inner !== outer && inner.schemaPath.startsWith(`${outer.schemaPath}/`);
}

function faultOf(error: ErrorObject, yaml: YamlFile): CatalogFault {
  const pointer = error.instancePath;
  const line = yaml.lineOf(pointer + unknownKey(error));
  const { message, advice } = isEmpty(error, yaml) ? emptyMessage(pointer) : schemaMessage(error);
  const fault = { file: yaml.file, line, rule: `schema.${error.keyword}`, pointer, severity: 'error' } as const;
  const mended = mendLine(yaml.text, line, (tried) => isHealed(error, valueAt(tried, pointer)));
  return mended === undefined
    ? { ...fault, message, advice }
    : { ...fault, message: mended.because, advice: mended.advice, below: toPaste(mended) };
}

/** `needed:` with nothing after it. */
function isEmpty({ keyword, instancePath }: ErrorObject, { text }: YamlFile): boolean {
  return keyword === 'type' && valueAt(text, instancePath) === null;
}

function emptyMessage(pointer: string): ReturnType<typeof schemaMessage> {
  const where = pointer.slice(1).replaceAll('/', ' › ');
  return { message: `« ${where} » est vide`, advice: 'écrire ce qui manque, ou retirer cette ligne' };
}

function unknownKey({ keyword, params }: ErrorObject): string {
  return keyword === 'additionalProperties' ? `/${String(params['additionalProperty'])}` : '';
}

/** Between quotes the value is the text that was wanted, or the rest of a text is no key any more. */
function isHealed(error: ErrorObject, value: unknown): boolean {
  if (error.keyword === 'type') return error.params['type'] === 'string' && typeof value === 'string';
  const key = unknownKey(error).slice(1);
  return key !== '' && !/^[a-z][a-zA-Z]*$/.test(key) && isMap(value) && !value.has(key);
}
