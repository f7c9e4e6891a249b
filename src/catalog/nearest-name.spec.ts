import { didYouMean, nearest } from './nearest-name.js';

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
});
