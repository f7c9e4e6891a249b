import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Hash of every published version: id → version → SHA-256. A published version never changes. */
export type CatalogLock = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;

export function readLock(catalogDir: string): CatalogLock {
  const file = lockFile(catalogDir);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as CatalogLock) : {};
}

export function lockFile(catalogDir: string): string {
  return path.join(catalogDir, 'catalog.lock.json');
}

/** Ids and versions in order, one line a version, so that two branches rarely touch the same line. */
export function printLock(lock: CatalogLock): string {
  const entries = Object.entries(lock).sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = entries.map(([id, versions]) => {
    const inOrder = Object.entries(versions ?? {}).sort(([a], [b]) => Number(a) - Number(b));
    return `  ${JSON.stringify(id)}: {\n${inOrder.map(([v, hash]) => `    ${JSON.stringify(v)}: ${JSON.stringify(hash)}`).join(',\n')}\n  }`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}

export type LockState =
  | { readonly kind: 'same' }
  /** This version was never published. */
  | { readonly kind: 'new' }
  | { readonly kind: 'changed'; readonly published: string; readonly found: string }
  /** The file went back to a version older than the last published one. */
  | { readonly kind: 'older'; readonly latest: number };

/** Compares a definition with what was published under its version. */
export function lockState(
  lock: CatalogLock,
  id: string,
  found: { readonly version: number; readonly hash: string },
): LockState {
  const versions = lock[id] ?? {};
  const latest = Math.max(0, ...Object.keys(versions).map(Number));
  if (found.version < latest) return { kind: 'older', latest };
  const published = versions[String(found.version)];
  if (published === undefined) return { kind: 'new' };
  return published === found.hash ? { kind: 'same' } : { kind: 'changed', published, found: found.hash };
}
