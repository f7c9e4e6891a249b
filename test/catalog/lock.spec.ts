import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bumpCatalog } from '../../scripts/catalog/bump-catalog.js';
import type { BumpOutcome, BumpRequest } from '../../scripts/catalog/bump-catalog.js';
import { lockRules } from '../../scripts/catalog/check/lock-rules.js';
import type { CatalogLock } from '../../src/catalog/catalog-lock.js';
import { printLock } from '../../src/catalog/catalog-lock.js';
import { canonicalJson, contentHash } from '../../src/catalog/content-hash.js';
import { loadCatalog } from '../../src/catalog/load-catalog.js';
import { writeCatalog } from './fixture-catalog.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'parvis-lock-'));
  writeCatalog(folder, {});
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const id = 'voirie.exemple';
const hashNow = (): string => loadCatalog(folder).definitions.get(id)?.hash ?? '';
const faultsAgainst = (lock: CatalogLock): readonly string[] =>
  lockRules(lock)(loadCatalog(folder)).map(({ rule }) => rule);

const bump = (lock: CatalogLock, more: Partial<BumpRequest> = {}): BumpOutcome =>
  bumpCatalog({
    catalogDir: folder,
    ids: [],
    publishNew: false,
    allChanged: false,
    unsound: new Set(),
    lock,
    raiseVersion: (file, from) => {
      const full = path.join(folder, file);
      writeFileSync(
        full,
        readFileSync(full, 'utf8').replace(`version: ${String(from)}`, `version: ${String(from + 1)}`),
      );
    },
    ...more,
  });

describe('the lock of the catalogue', () => {
  it('asks to publish what was never published', () => {
    expect(faultsAgainst({})).toEqual(['lock.new']);
    const { lock } = bump({}, { publishNew: true });
    expect(lock).toEqual({ [id]: { '1': hashNow() } });
    expect(faultsAgainst(lock)).toEqual([]);
  });

  it.each<readonly [string, () => void]>([
    [
      'the definition',
      () => {
        writeCatalog(folder, { set: { '/audience': 'Une autre.' } });
      },
    ],
    [
      'its reply template',
      () => {
        writeCatalog(folder, { reply: '# answered\nAutre chose.\n\n{{ texte }}\n' });
      },
    ],
    [
      'a shared form',
      () => {
        appendTo('forms/lieu.yaml', '  - { key: etage, label: Étage, type: number }\n');
      },
    ],
    [
      'a shared chain',
      () => {
        writeFileSync(path.join(folder, 'chains/chef.yaml'), 'title: Autre\nroles: [dgs]\n');
      },
    ],
  ])('sees that %s changed without a new version', (_what, change) => {
    const lock = { [id]: { '1': hashNow() } };
    change();
    expect(faultsAgainst(lock)).toEqual(['lock.changed']);
  });

  it('tells in one line what a shared text changed everywhere', () => {
    const source = readFileSync(path.join(folder, 'processes/voirie/exemple.yaml'), 'utf8');
    const ids = Array.from({ length: 9 }, (_, rank) => `voirie.exemple-${String(rank)}`);
    for (const one of ids)
      writeFileSync(
        path.join(folder, `processes/${one.replace('.', '/')}.yaml`),
        source.replace(`id: ${id}`, `id: ${one}`),
      );
    for (const one of ids)
      copyFileSync(
        path.join(folder, 'replies/voirie/exemple.md'),
        path.join(folder, `replies/${one.replace('.', '/')}.md`),
      );
    const lock = Object.fromEntries([id, ...ids].map((one) => [one, { '1': 'another' }]));
    const faults = lockRules(lock)(loadCatalog(folder));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({
      ...{ file: 'catalog.lock.json', rule: 'lock.changed' },
      message: expect.stringMatching(/^10 fiches .* et 2 de plus$/) as string,
    });
  });

  it('makes a new version of a change and keeps the hash of the old one', () => {
    const first = hashNow();
    writeCatalog(folder, { set: { '/audience': 'Une autre.' } });
    const { lock, lines } = bump({ [id]: { '1': first } }, { ids: [id] });
    expect(lock[id]).toEqual({ '1': first, '2': hashNow() });
    expect(lines).toEqual([expect.stringContaining(`${id} : version 2 publiée`)]);
    expect(faultsAgainst(lock)).toEqual([]);
  });

  it('neither raises the version of what did not change nor publishes what has faults', () => {
    const lock = { [id]: { '1': hashNow() } };
    expect(bump(lock, { ids: [id] })).toMatchObject({ lock, lines: [expect.stringContaining('rien n’a changé')] });
    expect(bump({}, { publishNew: true, unsound: new Set([id]) }).lock).toEqual({});
    expect(bump({}, { ids: [id], unsound: new Set([id]) }).refused).toBe(true);
  });

  it('refuses an older version, and a published process that vanished', () => {
    expect(faultsAgainst({ [id]: { '1': hashNow(), '2': 'x' } })).toEqual(['lock.older']);
    expect(faultsAgainst({ [id]: { '1': hashNow() }, 'voirie.disparu': { '1': 'x' } })).toEqual(['lock.vanished']);
  });

  it('prints ids and versions in order', () => {
    const printed = printLock({ b: { '10': 'x', '2': 'y' }, a: { '1': 'z' } });
    expect(Object.keys(JSON.parse(printed) as object)).toEqual(['a', 'b']);
    expect(printed.indexOf('"2"')).toBeLessThan(printed.indexOf('"10"'));
  });
});

describe('the hash of a definition', () => {
  it('does not depend on the order in which keys were written', () => {
    expect(contentHash({ a: 1, b: [{ c: 2, d: 3 }] })).toBe(contentHash({ b: [{ d: 3, c: 2 }], a: 1 }));
    expect(canonicalJson({ b: undefined, a: 'é' })).toBe('{"a":"é"}');
  });

  it('depends on the order of steps', () => {
    expect(contentHash({ steps: [1, 2] })).not.toBe(contentHash({ steps: [2, 1] }));
  });
});

function appendTo(file: string, text: string): void {
  const full = path.join(folder, file);
  writeFileSync(full, readFileSync(full, 'utf8') + text);
}
