import { createHash } from 'node:crypto';

/**
 * The version of what counts none: a number made of what it says, in a fixed order (fifteen digits at most, as `IfMatch` reads
 * them). The same words have the same version, so that writing them twice is no conflict.
 */
export function versionOfContent(...content: readonly unknown[]): number {
  return createHash('sha256')
    .update(JSON.stringify(content.map((part) => part ?? null)))
    .digest()
    .readUIntBE(0, 6);
}
