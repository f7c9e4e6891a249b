import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

export interface KeySet {
  readonly keys: readonly (JsonWebKey & { readonly kid: string })[];
}

/** The signing key of the embedded provider: made at the first start, kept beside the other local state. */
export async function embeddedKeys(folder: string): Promise<KeySet> {
  const file = path.join(folder, 'oidc-keys.json');
  try {
    return JSON.parse(await readFile(file, 'utf8')) as KeySet;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const keys: KeySet = {
    keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'parvis-1' }],
  };
  await mkdir(folder, { recursive: true });
  const draft = `${file}.${String(process.pid)}`;
  await writeFile(draft, JSON.stringify(keys), { mode: 0o600 });
  await rename(draft, file);
  return keys;
}
