import { createHash } from 'node:crypto';

/** SHA-256, hex, of a state with its keys sorted: what was stored as jsonb has lost their order. */
export function stateHash(state: unknown): string {
  return createHash('sha256').update(canonicalJson(state)).digest('hex');
}

/** JSON pointers to what differs between two states; `/` alone where one of them is something else altogether. */
export function differencesOf(one: unknown, other: unknown, pointer = ''): readonly string[] {
  if (isPlain(one) && isPlain(other)) {
    const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
    return keys.flatMap((key) => differencesOf(one[key], other[key], `${pointer}/${key}`));
  }
  if (Array.isArray(one) && Array.isArray(other)) {
    const length = Math.max(one.length, other.length);
    return Array.from({ length }, (_, i) => differencesOf(one[i], other[i], `${pointer}/${String(i)}`)).flat();
  }
  return Object.is(one, other) ? [] : [pointer === '' ? '/' : pointer];
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    isPlain(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}
