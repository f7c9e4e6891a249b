import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CatalogFault } from '../../../src/catalog/catalog-fault.js';
import type { Catalog } from '../../../src/catalog/load-catalog.js';
import type { CatalogRule } from './check-rule.js';
import { faultIn } from './check-rule.js';

/** An address of the web that a file of the catalogue gives, where it gives it. */
export interface CatalogLink {
  readonly url: string;
  readonly file: string;
  readonly pointer: string;
  readonly line: number;
}

const ALWAYS_OFFICIAL = ['gouv.fr'];

/** Residents are sent to official sites only: those of the State, and those that `official-sites.txt` names. */
export function linkRules(catalogDir: string): CatalogRule {
  const official = [...ALWAYS_OFFICIAL, ...namedSites(catalogDir)];
  return (catalog) => catalogLinks(catalog).flatMap((link) => linkFault(link, official) ?? []);
}

/** Every address written in a definition or a shared clock, in the order of the files. */
export function catalogLinks({ definitions, shared }: Catalog): readonly CatalogLink[] {
  const ofDefinitions = [...definitions.values()].flatMap((loaded) =>
    addressesIn(loaded.yaml.value, '').map(({ url, pointer }) => {
      const { file, line } = faultIn(loaded, { rule: '', pointer, message: '', advice: '' });
      return { url, pointer, file, line };
    }),
  );
  const ofClocks = [...shared.clocks].flatMap(([name, clock]) =>
    addressesIn(clock, '').map((found) => ({ ...found, file: `clocks/${name}.yaml`, line: 1 })),
  );
  return [...ofDefinitions, ...ofClocks];
}

function addressesIn(value: unknown, pointer: string): readonly { readonly url: string; readonly pointer: string }[] {
  if (typeof value === 'string') return /^https?:/i.test(value) ? [{ url: value, pointer }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => addressesIn(inner, `${pointer}/${key}`));
}

function namedSites(catalogDir: string): readonly string[] {
  const file = path.join(catalogDir, 'official-sites.txt');
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line) => (line.startsWith('#') ? [] : (/^\S+/.exec(line) ?? [])));
}

function linkFault(link: CatalogLink, official: readonly string[]): CatalogFault | undefined {
  const { url, ...place } = link;
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol !== 'https:' || parsed.username !== '' || /\s/.test(url)) {
    return {
      ...place,
      rule: 'link.form',
      severity: 'error',
      message: `« ${url} » n’est pas une adresse`,
      advice: 'écrire une adresse entière, qui commence par https://',
    };
  }
  if (official.some((site) => parsed.hostname === site || parsed.hostname.endsWith(`.${site}`))) return undefined;
  return {
    ...place,
    rule: 'link.official',
    severity: 'error',
    message: `« ${parsed.hostname} » n’est pas un site officiel connu`,
    advice: 'donner l’adresse de service-public.gouv.fr, ou ajouter ce site et qui le tient à official-sites.txt',
  };
}
