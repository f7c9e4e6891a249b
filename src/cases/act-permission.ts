import type { ActKind } from '../../domain/case/case-command.js';
import type { Action } from '../../domain/people/permission.js';

/** The permission that each act asks for, on the task it is done on or, without one, on the case. */
export const ACT_PERMISSION: Readonly<Record<ActKind, Action>> = {
  qualify: 'task.qualify',
  reassign: 'task.reassign',
  refuseAssignment: 'task.decline',
  answer: 'task.answer',
  askCitizen: 'task.ask',
  askOpinion: 'task.ask',
  askFinding: 'task.ask',
  citizenAnswered: 'task.ask',
  giveOpinion: 'task.opinion',
  giveFinding: 'task.finding',
  dropOpenRequest: 'task.ask',
  endorse: 'task.endorse',
  endorseCorrected: 'task.endorse',
  sendBack: 'task.endorse',
  recall: 'task.recall',
  sign: 'task.sign',
  confirmPosting: 'letter.print',
  settleDoubt: 'letter.print',
  close: 'case.close',
  reopen: 'case.reopen',
  changeReplyChannel: 'case.close',
  retryEffect: 'incident.resolve',
  skipEffect: 'incident.resolve',
};
