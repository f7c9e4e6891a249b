import { stepRefusal } from '../steps/dispatch.js';
import type { RefusalCode } from '../refusals.js';
import type { CaseCommand } from './case-command.js';
import type { CaseFile } from './case-file.js';
import type { Rules } from './rules.js';

/**
 * Why a command may not be done now; `undefined` where it may: state, hash of the text, four eyes. Who a person is, what
 * they may see and whom they replace today is the API's question.
 */
export function refusalOf(rules: Rules, caseFile: CaseFile, command: CaseCommand): RefusalCode | undefined {
  const { act } = command;
  if (caseFile.status.kind === 'ended') return act.kind === 'reopen' ? 'case.reopening-over' : 'case.ended';
  if (act.kind === 'retryEffect' || act.kind === 'skipEffect') return effectRefusal(caseFile, act.effect);
  if (caseFile.status.kind === 'closed') {
    if (act.kind !== 'reopen') return 'case.closed';
    return command.at > caseFile.status.reopenUntil ? 'case.reopening-over' : undefined;
  }
  return openCaseRefusal(rules, caseFile, command);
}

function openCaseRefusal(rules: Rules, caseFile: CaseFile, command: CaseCommand): RefusalCode | undefined {
  const { act } = command;
  switch (act.kind) {
    case 'reopen':
      return 'case.not-closed';
    case 'qualify':
      return replyingRefusal(caseFile);
    case 'reassign':
      return taskGiven(caseFile, command) ?? replyingRefusal(caseFile);
    case 'refuseAssignment':
      return hasTask(caseFile, command, ['answer', 'inspect', 'giveOpinion']) ? undefined : 'case.not-your-turn';
    case 'close':
      return closeRefusal(caseFile, command);
    case 'changeReplyChannel':
      return channelRefusal(caseFile, act.channel);
    case 'answer':
      return act.atOnce ? atOnceRefusal(rules, caseFile, command) : stepActRefusal(rules, caseFile, command);
    default:
      return stepActRefusal(rules, caseFile, command);
  }
}

function stepActRefusal(rules: Rules, caseFile: CaseFile, command: CaseCommand): RefusalCode | undefined {
  return wrongStep(rules, caseFile, command) ?? stepRefusal(rules, caseFile, command);
}

function channelRefusal(caseFile: CaseFile, channel: CaseFile['replyChannel']): RefusalCode | undefined {
  return channel === caseFile.replyChannel || caseFile.reply?.state === 'sending' ? 'case.not-possible-now' : undefined;
}

/**
 * Read from the case and not from its step: for `qualify` the rules are those in force after it, whose steps have other
 * indexes.
 */
function replyingRefusal(caseFile: CaseFile): RefusalCode | undefined {
  return caseFile.reply === undefined ? undefined : 'case.already-answered';
}

/** Which acts each step kind knows; anything else is not possible there. */
const ACTS_OF_STEP: Readonly<Record<string, readonly string[]>> = {
  qualification: [],
  assignment: [],
  inspection: ['giveFinding'],
  answer: [
    'answer',
    'askCitizen',
    'askOpinion',
    'askFinding',
    'citizenAnswered',
    'giveOpinion',
    'giveFinding',
    'dropOpenRequest',
  ],
  endorsement: ['endorse', 'endorseCorrected', 'sendBack', 'recall'],
  signature: ['sign', 'sendBack', 'recall'],
  reply: ['confirmPosting', 'settleDoubt'],
};

function wrongStep(rules: Rules, caseFile: CaseFile, command: CaseCommand): RefusalCode | undefined {
  const kind = rules.definition.steps[caseFile.step]?.kind ?? 'reply';
  if (ACTS_OF_STEP[kind]?.includes(command.act.kind) === true) return undefined;
  if (command.act.kind === 'recall') return kind === 'reply' ? 'case.recall-too-late' : 'case.not-answered-yet';
  if (command.act.kind === 'citizenAnswered') return 'case.open-request-ended';
  return command.taskId === undefined ? 'case.not-possible-now' : 'case.not-your-turn';
}

function atOnceRefusal(rules: Rules, caseFile: CaseFile, command: CaseCommand): RefusalCode | undefined {
  const step = rules.definition.steps[caseFile.step]?.kind;
  if (step === 'endorsement' || step === 'signature' || step === 'reply') return 'case.already-answered';
  return (rules.definition.answerAtOnce as readonly string[]).includes(command.actorRole)
    ? undefined
    : 'case.not-at-once';
}

function closeRefusal(caseFile: CaseFile, command: CaseCommand): RefusalCode | undefined {
  if (command.act.kind !== 'close') return undefined;
  const replying = replyingRefusal(caseFile);
  if (replying !== undefined || command.act.conclusion.kind === 'withdrawn') return replying;
  const waitedFor = caseFile.openRequests.some((request) => request.kind === 'missingItem' && request.overdue);
  return waitedFor ? undefined : 'case.not-possible-now';
}

function effectRefusal(caseFile: CaseFile, id: string): RefusalCode | undefined {
  const failed = caseFile.effects.some((one) => one.effect.id === id && one.state === 'failed');
  return failed ? undefined : 'case.effect-not-failed';
}

function taskGiven(caseFile: CaseFile, command: CaseCommand): RefusalCode | undefined {
  return command.taskId === undefined || caseFile.tasks.some((task) => task.id === command.taskId)
    ? undefined
    : 'case.task-ended';
}

function hasTask(caseFile: CaseFile, command: CaseCommand, kinds: readonly string[]): boolean {
  return caseFile.tasks.some((task) => task.id === command.taskId && kinds.includes(task.kind));
}
