import { likelySame } from './likely-same.js';

const NOBODY = { firstName: null, lastName: null, birthName: null, email: null, phone: null, address: null };
const rose = { ...NOBODY, firstName: 'Rose', lastName: 'Vantour' };

describe('two records of citizens', () => {
  it('are not one person for a common name alone', () => {
    expect(likelySame(rose, rose)).toBeUndefined();
    expect(likelySame(NOBODY, NOBODY)).toBeUndefined();
  });

  it('are likely one for a telephone in another spelling, or for a name and an address', () => {
    expect(likelySame({ ...rose, phone: '06 01 02 03 04' }, { ...NOBODY, phone: '+33601020304' })?.reasons).toEqual([
      'même téléphone',
    ]);
    expect(likelySame({ ...rose, phone: '0601020304' }, { ...NOBODY, phone: '0601020304' })?.byContact).toBe(true);
    const at = (street: string): typeof rose => ({ ...rose, address: { lines: [street] } }) as unknown as typeof rose;
    expect(likelySame(at('1, rue de l’Église'), at('1 rue de l\u0027eglise'))?.reasons).toEqual([
      'même adresse',
      'même prénom',
      'même nom',
    ]);
  });

  it('are likely one where the name of one is the birth name of the other', () => {
    const married = { ...rose, lastName: 'Quint', birthName: 'Vantour' };
    expect(likelySame(rose, married)).toMatchObject({
      reasons: ['même prénom', 'même nom de naissance'],
      byContact: false,
    });
  });
});
