import type { CaseCommand } from '../case/case-command.js';
import type { Endorsement } from '../case/case-file.js';
import { closeTasks, openTask, withCase, withoutFields, type Turn } from '../case/turn.js';
import type { ChainRole } from '../people/role.js';
import type { RefusalCode } from '../refusals.js';
import { earlierPersons, isOwnAnswer, nextEndorser, personFor, standingAfterChange } from './chain.js';
import { mayRecall, recall, sendBack } from './send-back.js';
import { next, stay, type RefusalContext, type StepHandler, type StepOf, type StepOutcome } from './step-kind.js';

/** Those of the chain endorse one after the other, each for the bytes they read; or send back, or correct. */
export const endorsement: StepHandler<'endorsement'> = {
  onEnter: askNext,
  onEvent(turn, step, event) {
    if (event.kind !== 'command') return stay(turn);
    const { command } = event;
    switch (command.act.kind) {
      case 'endorse':
        return askNext(endorse(turn, step, command), step);
      case 'endorseCorrected':
        return askNext(correct(turn, step, command), step);
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
      case 'endorse':
      case 'endorseCorrected':
        return (
          turnRefusal(context, command) ??
          hashRefusal(context, command.act.letterHash) ??
          ownAnswerRefusal(context, command)
        );
      case 'sendBack': {
        const role = nextEndorser(context.caseFile, context.step.chain);
        const known = earlierPersons(context.step.chain, role).includes(command.act.to);
        return (
          turnRefusal(context, command) ??
          hashRefusal(context, command.act.letterHash) ??
          (known ? undefined : 'case.not-earlier-person')
        );
      }
      case 'recall':
        return mayRecall(context.caseFile, command);
      default:
        return undefined;
    }
  },
};

function askNext(turn: Turn, step: StepOf<'endorsement'>): StepOutcome {
  const role = nextEndorser(turn.caseFile, step.chain);
  const cleared = closeTasks(turn, () => true);
  if (role === undefined) return next(cleared);
  const { organisation, route } = turn.caseFile;
  const holder = personFor(turn.caseFile, role);
  const task = { kind: 'endorse', role, organisation, department: route.department } as const;
  return stay(openTask(cleared, holder === undefined ? task : { ...task, holder }));
}

function endorse(turn: Turn, step: StepOf<'endorsement'>, command: CaseCommand): Turn {
  const role = nextEndorser(turn.caseFile, step.chain);
  const hash = turn.caseFile.answer?.letter.hash;
  if (role === undefined || hash === undefined) return turn;
  const given = endorsementOf(turn, command, { role, letterHash: hash });
  return withCase(withoutFields(turn, 'sentBack'), { endorsements: [...turn.caseFile.endorsements, given] });
}

function correct(turn: Turn, step: StepOf<'endorsement'>, command: CaseCommand): Turn {
  const role = nextEndorser(turn.caseFile, step.chain);
  const { answer, endorsements } = turn.caseFile;
  const { act } = command;
  if (role === undefined || answer === undefined || act.kind !== 'endorseCorrected') return turn;
  const changed = answer.letter.hash !== act.letter.hash;
  const standing = changed ? standingAfterChange(endorsements, step.onChange) : endorsements;
  return withCase(withoutFields(turn, 'sentBack'), {
    answer: { ...answer, text: act.text, letter: act.letter, correctedBy: command.actor },
    endorsements: [...standing, endorsementOf(turn, command, { role, letterHash: act.letter.hash })],
  });
}

function endorsementOf(turn: Turn, command: CaseCommand, given: { role: ChainRole; letterHash: string }): Endorsement {
  const onBehalf = command.onBehalfOf === undefined ? {} : { onBehalfOf: command.onBehalfOf };
  return { ...given, person: command.actor, ...onBehalf, at: turn.at };
}

function turnRefusal({ caseFile }: RefusalContext<'endorsement'>, command: CaseCommand): RefusalCode | undefined {
  return caseFile.tasks.some((task) => task.kind === 'endorse' && task.id === command.taskId)
    ? undefined
    : 'case.not-your-turn';
}

function hashRefusal({ caseFile }: RefusalContext<'endorsement'>, hash: string): RefusalCode | undefined {
  return caseFile.answer?.letter.hash === hash ? undefined : 'case.letter-changed';
}

function ownAnswerRefusal({ caseFile }: RefusalContext<'endorsement'>, command: CaseCommand): RefusalCode | undefined {
  return isOwnAnswer(caseFile, command) ? 'case.four-eyes' : undefined;
}
