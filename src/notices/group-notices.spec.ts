import path from 'node:path';
import type { Directory } from '../../domain/people/directory.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import type { TaskToNotice } from '../database/repositories/task-notices.repository.js';
import { readTown } from '../town/read-town.js';
import { groupNotices } from './group-notices.js';

const TODAY = '2026-11-25' as LocalDate;
const town = readTown(path.resolve('town/demo')).directory;
const present: Directory = { ...town, absences: [] };

function task(changes: Partial<TaskToNotice> = {}): TaskToNotice {
  const given = {
    id: 't-1',
    kind: 'sign',
    holder: 'p-dgs',
    team: null,
    organisation: 'ville',
    processId: 'voirie.nid-de-poule',
    dueOn: '2026-11-26',
  };
  return { ...given, caseNumber: 'D-2026-00001', title: 'Nid-de-poule', ...changes };
}

describe('groupNotices', () => {
  it('puts the tasks of one person into one mail', () => {
    const groups = groupNotices([task(), task({ id: 't-2', kind: 'endorse' })], present, TODAY);
    expect(groups.map(({ person, tasks }) => [person.id, tasks.map(({ id }) => id)])).toEqual([
      ['p-dgs', ['t-1', 't-2']],
    ]);
  });

  it('tells whoever acts while the holder is away', () => {
    const absence = { id: 'a-1', person: 'p-dgs', from: TODAY, to: TODAY, substitutes: ['p-dga-technique'] };
    const groups = groupNotices([task()], { ...present, absences: [absence] }, TODAY);
    expect(groups.map(({ person }) => person.id)).toEqual(['p-dga-technique']);
  });

  it('tells whoever acts for some processes of the tasks of those processes, and the holder of the others', () => {
    const processes = ['voirie.trottoir-degrade'];
    const absence = { id: 'a-1', person: 'p-dgs', from: TODAY, to: TODAY, substitutes: ['p-dga-technique'], processes };
    const tasks = [task(), task({ id: 't-2', processId: 'voirie.trottoir-degrade' })];
    const groups = groupNotices(tasks, { ...present, absences: [absence] }, TODAY);
    expect(groups.map((group) => [group.person.id, group.tasks.map(({ id }) => id)])).toEqual([
      ['p-dgs', ['t-1']],
      ['p-dga-technique', ['t-2']],
    ]);
  });

  it('tells the members of a team, with its name', () => {
    const voirie = present.teams.find(({ department }) => department === 'voirie');
    const groups = groupNotices([task({ kind: 'answer', holder: null, team: voirie?.id ?? '' })], present, TODAY);
    expect(groups.length).toBeGreaterThan(0);
    expect(groups.every(({ tasks }) => tasks[0]?.forTeam === voirie?.name)).toBe(true);
  });
});
