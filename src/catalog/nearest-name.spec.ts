import { didYouMean, nameAdvice, nearest } from './nearest-name.js';

const KNOWN = ['voirie.nid-de-poule', 'voirie.cable-poteau', 'eau.fuite-compteur', 'eau.fuite-voie-publique'];

describe('a name that is not known', () => {
  it('is answered with the one that was meant', () => {
    expect(nearest('voirie.nid-de-poulle', KNOWN)).toEqual(['voirie.nid-de-poule']);
    expect(didYouMean('voirie.nid-de-poulle', KNOWN)).toBe(' Vouliez-vous dire voirie.nid-de-poule ?');
  });

  it('is answered with nothing when no other comes near', () => {
    expect(nearest('zzz', KNOWN)).toEqual([]);
    expect(didYouMean('', KNOWN)).toBe('');
    expect(didYouMean('zzz', [])).toBe('');
  });

  it('is answered with what the nearest ones are, and the command that shows them all', () => {
    const forms = [
      { name: 'lieu', what: 'Lieu : lieu, repere' },
      { name: 'photos', what: 'Photos : photos' },
    ];
    const all = 'les voir tous : npm run catalog:show -- --list forms';
    expect(nameAdvice('lieux', forms, 'forms')).toBe(`écrire « lieu » (Lieu : lieu, repere) ; ${all}`);
    expect(nameAdvice('xyz', forms, 'forms')).toBe(`en prendre un qui existe ; ${all}`);
  });
});
