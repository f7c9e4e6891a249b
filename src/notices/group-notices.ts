import { personOf, type Directory, type Person } from '../../domain/people/directory.js';
import { actingFor } from '../../domain/people/substitution.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import type { TaskToNotice } from '../database/repositories/task-notices.repository.js';

/** What one person is told in one mail. */
export interface PersonNotice {
  readonly person: Person;
  readonly tasks: readonly NoticedTask[];
}

export interface NoticedTask extends TaskToNotice {
  /** Name of the team, where the task is nobody's yet. */
  readonly forTeam?: string;
}

/**
 * Whom to tell of which tasks: the holder, or whoever acts while they are away; for a task of a team, its members. One
 * mail a person and organisation.
 */
export function groupNotices(
  tasks: readonly TaskToNotice[],
  directory: Directory,
  today: LocalDate,
): readonly PersonNotice[] {
  const groups = new Map<string, { person: Person; tasks: NoticedTask[] }>();
  for (const task of tasks) {
    const team = task.holder === null ? directory.teams.find(({ id }) => id === task.team) : undefined;
    const noticed = team === undefined ? task : { ...task, forTeam: team.name };
    for (const person of recipientsOf(task, directory, today)) {
      const key = `${person.id} ${task.organisation}`;
      const group = groups.get(key) ?? { person, tasks: [] };
      group.tasks.push(noticed);
      groups.set(key, group);
    }
  }
  return [...groups.values()];
}

function recipientsOf(
  { holder, team, processId }: TaskToNotice,
  directory: Directory,
  today: LocalDate,
): readonly Person[] {
  if (holder !== null) {
    const acting = personOf(directory, actingFor(directory, holder, { on: today, processId })?.person ?? holder);
    return acting === undefined ? [] : [acting];
  }
  if (team === null) return [];
  return directory.people.filter(
    (person) =>
      person.roles.some((held) => held.team === team) &&
      actingFor(directory, person.id, { on: today })?.person === person.id,
  );
}
