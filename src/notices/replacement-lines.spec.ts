import path from 'node:path';
import type { Directory } from '../../domain/people/directory.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { readTown } from '../town/read-town.js';
import { peopleReplacedBy } from './replacement-lines.js';

const on = '2026-11-25' as LocalDate;
const town = readTown(path.resolve('town/demo')).directory;
const titles = new Map([['voirie.nid-de-poule', 'Nid-de-poule']]);

describe('peopleReplacedBy', () => {
  const absence = { id: 'a-1', person: 'p-dgs', from: on, to: on, substitutes: ['p-dga-technique'] };
  const replaced = (person: string, changes: object = {}): readonly object[] => {
    const directory: Directory = { ...town, absences: [{ ...absence, ...changes }] };
    return peopleReplacedBy(person, { directory, on, titles });
  };

  it('names the absent person to whoever acts, and to nobody else', () => {
    expect(replaced('p-dga-technique')).toEqual([{ absenceId: 'a-1', name: 'Armand Ventevanne', until: on }]);
    expect(replaced('p-chef-voirie')).toEqual([]);
    expect(replaced('p-dgs')).toEqual([]);
  });

  it('names the processes of whoever is away for some, by title where there is one', () => {
    const processes = ['voirie.nid-de-poule', 'voirie.disparu'];
    expect(replaced('p-dga-technique', { processes })).toMatchObject([
      { processes: ['Nid-de-poule', 'voirie.disparu'] },
    ]);
  });
});
