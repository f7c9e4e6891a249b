import type { CaseDetail, PossibleAct } from './api-shapes.js';

/** How often each act is chosen among those possible: what a task is for, mostly; the rest now and then. */
const WEIGHTS: Readonly<Record<string, number>> = {
  answer: 10,
  endorse: 10,
  endorseCorrected: 1.5,
  sendBack: 1.5,
  sign: 12,
  askCitizen: 1.5,
  askOpinion: 1,
  askFinding: 0.8,
  refuseAssignment: 0.8,
  qualify: 0.15,
  reassign: 0.4,
  giveOpinion: 10,
  giveFinding: 10,
  confirmPosting: 10,
  settleDoubt: 10,
  recall: 1,
  citizenAnswered: 4,
  dropOpenRequest: 0.5,
  changeReplyChannel: 0.2,
  retryEffect: 3,
  skipEffect: 2,
  reopen: 2,
};

/** What takes another weight at certain moments. */
export function weightOf({ act, atOnce, conclusion }: PossibleAct, { replyState }: CaseDetail, task?: string): number {
  if (act === task) return 10;
  if (act === 'answer' && atOnce === true) return 1;
  if (act === 'close') return conclusion === 'noCitizenReply' ? 2 : 0.3;
  if (act === 'changeReplyChannel' && replyState === 'failed') return 4;
  return WEIGHTS[act] ?? 1;
}
