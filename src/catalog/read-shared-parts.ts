import { readdirSync, readFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { ValidateFunction } from 'ajv';
import type { SharedParts, Theme } from '../../domain/process/expand.js';
import type {
  ChainSource,
  SharedClockSource,
  SharedFormSource,
} from '../../domain/process/process-definition.generated.js';
import type { CatalogFault } from './catalog-fault.js';
import { schemaFaults } from './catalog-schema.js';
import type { CatalogSchemas } from './catalog-schema.js';
import { yamlFaults } from './yaml-faults.js';
import { readYaml } from './yaml-file.js';

/** A department that definitions may name: a row of `departments.csv`. */
export interface DepartmentRow {
  readonly department: string;
  readonly organisation: string;
  readonly name: string;
  readonly teams: readonly string[];
}

/** Everything that definitions refer to by name; the reply templates are read with each definition. */
export interface SharedFiles extends Omit<SharedParts, 'replies'> {
  readonly departments: ReadonlyMap<string, DepartmentRow>;
  /** Texts of `replies/commun`, by file name; the remedies are among them. */
  readonly commonReplies: ReadonlyMap<string, string>;
  readonly faults: readonly CatalogFault[];
}

export function readSharedFiles(catalogDir: string, schemas: CatalogSchemas): SharedFiles {
  const faults: CatalogFault[] = [];
  const read = <T>(folder: string, validate: ValidateFunction): ReadonlyMap<string, T> =>
    readFolder<T>(catalogDir, folder, (file, text) => {
      const yaml = readYaml(`${folder}/${file}`, text);
      faults.push(...yamlFaults(yaml), ...(yaml.syntaxError === undefined ? schemaFaults(validate, yaml) : []));
      return yaml.value as T;
    });
  const commonReplies = readFolder(catalogDir, 'replies/commun', (_file, text) => text);
  return {
    chains: read<ChainSource>('chains', schemas.chain),
    forms: read<SharedFormSource>('forms', schemas.form),
    clocks: read<SharedClockSource>('clocks', schemas.clock),
    themes: new Map((readCsv(path.join(catalogDir, 'themes.csv')) as readonly Theme[]).map((row) => [row.theme, row])),
    departments: readDepartments(catalogDir),
    commonReplies,
    remedies: new Map([...commonReplies].filter(([name]) => name.startsWith('recours'))),
    faults,
  };
}

function readFolder<T>(
  catalogDir: string,
  folder: string,
  convert: (file: string, text: string) => T,
): ReadonlyMap<string, T> {
  const full = path.join(catalogDir, folder);
  if (!existsSync(full)) return new Map();
  const files = readdirSync(full)
    .filter((file) => /\.(ya?ml|md)$/.test(file))
    .sort();
  return new Map(
    files.map((file) => [path.parse(file).name, convert(file, readFileSync(path.join(full, file), 'utf8'))]),
  );
}

function readDepartments(catalogDir: string): ReadonlyMap<string, DepartmentRow> {
  type Row = Omit<DepartmentRow, 'teams'> & { readonly teams: string };
  const rows = readCsv(path.join(catalogDir, 'departments.csv')) as readonly Row[];
  return new Map(rows.map((row) => [row.department, { ...row, teams: row.teams.split(' ') }]));
}

/** One record a line, keyed by the header. */
function readCsv(file: string): unknown {
  return parse(readFileSync(file), { columns: true, skip_empty_lines: true });
}
