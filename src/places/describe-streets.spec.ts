import type { Street } from '../../domain/place/address.js';
import type { Quartier } from '../../domain/place/quartier.js';
import { suggestAddresses } from './describe-streets.js';

const streets: readonly Street[] = [
  {
    id: 'avenue-du-pont-canal',
    name: 'Avenue du Pont-Canal',
    stretches: [
      { from: 1, to: 40, quartier: 'centre' },
      { from: 41, to: 90, quartier: 'rives' },
    ],
  },
  { id: 'rue-des-tilleuls', name: 'Rue des Tilleuls', stretches: [{ from: 1, to: 99, quartier: 'centre' }] },
];
const quartiers = [
  { id: 'centre', name: 'Centre' },
  { id: 'rives', name: 'Les Rives' },
] as unknown as readonly Quartier[];

describe('addresses suggested while one types', () => {
  it('give the neighbourhood of the number typed', () => {
    expect(suggestAddresses(streets, quartiers, '52 bis av pont can')).toEqual([
      {
        id: 'avenue-du-pont-canal',
        name: 'Avenue du Pont-Canal',
        address: '52 bis Avenue du Pont-Canal',
        quartier: { id: 'rives', name: 'Les Rives' },
        quartiers: [],
      },
    ]);
  });

  it('leave the choice where a street without number lies in several', () => {
    const [street] = suggestAddresses(streets, quartiers, 'pont canal');
    expect(street).toMatchObject({
      quartiers: [
        { id: 'centre', name: 'Centre' },
        { id: 'rives', name: 'Les Rives' },
      ],
    });
    expect(street).not.toHaveProperty('quartier');
  });

  it('are none for a street of another town', () => {
    expect(suggestAddresses(streets, quartiers, 'boulevard de la mer')).toEqual([]);
  });
});
