import { decodeKey } from './cursor-key.js';
import { encodeCursor } from './pagination.js';

const id = '01a210ce-a26c-73c8-8f2b-312be75f350c';
const codeOf = (read: () => unknown): unknown => {
  try {
    return read();
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('the key in a cursor', () => {
  it('comes back as it was given', () => {
    const key = ['2026-11-25T03:45:43.301Z', id];
    expect(decodeKey(encodeCursor(key), ['instant', 'uuid'])).toEqual(key);
    expect(decodeKey(encodeCursor([50]), ['rank'])).toEqual([50]);
    expect(decodeKey(undefined, ['rank'])).toBeUndefined();
  });

  it('is refused when a part is not of its kind', () => {
    const made = [encodeCursor(['2026-02-31', id]), encodeCursor(['2026-02-28', "x'"]), encodeCursor([-1, id])];
    for (const cursor of made) expect(codeOf(() => decodeKey(cursor, ['day', 'uuid']))).toBe('request.invalid-cursor');
  });
});
