import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { themeOf } from '../../domain/process/expand.js';
import type { ProcessDefinition } from '../../domain/process/process-definition.js';
import type { Catalog } from '../../src/catalog/load-catalog.js';

const BEGIN = '<!-- compte : npm run catalog:bump -- --new -->';
const END = '<!-- fin du compte -->';

type Kind = NonNullable<ProcessDefinition['teleservice']>['kind'];

/** Heads of the columns: few words, since the table is read beside forty themes. */
const KINDS: Readonly<Record<Kind, string>> = {
  form: 'formulaire',
  redirection: 'renvoi',
  information: 'information',
  internalApplication: 'application',
  download: 'imprimé',
};

/** The README's table: how many processes each theme has, and how many téléservices of each kind. */
export function countsTable({ definitions, shared }: Catalog): string {
  const all = [...definitions.values()].map(({ definition }) => definition);
  const rows = [...shared.themes.keys()].map((theme) =>
    row(
      theme,
      all.filter(({ id }) => themeOf(id) === theme),
    ),
  );
  const kinds = Object.values(KINDS);
  return [
    `|  | processus | téléservices | ${kinds.join(' | ')} |`,
    `|---|${'---:|'.repeat(kinds.length + 2)}`,
    ...rows,
    row('**ensemble**', all),
  ].join('\n');
}

function row(name: string, processes: readonly ProcessDefinition[]): string {
  const kinds = processes.flatMap(({ teleservice }) => teleservice?.kind ?? []);
  const ofEach = (Object.keys(KINDS) as Kind[]).map((kind) => kinds.filter((found) => found === kind).length);
  return `| ${[name, processes.length, kinds.length, ...ofEach].join(' | ')} |`;
}

/** The table that the README holds now, if it holds one. */
export function writtenCounts(catalogDir: string): string | undefined {
  const file = path.join(catalogDir, 'README.md');
  if (!existsSync(file)) return undefined;
  const [, after] = readFileSync(file, 'utf8').split(BEGIN);
  return after?.split(END)[0]?.trim();
}

/** Puts today's table into the README. A catalogue without one, or without the two marks, is left alone. */
export function writeCounts(catalogDir: string, table: string): void {
  const written = writtenCounts(catalogDir);
  if (written === undefined || written === table) return;
  const file = path.join(catalogDir, 'README.md');
  const [before = '', after = ''] = readFileSync(file, 'utf8').split(BEGIN);
  writeFileSync(file, `${before}${BEGIN}\n\n${table}\n\n${END}${after.split(END)[1] ?? ''}`);
}
