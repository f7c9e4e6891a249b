import { aCase, aCommand } from '../../test/support/builders/a-case.js';
import { answerStep, endorsedBy, replyStep } from '../../test/support/builders/rules-for-tests.js';
import type { CasePlayer } from '../../src/catalog/case-player.js';
import { advance } from './advance.js';
import type { Act, ActKind } from './case-command.js';
import { refusalOf } from './refusal-of.js';

const text = { id: 't', hmac: 'h' };
const letter = { id: 'l', hash: 'x' };

/** One act of each kind, for a case in which none of them is due. */
const ACTS: Readonly<Record<ActKind, Act>> = {
  qualify: {
    kind: 'qualify',
    definition: aCase().build().caseFile.definition,
    organisation: 'ville',
    sector: 'general',
    sensitive: false,
    answers: {},
    route: aCase().build().caseFile.route,
  },
  reassign: { kind: 'reassign', route: aCase().build().caseFile.route },
  refuseAssignment: { kind: 'refuseAssignment', reason: text },
  answer: { kind: 'answer', text, letter, conclusion: { kind: 'answered' }, atOnce: false },
  askCitizen: { kind: 'askCitizen', text, until: '2026-05-01' as never, untilAt: 0 },
  askOpinion: { kind: 'askOpinion', text, organisation: 'ville', department: 'd', team: 't', required: false },
  askFinding: { kind: 'askFinding', text, team: 't', required: false },
  citizenAnswered: { kind: 'citizenAnswered', openRequest: 'r', text },
  giveOpinion: { kind: 'giveOpinion', text },
  giveFinding: { kind: 'giveFinding', text },
  dropOpenRequest: { kind: 'dropOpenRequest', openRequest: 'r' },
  endorse: { kind: 'endorse', letterHash: 'x' },
  endorseCorrected: { kind: 'endorseCorrected', letterHash: 'x', text, letter },
  sendBack: { kind: 'sendBack', letterHash: 'x', to: 'author', remark: text },
  recall: { kind: 'recall' },
  sign: { kind: 'sign', letterHash: 'x', signedLetter: letter, role: 'dgs' },
  confirmPosting: { kind: 'confirmPosting', postedOn: '2026-04-20' as never },
  settleDoubt: { kind: 'settleDoubt', decision: 'itLeft' },
  close: { kind: 'close', conclusion: { kind: 'noCitizenReply' } },
  reopen: { kind: 'reopen', reason: text },
  changeReplyChannel: { kind: 'changeReplyChannel', channel: 'email' },
  retryEffect: { kind: 'retryEffect', effect: 'e' },
  skipEffect: { kind: 'skipEffect', effect: 'e', reason: text },
};

const toPost = (): CasePlayer =>
  aCase({ steps: [answerStep, replyStep] })
    .repliedBy('letter')
    .answeredBy('p-referent')
    .build();
const inChain = (): CasePlayer =>
  aCase({ steps: [answerStep, endorsedBy(['dgs']), replyStep] })
    .answeredBy('p-referent')
    .build();
const closed = (): CasePlayer => aCase().where('citizen withdraws').build();
const ended = (): CasePlayer => aCase({ reopeningDays: 0 }).where('citizen withdraws').build();

const everyAct = Object.values(ACTS).map((act) => [act.kind, act] as const);

describe('a command refused', () => {
  it.each(everyAct)('on an ended case: %s', (kind, act) => {
    const play = ended();
    const because = kind === 'reopen' ? 'case.reopening-over' : 'case.ended';
    expect(refusalOf(play.rules, play.caseFile, aCommand(play, act))).toBe(because);
  });

  it.each(everyAct.filter(([kind]) => kind !== 'reopen'))('on a closed case: %s', (kind, act) => {
    const play = closed();
    const because = kind === 'retryEffect' || kind === 'skipEffect' ? 'case.effect-not-failed' : 'case.closed';
    expect(refusalOf(play.rules, play.caseFile, aCommand(play, act))).toBe(because);
  });

  it.each(everyAct.filter(([kind]) => kind !== 'changeReplyChannel'))(
    'on a letter that waits for the post: %s',
    (_kind, act) => {
      const play = toPost();
      expect(refusalOf(play.rules, play.caseFile, aCommand(play, act, { taskId: 'case-1.t9' }))).toBeDefined();
    },
  );

  it.each(everyAct.filter(([kind]) => !['qualify', 'recall'].includes(kind)))(
    'in a chain, on a task that is not there: %s',
    (_kind, act) => {
      const play = inChain();
      expect(refusalOf(play.rules, play.caseFile, aCommand(play, act, { taskId: 'case-1.t9' }))).toBeDefined();
    },
  );

  it.each(everyAct)('changes nothing but a line of the journal where it is taken all the same: %s', (_kind, act) => {
    const play = ended();
    const command = aCommand(play, act);
    const { caseFile, effects } = advance(play.rules, play.caseFile, { kind: 'command', at: command.at, command });
    expect(caseFile).toEqual({ ...play.caseFile, revision: play.caseFile.revision + 1 });
    expect(effects).toEqual([]);
  });
});
