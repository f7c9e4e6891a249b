import { unreachableBy } from './reachability.js';

const byMail = { email: 'ali@exemple.fr' };
const byLetter = { address: { lines: ['3 rue des Teinturières'] } };

describe('a reply channel', () => {
  it('reaches whoever gave what it needs', () => {
    expect(unreachableBy('email', byMail)).toBeUndefined();
    expect(unreachableBy('letter', byLetter)).toBeUndefined();
  });

  it.each([
    ['email', byLetter, 'citizen.no-mail-address'],
    ['email', { email: ' ' }, 'citizen.no-mail-address'],
    ['email', undefined, 'citizen.no-mail-address'],
    ['letter', byMail, 'citizen.no-postal-address'],
    ['letter', { address: { lines: [' '] } }, 'citizen.no-postal-address'],
    ['letter', { address: null }, 'citizen.no-postal-address'],
  ] as const)('%s with %j is refused: %s', (channel, contacts, code) => {
    expect(unreachableBy(channel, contacts)).toBe(code);
  });

  it('that is the voice, or none, needs no address', () => {
    expect(unreachableBy('spoken', undefined)).toBeUndefined();
    expect(unreachableBy('none', undefined)).toBeUndefined();
  });
});
