import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The clone: the nearest folder above with a package.json, since the build copies this module into `dist` too. */
export const root = rootAbove(path.dirname(fileURLToPath(import.meta.url)));

/** Where the embedded stack of this clone keeps everything, unless told otherwise. */
export const defaultDataDir = path.join(root, '.parvis');

/** @param {string} folder @returns {string} */
function rootAbove(folder) {
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  const parent = path.dirname(folder);
  if (parent === folder) throw new Error('no package.json above this script');
  return rootAbove(parent);
}
