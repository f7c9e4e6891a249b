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

/** Whether somebody changed it since it was read: what is stored already as it was to become is no conflict. */
export function changedMeanwhile(
  read: number,
  { stored, next }: { readonly stored: number; readonly next: number },
): boolean {
  return stored !== read && stored !== next;
}
