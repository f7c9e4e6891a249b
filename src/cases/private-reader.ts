import { selfAndReplacedIn, type Actor } from '../../domain/people/actor.js';
import type { Subject } from '../../domain/people/permission.js';
import type { Form } from '../../domain/process/process-definition.js';

/** Of the department or team of the case, or holding one of its tasks: those whom its most private answers are for. */
export function isOfDepartment(actor: Actor, subject: Subject): boolean {
  const { holders, processId = '' } = subject;
  const persons = selfAndReplacedIn(actor, processId);
  const holdsTask = holders.some((id) => persons.includes(id));
  const isMember = actor.roles.some(({ perimeter: { departments, team } }) => {
    if (team !== undefined) return subject.teams.includes(team);
    return departments?.includes(subject.department) === true;
  });
  return holdsTask || isMember;
}

/** Keys of the answers about health, means or family: for the department of the case only. */
export function privateKeys({ fields }: Form): ReadonlySet<string> {
  return new Set(fields.filter(({ sensitive }) => sensitive === true).map(({ key }) => key));
}
