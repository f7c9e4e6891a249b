import type { CaseCommand, ActOf } from '../case/case-command.js';
import type { Answer } from '../case/case-file.js';
import { closeTasks, openTask, pipe, withCase, withoutFields, type Turn } from '../case/turn.js';
import type { AnswerStep, OnChange } from '../process/runnable.js';
import { askOpinionsOf, endOpenRequests, onOpenRequestAct, openRequestRefusal } from './open-request.js';
import { standingAfterChange } from './chain.js';
import { next, stay, type StepHandler } from './step-kind.js';

/** The referent answers. Opens with the opinions that the definition asks for by itself. */
export const answer: StepHandler<'answer'> = {
  onEnter: (turn, step) => stay(askOpinionsOf(openAnswerTask(turn, step), step.opinions)),
  onEvent(turn, _step, event) {
    if (event.kind !== 'command') return stay(turn);
    const { act } = event.command;
    if (act.kind !== 'answer') return stay(onOpenRequestAct(turn, event.command));
    return next(giveAnswer(turn, event.command, act));
  },
  refusalOf({ caseFile }, command) {
    if (command.act.kind !== 'answer') return openRequestRefusal(caseFile, command);
    if (!caseFile.tasks.some((task) => task.kind === 'answer')) return 'case.not-your-turn';
    const waits = caseFile.openRequests.some((request) => request.required);
    return waits ? 'case.answer-waits-for-opinion' : undefined;
  },
};

function openAnswerTask(turn: Turn, step: AnswerStep): Turn {
  const { organisation, route, answer: given } = turn.caseFile;
  const holder = given?.author ?? route.holder;
  const task = {
    kind: 'answer',
    role: 'referent',
    organisation,
    department: route.department,
    team: route.team,
  } as const;
  const target = step.target === undefined ? {} : { target: step.target };
  return openTask(turn, { ...task, ...target, ...(holder === undefined ? {} : { holder }) });
}

/** Records the answer; endorsements given for another text fall as the process says. */
export function giveAnswer(turn: Turn, command: CaseCommand, act: ActOf<'answer'>): Turn {
  const given: Answer = {
    text: act.text,
    letter: act.letter,
    author: command.actor,
    ...(command.onBehalfOf === undefined ? {} : { onBehalfOf: command.onBehalfOf }),
    conclusion: act.conclusion,
    at: turn.at,
    atOnce: act.atOnce,
  };
  const changed = turn.caseFile.answer !== undefined && turn.caseFile.answer.letter.hash !== act.letter.hash;
  const endorsements = changed
    ? standingAfterChange(turn.caseFile.endorsements, onChangeOf(turn))
    : turn.caseFile.endorsements;
  return pipe(
    turn,
    endOpenRequests,
    (acc) => closeTasks(acc, () => true),
    (acc) => withoutFields(acc, 'sentBack', 'signature'),
    (acc) => withCase(acc, { answer: given, endorsements }),
  );
}

function onChangeOf(turn: Turn): OnChange {
  const step = turn.rules.definition.steps.find((one) => one.kind === 'endorsement');
  return step?.onChange ?? { kind: 'askAllAgain' };
}
