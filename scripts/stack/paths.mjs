import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The clone. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Where the embedded stack of this clone keeps everything, unless told otherwise. */
export const defaultDataDir = path.join(root, '.parvis');
