import type { CaseFile, Task } from '../../domain/case/case-file.js';
import type { Instant } from '../../domain/time/instant.js';

/** What a case waited for: a kind of step, or the office of a validator, `endorse:dgs`. */
export type TimeCause =
  'entry' | 'routing' | 'finding' | 'answer' | 'opinions' | 'citizen' | 'signature' | 'sending' | `endorse:${string}`;

/** One state of a case, of those that its journal tells. */
export type StateOfCase = Pick<CaseFile, 'at' | 'status' | 'openRequests' | 'tasks'>;

/** Milliseconds by cause. */
export type TimeSpent = ReadonlyMap<TimeCause, number>;

/** What no later act can change: the time until the last revision, and what the case waits for since. */
export interface TimeUntilLastAct {
  readonly spent: TimeSpent;
  readonly since: Instant;
  readonly cause: TimeCause | undefined;
}

/**
 * Where the time of one case went, from its reception to its last revision: between two of them, all of it goes to what the
 * case waited for in the first. Nights and closed days count, as the citizen counts them; the time it stood closed before it
 * was reopened does not.
 * @param states the case at each revision, the oldest first
 */
export function timeUntilLastAct(receivedAt: Instant, states: readonly StateOfCase[]): TimeUntilLastAct {
  const [first] = states;
  const last = states.at(-1);
  if (first === undefined || last === undefined) return { spent: new Map(), since: receivedAt, cause: 'entry' };
  const spent = states.slice(1).reduce<TimeSpent>(
    (known, { at }, index) => {
      const before = states[index];
      return before === undefined ? known : withTime(known, causeOf(before), at - before.at);
    },
    withTime(new Map(), 'entry', first.at - receivedAt),
  );
  return { spent, since: last.at, cause: causeOf(last) };
}

/** The same up to now. */
export function whereTimeWent({ spent, since, cause }: TimeUntilLastAct, now: Instant): TimeSpent {
  return withTime(spent, cause, now - since);
}

function withTime(spent: TimeSpent, cause: TimeCause | undefined, more: number): TimeSpent {
  return cause === undefined || more <= 0 ? spent : new Map([...spent, [cause, (spent.get(cause) ?? 0) + more]]);
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
