import { createHash, randomBytes } from 'node:crypto';

/** A secret that stands in an address, whose holder needs no account. @param bytes of chance: 18 are not guessed, 32 last for years */
export function newAddressSecret(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}

/** All that is kept of such a secret: whoever reads the database cannot use it. */
export function digestOfSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
