import path from 'node:path';
import type { Task } from '../../domain/case/case-file.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { readTown } from '../town/read-town.js';
import { describeTask } from './describe-case.js';

const today = '2026-11-25' as LocalDate;
const town = readTown(path.resolve('town/demo')).directory;
const task: Task = {
  ...{ id: 't-1', kind: 'answer', role: 'referent', department: 'voirie', holder: 'p-voirie-01', openedAt: 0 },
} as Task;

describe('describeTask', () => {
  it('says who acts for its holder, in the processes of an absence for some only', () => {
    const absence = { id: 'a-1', person: 'p-voirie-01', from: today, to: today, substitutes: ['p-voirie-02'] };
    const processes = ['voirie.nid-de-poule'];
    const directory = { ...town, absences: [{ ...absence, processes }] };
    const actingIn = (processId: string): string | undefined =>
      describeTask(task, { directory, claims: new Map(), today, processId }).substitute?.id;
    expect(actingIn('voirie.nid-de-poule')).toBe('p-voirie-02');
    expect(actingIn('voirie.trottoir-degrade')).toBeUndefined();
  });
});
