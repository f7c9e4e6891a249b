import type { CaseFile, Task } from '../../domain/case/case-file.js';
import type { Instant } from '../../domain/time/instant.js';

/** What a case waited for: a kind of step, or the office of a validator, `endorse:dgs`. */
export type TimeCause =
  'entry' | 'routing' | 'finding' | 'answer' | 'opinions' | 'citizen' | 'signature' | 'sending' | `endorse:${string}`;

/** One state of a case, of those that its journal tells. */
export type StateOfCase = Pick<CaseFile, 'at' | 'status' | 'openRequests' | 'tasks'>;

/** Milliseconds by cause. */
export type TimeSpent = ReadonlyMap<TimeCause, number>;

/**
 * Where the time of one case went, from its reception to now: between two revisions, all of it goes to what the case waited
 * for in the first. Nights and closed days count, as the citizen counts them; the time it stood closed before it was reopened
 * does not.
 * @param states the case at each revision, the oldest first
 */
export function whereTimeWent(receivedAt: Instant, states: readonly StateOfCase[], now: Instant): TimeSpent {
  const spent = new Map<TimeCause, number>();
  const add = (cause: TimeCause | undefined, from: number, until: number): void => {
    if (cause !== undefined && until > from) spent.set(cause, (spent.get(cause) ?? 0) + until - from);
  };
  add('entry', receivedAt, states[0]?.at ?? now);
  states.forEach((state, index) => {
    add(causeOf(state), state.at, states[index + 1]?.at ?? now);
  });
  return spent;
}

/** What is required of elsewhere comes before the task that waits for it. */
function causeOf({ status, openRequests, tasks }: StateOfCase): TimeCause | undefined {
  if (status.kind !== 'open') return undefined;
  if (openRequests.some(({ kind }) => kind === 'missingItem')) return 'citizen';
  if (openRequests.some(({ kind, required }) => required && kind === 'opinion')) return 'opinions';
  if (openRequests.some(({ kind, required }) => required && kind === 'finding')) return 'finding';
  // What is asked besides, without being required, holds nobody up.
  const task = tasks.find(({ openRequest }) => openRequest === undefined);
  return task === undefined ? 'sending' : causeOfTask(task);
}

function causeOfTask({ kind, role }: Task): TimeCause {
  switch (kind) {
    case 'qualify':
    case 'reassign':
      return 'routing';
    case 'inspect':
      return 'finding';
    case 'answer':
      return 'answer';
    case 'giveOpinion':
      return 'opinions';
    case 'endorse':
      return `endorse:${role}`;
    case 'sign':
      return 'signature';
    case 'confirmPosting':
    case 'settleDoubt':
      return 'sending';
  }
}
