import type { CasePlayer } from '../catalog/case-player.js';
import { aCase, must } from '../../test/support/builders/a-case.js';
import { REFERENT } from '../../test/support/builders/rules-for-tests.js';
import type { Actor, RoleHeld } from '../../domain/people/actor.js';
import { refusalOf } from '../../domain/case/refusal-of.js';
import { possibleActs, sendBackTargets, type PossibleAct, type Standing } from './possible-acts.js';

const inVoirie = { organisation: 'ville', departments: ['voirie'] };
const person = (personId: string, roles: readonly RoleHeld[], substitutesFor: Actor['substitutesFor'] = []): Actor => ({
  personId,
  roles,
  substitutesFor,
  sessionId: 's',
});
const referent = person(REFERENT, [{ role: 'referent', perimeter: inVoirie }]);
const dgs = person('p-dgs', [{ role: 'dgs', perimeter: { organisation: 'ville' } }]);
const head = person('p-head', [{ role: 'headOfDepartment', perimeter: inVoirie }]);
const elue = person('p-elue', [{ role: 'electedOfficial', perimeter: { organisation: 'ville' } }]);
const ambassador = person('p-amb', [{ role: 'ambassador', perimeter: { organisation: 'ville' } }]);
const administrator = person('p-admin', [{ role: 'administrator', perimeter: { organisation: 'ville' } }]);

function standing(play: CasePlayer, actor: Actor, more: Partial<Standing> = {}): Standing {
  const { caseFile, rules, now } = play;
  const holders = caseFile.tasks.flatMap(({ holder }) => holder ?? []);
  const subject = {
    organisation: 'ville',
    department: 'voirie',
    sector: 'general',
    sensitive: false,
    teams: ['voirie.chaussee'],
    holders,
    involved: [REFERENT, 'p-head', 'p-dgs', 'p-elue'],
  };
  return { actor, caseFile, rules, subject, claims: new Map(), now, hasSigningPower: () => true, ...more };
}

const acts = (play: CasePlayer, actor: Actor, more?: Partial<Standing>): readonly string[] => [
  ...new Set(
    possibleActs(standing(play, actor, more)).map(({ act, atOnce }) => (atOnce === true ? 'answerAtOnce' : act)),
  ),
];

describe('what a reader may do with a case now', () => {
  it('is for the referent to answer, to ask or to decline', () => {
    const play = aCase().build();
    expect(acts(play, referent)).toEqual([
      'answer',
      'askCitizen',
      'askOpinion',
      'askFinding',
      'refuseAssignment',
      'close',
      'changeReplyChannel',
    ]);
  });

  it('offers an answer at once to the role that the process names, and to nobody else', () => {
    const play = aCase({ answerAtOnce: ['ambassador'] }).build();
    expect(acts(play, ambassador)).toContain('answerAtOnce');
    expect(acts(play, referent)).not.toContain('answerAtOnce');
    expect(acts(aCase({ answerAtOnce: [] }).build(), ambassador)).not.toContain('answerAtOnce');
  });

  it('follows the chain: only the one whose turn it is endorses', () => {
    const play = aCase().answeredBy(REFERENT).build();
    expect(acts(play, head)).toEqual(expect.arrayContaining(['endorse', 'endorseCorrected', 'sendBack']));
    expect(acts(play, dgs)).toEqual([]);
    expect(acts(play, referent)).toContain('recall');
    must(play, 'headOfDepartment endorses');
    expect(acts(play, dgs)).toEqual(['endorse', 'endorseCorrected', 'sendBack']);
    expect(acts(play, referent)).not.toContain('recall');
  });

  it('lets nobody endorse their own answer, not even in somebody’s place', () => {
    const play = aCase().answeredBy(REFERENT).build();
    const author = person(
      REFERENT,
      [{ role: 'headOfDepartment', perimeter: inVoirie }],
      [{ personId: 'p-head', rule: 'absence:a1:x' }],
    );
    expect(acts(play, author)).not.toContain('endorse');
    expect(acts(play, author)).toContain('sendBack');
  });

  it('says in whose place a substitute would act', () => {
    const play = aCase().answeredBy(REFERENT).build();
    const substitute = person(
      'p-sub',
      [{ role: 'headOfDepartment', perimeter: { organisation: 'ville', departments: ['autre'] } }],
      [{ personId: 'p-head', rule: 'absence:a1:p-sub' }],
    );
    const [first] = possibleActs(standing(play, substitute));
    expect(first).toMatchObject({ act: 'endorse', onBehalfOf: 'p-head' });
  });

  it('offers to sign only where the power to sign is held; sending back needs none', () => {
    const play = aCase().answeredBy(REFERENT).endorsedBy('headOfDepartment', 'dgs').build();
    expect(acts(play, elue)).toEqual(['sign', 'sendBack']);
    expect(acts(play, elue, { hasSigningPower: () => false })).toEqual(['sendBack']);
  });

  it('offers to have a failed effect done again to an administrator only', () => {
    const play = aCase({
      steps: [
        { kind: 'answer', opinions: [] },
        { kind: 'reply', by: ['email'] },
      ],
    })
      .whileTheWorld((effect) => (effect.kind === 'sendReply' ? 'failed' : 'done'))
      .answeredBy(REFERENT)
      .build();
    expect(acts(play, administrator)).toEqual(['retryEffect', 'skipEffect']);
    expect(acts(play, referent)).not.toContain('retryEffect');
  });

  it('is to reopen, once closed', () => {
    const play = aCase().answeredBy(REFERENT).endorsedBy('headOfDepartment', 'dgs').signed().build();
    expect(play.caseFile.status.kind).toBe('closed');
    expect(acts(play, ambassador)).toEqual(['reopen']);
    expect(acts(play, dgs)).toEqual([]);
  });

  it('is nothing that the engine would refuse', () => {
    const plays = [
      aCase(),
      aCase().answeredBy(REFERENT),
      aCase().answeredBy(REFERENT).endorsedBy('headOfDepartment', 'dgs'),
    ].map((one) => one.build());
    for (const play of plays) {
      for (const actor of [referent, head, dgs, elue, ambassador]) {
        const offered = possibleActs(standing(play, actor)).filter(
          ({ act }: PossibleAct) => act === 'endorse' || act === 'recall',
        );
        for (const { act, taskId } of offered) {
          const letterHash = play.caseFile.answer?.letter.hash ?? '';
          const command = {
            id: 'c',
            actor: actor.personId,
            actorRole: 'x',
            at: play.now,
            storedRevision: 0,
            ...(taskId && { taskId }),
          };
          const asked = act === 'recall' ? ({ kind: 'recall' } as const) : ({ kind: 'endorse', letterHash } as const);
          expect(refusalOf(play.rules, play.caseFile, { ...command, act: asked })).toBeUndefined();
        }
      }
    }
  });
});

describe('whom a reply may be sent back to', () => {
  it('is the author and the offices before the one whose turn it is', () => {
    const play = aCase().answeredBy(REFERENT).build();
    expect(sendBackTargets(play)).toEqual(['author']);
    must(play, 'headOfDepartment endorses');
    expect(sendBackTargets(play)).toEqual(['author', 'headOfDepartment']);
    must(play, 'dgs endorses');
    expect(sendBackTargets(play)).toEqual(['author', 'headOfDepartment', 'dgs']);
  });

  it('is nobody outside the chain', () => {
    expect(sendBackTargets(aCase().build())).toEqual([]);
  });
});
