import { differencesOf, stateHash } from './compare-states.js';

describe('two states of a case', () => {
  it('are the same whatever the order of their keys', () => {
    const one = { revision: 3, status: { kind: 'open' }, tasks: [{ id: 't1', kind: 'answer' }] };
    const other = { tasks: [{ kind: 'answer', id: 't1' }], status: { kind: 'open' }, revision: 3 };
    expect(differencesOf(one, other)).toEqual([]);
    expect(stateHash(one)).toBe(stateHash(other));
  });

  it('differ where a value, an element or a key does', () => {
    const one = { a: 1, list: [{ b: 2 }, 3], only: true };
    const other = { a: 1, list: [{ b: 5 }] };
    expect(differencesOf(one, other)).toEqual(['/list/0/b', '/list/1', '/only']);
    expect(stateHash(one)).not.toBe(stateHash(other));
  });

  it('differ as a whole where one of them is missing', () => {
    expect(differencesOf({ a: 1 }, undefined)).toEqual(['/']);
  });
});
