import path from 'node:path';
import { personOf, type Directory } from '../../domain/people/directory.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { readTown } from '../town/read-town.js';
import { describePerson } from './describe-people.js';

const TODAY = '2026-11-25' as LocalDate;
const town = readTown(path.resolve('town/demo')).directory;

function described(changes: object): ReturnType<typeof describePerson> {
  const absence = { id: 'a-1', person: 'p-dgs', from: TODAY, to: TODAY, substitutes: ['p-dga-technique'], ...changes };
  const directory: Directory = { ...town, absences: [absence] };
  return describePerson(personOf(directory, 'p-dgs')!, directory, TODAY);
}

describe('describePerson', () => {
  it('says who acts for somebody who is away', () => {
    expect(described({})).toMatchObject({
      absent: true,
      substitute: { id: 'p-dga-technique' },
      away: [{ to: TODAY, substitute: { id: 'p-dga-technique' } }],
    });
  });

  it('leaves present whoever is away for some processes, and says who acts for these', () => {
    const processes = ['voirie.nid-de-poule'];
    const person = described({ processes });
    expect(person).toMatchObject({
      absent: false,
      away: [{ processes, substitute: { id: 'p-dga-technique' } }],
    });
    expect(person.substitute).toBeUndefined();
  });
});
