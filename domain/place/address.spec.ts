import fc from 'fast-check';
import type { Street } from './address.js';
import { findStreet, foldStreetName, locate, parseAddress, suggestStreets } from './address.js';

const streets: readonly Street[] = [
  {
    id: 'avenue-du-pont-canal',
    name: 'Avenue du Pont-Canal',
    stretches: [
      { from: 1, to: 78, quartier: 'centre' },
      { from: 79, to: 212, quartier: 'port' },
    ],
  },
  {
    id: 'avenue-des-grandes-moissons',
    name: 'Avenue des Grandes-Moissons',
    stretches: [
      { from: 1, to: 140, side: 'odd', quartier: 'moulin' },
      { from: 2, to: 140, side: 'even', quartier: 'cerisaie' },
    ],
  },
  { id: 'rue-des-ecorces', name: 'Rue des Écorces', stretches: [{ from: 1, to: 40, quartier: 'tanneries' }] },
  { id: 'place-de-l-ancre', name: 'Place de l’Ancre', stretches: [{ from: 1, to: 20, quartier: 'port' }] },
  { id: 'rue-de-la-cite', name: 'Rue de la Cité', stretches: [{ from: 1, to: 20, quartier: 'tilleuls' }] },
  { id: 'allee-de-la-cite', name: 'Allée de la Cité', stretches: [{ from: 1, to: 20, quartier: 'centre' }] },
];

describe('an address as people write it', () => {
  it('comes apart into number, suffix and street', () => {
    expect(parseAddress('12 bis, av. du Pont Canal')).toEqual({
      number: 12,
      suffix: 'bis',
      street: 'av. du Pont Canal',
    });
    expect(parseAddress('n° 7 rue des Écorces')).toEqual({ number: 7, street: 'rue des Écorces' });
    expect(parseAddress('  14B rue de la Cité ')).toEqual({ number: 14, suffix: 'b', street: 'rue de la Cité' });
    expect(parseAddress('place de l’Ancre')).toEqual({ street: 'place de l’Ancre' });
    expect(parseAddress('3 allée de la Cité')).toEqual({ number: 3, street: 'allée de la Cité' });
  });

  it('may have its number last, or a landmark after a comma', () => {
    expect(parseAddress('Rue du Falot, face au 9')).toEqual({ number: 9, street: 'Rue du Falot' });
    expect(parseAddress('rue du Falot 9 bis')).toEqual({ number: 9, suffix: 'bis', street: 'rue du Falot' });
    expect(parseAddress('Allée des Tilleuls, entrée B')).toEqual({ street: 'Allée des Tilleuls' });
    expect(parseAddress('Place de l’Ancre, 4')).toEqual({ number: 4, street: 'Place de l’Ancre' });
    expect(parseAddress('')).toEqual({ street: '' });
  });

  it.each(['Rue du 8-Mai-1945', 'place du 11 novembre', 'av. du 14-Juillet'])(
    'keeps the day in the name of « %s »',
    (name) => {
      expect(parseAddress(name)).toEqual({ street: name });
      expect(parseAddress(`12 bis ${name}`)).toEqual({ number: 12, suffix: 'bis', street: name });
      const [street] = suggestStreets([{ id: 'day', name, stretches: [] }, ...streets], name, 10);
      expect(street?.id).toBe('day');
    },
  );
});

describe('a street name', () => {
  it.each([
    ['av. du pont canal', 'avenue-du-pont-canal'],
    ['AVENUE PONT-CANAL', 'avenue-du-pont-canal'],
    ['ave des grandes moissons', 'avenue-des-grandes-moissons'],
    ['r. des ecorces', 'rue-des-ecorces'],
    ["pl de l'ancre", 'place-de-l-ancre'],
    ['pont canal', 'avenue-du-pont-canal'],
    ['les écorces', 'rue-des-ecorces'],
  ])('is found from « %s »', (text, id) => {
    expect(findStreet(streets, text)?.id).toBe(id);
  });

  it('is not guessed when two ways share it, or when the way is another one', () => {
    expect(findStreet(streets, 'la cité')).toBeUndefined();
    expect(findStreet(streets, 'boulevard du Pont-Canal')).toBeUndefined();
    expect(findStreet(streets, '')).toBeUndefined();
  });

  it('folds to one spelling, which folds to itself', () => {
    expect(foldStreetName('Bd. de la Ceinture-Verte')).toBe('boulevard ceinture verte');
    expect(foldStreetName('Square du Cœur-St-Élan')).toBe('square coeur saint elan');
    expect(foldStreetName('la r.')).toBe('rue');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldStreetName(foldStreetName(text))).toBe(foldStreetName(text));
      }),
    );
  });

  it('is suggested while it is typed, the number and the order of words aside', () => {
    expect(suggestStreets(streets, '12 av pon', 5).map(({ id }) => id)).toEqual(['avenue-du-pont-canal']);
    expect(suggestStreets(streets, 'moiss grand', 5).map(({ id }) => id)).toEqual(['avenue-des-grandes-moissons']);
    expect(suggestStreets(streets, 'cité', 1)).toHaveLength(1);
    expect(suggestStreets(streets, '  ', 5)).toEqual([]);
  });
});

describe('the neighbourhood of an address', () => {
  it('depends on the number where the street is cut', () => {
    expect(locate(streets, { number: 78, street: 'Avenue du Pont-Canal' })).toMatchObject({
      kind: 'found',
      quartier: 'centre',
    });
    expect(locate(streets, { number: 79, street: 'Avenue du Pont-Canal' })).toMatchObject({
      kind: 'found',
      quartier: 'port',
    });
  });

  it('depends on the side where the street is a border', () => {
    const on = (number: number) => locate(streets, { number, street: 'Avenue des Grandes-Moissons' });
    expect(on(13)).toMatchObject({ quartier: 'moulin' });
    expect(on(14)).toMatchObject({ quartier: 'cerisaie' });
  });

  it('is for a person to say when the number is missing or unheard of', () => {
    expect(locate(streets, { street: 'Avenue du Pont-Canal' })).toMatchObject({
      kind: 'undecided',
      quartiers: ['centre', 'port'],
    });
    expect(locate(streets, { number: 999, street: 'Avenue du Pont-Canal' })).toMatchObject({ kind: 'undecided' });
  });

  it('needs no number in a street that lies in one neighbourhood', () => {
    expect(locate(streets, { street: 'rue des ecorces' })).toMatchObject({ kind: 'found', quartier: 'tanneries' });
    expect(locate(streets, { number: 999, street: 'rue des ecorces' })).toMatchObject({ quartier: 'tanneries' });
  });

  it('is unknown outside the commune', () => {
    expect(locate(streets, { number: 3, street: 'rue de Nulle-Part' })).toEqual({ kind: 'unknown' });
  });
});
