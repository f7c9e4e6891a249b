import type { ActOf, CaseCommand } from '../case/case-command.js';
import type { Signature } from '../case/case-file.js';
import { closeTasks, openTask, withCase, type Turn } from '../case/turn.js';
import type { RefusalCode } from '../refusals.js';
import { chainOf, earlierPersons, isOwnAnswer, personFor } from './chain.js';
import { mayRecall, recall, sendBack } from './send-back.js';
import { next, stay, type RefusalContext, type StepHandler } from './step-kind.js';

/** The signer signs the letter they read, after authenticating again; only the signature block is added to it. */
export const signature: StepHandler<'signature'> = {
  onEnter(turn, step) {
    const { organisation, route } = turn.caseFile;
    const holder = personFor(turn.caseFile, step.by);
    const task = { kind: 'sign', role: step.by, organisation, department: route.department } as const;
    return stay(openTask(turn, holder === undefined ? task : { ...task, holder }));
  },
  onEvent(turn, _step, event) {
    if (event.kind !== 'command') return stay(turn);
    const { command } = event;
    switch (command.act.kind) {
      case 'sign':
        return next(sign(turn, command, command.act));
      case 'sendBack':
        return sendBack(turn, command, command.act);
      case 'recall':
        return recall(turn);
      default:
        return stay(turn);
    }
  },
  refusalOf(context, command) {
    switch (command.act.kind) {
      case 'sign':
        return (
          taskRefusal(context, command, command.act.letterHash) ??
          (isOwnAnswer(context.caseFile, command) ? 'case.four-eyes' : undefined)
        );
      case 'sendBack': {
        const known = earlierPersons(chainOf(context.rules), undefined).includes(command.act.to);
        return taskRefusal(context, command, command.act.letterHash) ?? (known ? undefined : 'case.not-earlier-person');
      }
      case 'recall':
        return mayRecall(context.caseFile, command);
      default:
        return undefined;
    }
  },
};

function sign(turn: Turn, command: CaseCommand, act: ActOf<'sign'>): Turn {
  const given: Signature = {
    person: command.actor,
    ...(command.onBehalfOf === undefined ? {} : { onBehalfOf: command.onBehalfOf }),
    role: act.role,
    letterHash: act.letterHash,
    signedLetter: act.signedLetter,
    authenticationId: command.authenticationId ?? '',
    at: turn.at,
  };
  return withCase(
    closeTasks(turn, () => true),
    { signature: given },
  );
}

function taskRefusal(
  { caseFile }: RefusalContext<'signature'>,
  command: CaseCommand,
  hash: string,
): RefusalCode | undefined {
  if (!caseFile.tasks.some((task) => task.kind === 'sign' && task.id === command.taskId)) return 'case.not-your-turn';
  if (caseFile.answer?.letter.hash !== hash) return 'case.letter-changed';
  return command.act.kind === 'sign' && command.authenticationId === undefined
    ? 'auth.reauthentication-required'
    : undefined;
}
