import type { ActOf, CaseCommand } from '../case/case-command.js';
import type { CaseFile } from '../case/case-file.js';
import { closeTasks, withCase, withoutFields, type Turn } from '../case/turn.js';
import type { RefusalCode } from '../refusals.js';
import { personFor } from './chain.js';
import type { StepOutcome } from './step-kind.js';

/** Sends the reply back to an earlier person, with a remark. Endorsements given in between stand for the same bytes. */
export function sendBack(turn: Turn, command: CaseCommand, act: ActOf<'sendBack'>): StepOutcome {
  const sentBack = { by: command.actor, to: act.to, remark: act.remark, at: turn.at };
  const cleared = closeTasks(turn, () => true);
  // Who stood in for an author endorsed for their own office too: that endorsement falls with it, or nobody is asked.
  const person = act.to === 'author' ? undefined : personFor(turn.caseFile, act.to);
  const endorsements = turn.caseFile.endorsements.filter((one) => one.role !== act.to && one.person !== person);
  const marked = withCase(cleared, { sentBack, endorsements });
  return { turn: marked, go: { kind: 'backTo', step: act.to === 'author' ? 'answer' : 'endorsement' } };
}

/** The author takes the answer back. */
export function recall(turn: Turn): StepOutcome {
  return {
    turn: withoutFields(
      closeTasks(turn, () => true),
      'sentBack',
    ),
    go: { kind: 'backTo', step: 'answer' },
  };
}

/** Only the author, and only before the next one has acted. */
export function mayRecall(caseFile: CaseFile, command: CaseCommand): RefusalCode | undefined {
  const { answer, endorsements, sentBack } = caseFile;
  if (answer === undefined) return 'case.not-answered-yet';
  if (![command.actor, command.onBehalfOf].includes(answer.author)) return 'case.not-your-turn';
  const acted =
    endorsements.some((one) => one.at >= answer.at) || sentBack !== undefined || answer.correctedBy !== undefined;
  return acted ? 'case.recall-too-late' : undefined;
}
