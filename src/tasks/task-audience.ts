import { sharesOf, standingFor, type Actor, type RoleHeld } from '../../domain/people/actor.js';
import type { Subject } from '../../domain/people/permission.js';
import type { TaskAudience, TaskRow } from '../database/repositories/tasks.repository.js';

/** Roles for which a department's tasks are "my team's". */
const LEADS_DEPARTMENT: readonly string[] = ['headOfDepartment', 'director', 'referent'];

/** Whose tasks a person's lists show. */
export function audienceOf(actor: Actor): TaskAudience {
  return {
    shares: sharesOf(actor),
    teams: [...new Set(actor.roles.flatMap((held) => held.perimeter.team ?? []))],
    departments: [
      ...new Set(actor.roles.filter((held) => LEADS_DEPARTMENT.includes(held.role)).flatMap(departmentsOf)),
    ],
    offices: [...new Set(actor.roles.flatMap(officeOf))],
  };
}

/** A task as the permission table sees it. The holder of a vacant office's task is whoever holds that role there. */
export function subjectOf(task: TaskRow, actor: Actor): Subject {
  const persons = [task.holder, task.claimedBy].filter((person) => person !== null);
  const forOffice = task.holder === null && task.team === null && holdsOffice(actor, task);
  return {
    organisation: task.organisation,
    department: task.department,
    teams: task.team === null ? [] : [task.team],
    sector: task.sector,
    sensitive: task.sensitive,
    holders: forOffice ? [...persons, actor.personId] : persons,
    involved: persons,
    processId: task.processId,
  };
}

/** In whose place the actor acts on this task, where it is not their own. */
export function onBehalfOf(
  task: TaskRow,
  actor: Actor,
): { readonly onBehalfOf?: string; readonly onBehalfRule?: string } {
  if (task.holder === null || task.holder === actor.personId) return {};
  const replaced = standingFor(actor, task.holder, task.processId);
  return replaced === undefined ? {} : { onBehalfOf: replaced.personId, onBehalfRule: replaced.rule };
}

/** The role in which the actor does this task, for the journal. */
export function actingRole(role: string, actor: Actor): string {
  return actor.roles.some((held) => held.role === role) ? role : (actor.roles[0]?.role ?? role);
}

function holdsOffice(actor: Actor, task: TaskRow): boolean {
  return actor.roles.some((held) => held.role === task.role && held.perimeter.organisation === task.organisation);
}

function officeOf(held: RoleHeld): readonly string[] {
  return held.perimeter.organisation === undefined ? [] : [`${held.role}@${held.perimeter.organisation}`];
}

function departmentsOf({ perimeter }: RoleHeld): readonly string[] {
  return perimeter.departments ?? [];
}
