import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Every process id, read from the names of the files: the one that is asked for may be the only one that does not load. */
export function processNames(catalogDir: string): readonly string[] {
  return readdirSync(path.join(catalogDir, 'processes'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.replace(/\.yaml$/, '').replace(path.sep, '.'));
}
