import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expand, themeOf } from '../../domain/process/expand.js';
import type { ProcessSource } from '../../domain/process/process-definition.generated.js';
import type { ProcessDefinition } from '../../domain/process/process-definition.js';
import type { RunnableDefinition } from '../../domain/process/runnable.js';
import { toRunnable } from '../../domain/process/to-runnable.js';
import type { CatalogFault } from './catalog-fault.js';
import { readSchemas, schemaFaults } from './catalog-schema.js';
import type { CatalogSchemas } from './catalog-schema.js';
import { contentHash } from './content-hash.js';
import { readSharedFiles } from './read-shared-parts.js';
import type { SharedFiles } from './read-shared-parts.js';
import { appealOf, replyTemplates } from './reply-template.js';
import { unresolvedFault } from './unresolved-fault.js';
import { yamlFaults } from './yaml-faults.js';
import { readYaml } from './yaml-file.js';
import type { YamlFile } from './yaml-file.js';

/** A definition as it was found on disk, ready to be published. */
export interface LoadedDefinition {
  readonly definition: ProcessDefinition;
  /** SHA-256 over canonical JSON of `definition`. */
  readonly hash: string;
  readonly runnable: RunnableDefinition;
  readonly source: ProcessSource;
  readonly yaml: YamlFile;
  /** The reply template as written, with its path from the catalogue's folder. */
  readonly reply: { readonly file: string; readonly text: string | undefined };
}

export interface Catalog {
  readonly definitions: ReadonlyMap<string, LoadedDefinition>;
  readonly shared: SharedFiles;
  /** What kept a file from being loaded. Empty for a sound catalogue. */
  readonly faults: readonly CatalogFault[];
}

/** Reads every definition of a catalogue folder; `only` keeps one theme. Files with faults are left out, and reported. */
export function loadCatalog(catalogDir: string, only?: string): Catalog {
  const schemas = readSchemas(catalogDir);
  const shared = readSharedFiles(catalogDir, schemas);
  const faults: CatalogFault[] = [...shared.faults];
  const definitions = new Map<string, LoadedDefinition>();
  if (shared.faults.length > 0) return { definitions, shared, faults };
  for (const file of definitionFiles(catalogDir, only)) {
    const loaded = loadDefinition({ catalogDir, file, schemas, shared });
    if (Array.isArray(loaded)) faults.push(...loaded);
    else definitions.set(loaded.definition.id, loaded);
  }
  return { definitions, shared, faults };
}

/** Paths from the catalogue's folder, sorted, so that loading is the same everywhere. */
function definitionFiles(catalogDir: string, only?: string): readonly string[] {
  const folder = path.join(catalogDir, 'processes');
  const themes = readdirSync(folder).filter((theme) => only === undefined || theme === only);
  return themes
    .flatMap((theme) => readdirSync(path.join(folder, theme)).map((file) => `processes/${theme}/${file}`))
    .filter((file) => file.endsWith('.yaml'))
    .sort();
}

interface DefinitionToLoad {
  readonly catalogDir: string;
  readonly file: string;
  readonly schemas: CatalogSchemas;
  readonly shared: SharedFiles;
}

function loadDefinition({ catalogDir, file, schemas, shared }: DefinitionToLoad): LoadedDefinition | CatalogFault[] {
  const yaml = readYaml(file, readFileSync(path.join(catalogDir, file), 'utf8'));
  if (yaml.syntaxError !== undefined) return [...yamlFaults(yaml)];
  const faults = [...yamlFaults(yaml), ...schemaFaults(schemas.process, yaml)];
  if (faults.length > 0) return faults;
  const source = yaml.value as ProcessSource;
  const misplaced = placeFault(source, yaml);
  if (misplaced !== undefined) return [misplaced];
  const reply = readReply(catalogDir, source);
  const replies = replyTemplates(reply.text ?? '', shared.commonReplies, appealOf(source));
  const expansion = expand(source, { ...shared, replies });
  if (expansion.kind === 'unresolved') return expansion.names.map((name) => unresolvedFault(name, yaml, shared));
  const { definition } = expansion;
  const hash = contentHash(definition);
  return { definition, hash, runnable: toRunnable(definition, hash), source, yaml, reply };
}

function readReply(catalogDir: string, source: ProcessSource): LoadedDefinition['reply'] {
  const file = `replies/${source.replies ?? source.id.replace('.', '/')}.md`;
  const full = path.join(catalogDir, file);
  return { file, text: existsSync(full) ? readFileSync(full, 'utf8') : undefined };
}

function placeFault(source: ProcessSource, yaml: YamlFile): CatalogFault | undefined {
  const expected = `processes/${themeOf(source.id)}/${source.id.slice(themeOf(source.id).length + 1)}.yaml`;
  if (expected === yaml.file) return undefined;
  return {
    file: yaml.file,
    line: yaml.lineOf('/id'),
    rule: 'file.place',
    pointer: '/id',
    message: `l’identifiant « ${source.id} » ne correspond pas au nom du fichier`,
    advice: `déplacer le fichier en ${expected}, ou corriger l’identifiant`,
    severity: 'error',
  };
}
