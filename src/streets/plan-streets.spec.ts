import type { Street } from '../../domain/place/address.js';
import type { Quartier } from '../../domain/place/quartier.js';
import { planStreets, type StreetsPlan } from './plan-streets.js';
import { readStreetsFile } from './read-streets-file.js';

const quartiers = [
  { id: 'centre', name: 'Centre – Halles' },
  { id: 'rives', name: 'Les Rives' },
] as unknown as readonly Quartier[];
const streets: readonly Street[] = [
  {
    id: 'canal',
    name: 'Avenue du Pont-Canal',
    stretches: [
      { from: 1, to: 40, quartier: 'centre' },
      { from: 41, to: 90, side: 'odd', quartier: 'rives' },
    ],
  },
  { id: 'plumes', name: 'Rue des Plumes', stretches: [{ from: 1, to: 72, quartier: 'centre' }] },
  { id: 'tilleuls', name: 'Rue des Tilleuls', stretches: [{ from: 1, to: 99, quartier: 'centre' }] },
];

async function plan(...lines: readonly string[]): Promise<StreetsPlan> {
  const file = await readStreetsFile(['rue;de;à;côté;quartier', ...lines].join('\n'));
  if ('refused' in file) throw new Error(file.refused);
  return planStreets(file.lines, { streets, quartiers, idOf: (folded) => folded });
}

describe('a file of streets', () => {
  it('adds, changes, leaves and misses streets, whatever the order and the spelling of its lines', async () => {
    const { planned, gone } = await plan(
      'avenue du pont canal;41;90;Impair;les rives',
      'Rue des Plumes;1;72;;Centre-Halles',
      'avenue du pont canal;1;40;;CENTRE HALLES',
      'Quai Neuf;1;9;;Les Rives',
    );
    expect(planned.map(({ outcome, after }) => [outcome, after.id])).toEqual([
      ['changed', 'canal'],
      ['unchanged', 'plumes'],
      ['added', 'quai neuf'],
    ]);
    expect(planned[0]?.fields).toEqual([
      { label: 'Nom', before: 'Avenue du Pont-Canal', after: 'avenue du pont canal' },
    ]);
    expect(gone.map(({ id }) => id)).toEqual(['tilleuls']);
  });

  it('leaves a street as it is where one of its lines is at fault, and says which', async () => {
    const { planned, gone } = await plan(
      'Rue des Plumes;1;40;;Centre-Halles',
      'Rue des Plumes;40;72;;Les Rives',
      'Rue des Tilleuls;x;;gauche;Nulle part',
      'Avenue du Pont-Canal;9;1;;Les Rives',
      'Av. du Pont-Canal;20;30;;Les Rives',
    );
    expect(planned.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'refused']);
    const faults = planned.flatMap((one) => one.faults);
    expect(faults.map(({ line, column, code }) => [line, column, code])).toEqual([
      [3, 'de', 'overlaps'],
      [4, 'de', 'number'],
      [4, 'à', 'missing'],
      [4, 'côté', 'unknown'],
      [4, 'quartier', 'unknown'],
      [6, 'rue', 'contradiction'],
      [5, 'à', 'reversed'],
    ]);
    expect(faults[0]?.detail).toBe('Les numéros 40 à 72 chevauchent ceux de la ligne 2.');
    expect(gone).toEqual([]);
  });
});
