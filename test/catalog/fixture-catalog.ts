import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse, parseDocument } from 'yaml';

const here = path.resolve('test/catalog');
const catalog = path.resolve('process-catalog');

/** One change to the sound definition. */
export interface Fixture {
  /** Where the fault is expected. */
  readonly pointer?: string;
  /** JSON pointer → new value; null removes. */
  readonly set?: Readonly<Record<string, unknown>>;
  /** Another reply template; null: none at all. */
  readonly reply?: string | null;
  /** The whole definition file, as text. */
  readonly source?: string;
  /** The lines of `word-families.txt`; none without it. */
  readonly words?: string;
  /** Another place for the file. */
  readonly file?: string;
  /** Rules that this change cannot avoid breaking too. */
  readonly also?: readonly string[];
  /** Copies of the definition under other names. */
  readonly copies?: number;
}

export function fixtureNames(): readonly string[] {
  return readdirSync(path.join(here, 'fixtures')).map((file) => path.parse(file).name);
}

export function fixtureNamed(rule: string): Fixture & { readonly pointer: string } {
  return parse(readFileSync(path.join(here, 'fixtures', `${rule}.yaml`), 'utf8')) as Fixture & { pointer: string };
}

function copySharedParts(folder: string): void {
  for (const part of [
    'schema',
    'chains',
    'clocks',
    'forms',
    'replies/commun',
    'themes.csv',
    'departments.csv',
    'official-sites.txt',
  ]) {
    cpSync(path.join(catalog, part), path.join(folder, part), { recursive: true });
  }
}

/** Writes a catalogue of one definition, with the shared parts of the real one. */
export function writeCatalog(folder: string, fixture: Fixture): void {
  copySharedParts(folder);
  const definition = fixture.source ?? changed(readFileSync(path.join(here, 'sound.yaml'), 'utf8'), fixture.set ?? {});
  const reply = fixture.reply === undefined ? readFileSync(path.join(here, 'sound.md'), 'utf8') : fixture.reply;
  const file = fixture.file ?? 'processes/voirie/exemple.yaml';
  write(path.join(folder, file), definition);
  write(path.join(folder, 'word-families.txt'), fixture.words ?? '');
  if (reply !== null) write(path.join(folder, file.replace('processes', 'replies').replace('.yaml', '.md')), reply);
  for (let n = 1; n <= (fixture.copies ?? 0); n += 1) {
    const name = `exemple-${String(n)}`;
    write(path.join(folder, `processes/voirie/${name}.yaml`), definition.replace('voirie.exemple', `voirie.${name}`));
    write(path.join(folder, `replies/voirie/${name}.md`), reply ?? '');
  }
}

function changed(text: string, set: Readonly<Record<string, unknown>>): string {
  const document = parseDocument(text);
  // Removals last: they move the indices of what follows.
  const changes = Object.entries(set).sort(([, a], [, b]) => Number(a === null) - Number(b === null));
  for (const [pointer, value] of changes) {
    const keys = pointer
      .split('/')
      .slice(1)
      .map((key) => (/^\d+$/.test(key) ? Number(key) : key));
    if (value === null) document.deleteIn(keys);
    else document.setIn(keys, document.createNode(value));
  }
  return document.toString({ lineWidth: 0 });
}

function write(file: string, content: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}
