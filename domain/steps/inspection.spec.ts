import { aCase, tell } from '../../test/support/builders/a-case.js';
import { answerStep, replyStep } from '../../test/support/builders/rules-for-tests.js';

const WITH_INSPECTION = {
  steps: [
    {
      kind: 'inspection',
      when: { field: 'danger', equals: true },
      team: 'grc.patrouille',
      target: { n: 1, kind: 'workingDays' },
    },
    answerStep,
    replyStep,
  ],
} as const;

describe('inspection', () => {
  it('sends a patroller where the answers of the request ask for it', () => {
    const play = aCase(WITH_INSPECTION)
      .opened({ answers: { danger: true } })
      .build();
    expect(play.caseFile.tasks).toMatchObject([
      { kind: 'inspect', role: 'patroller', team: 'grc.patrouille', targetOn: '2026-04-21' },
    ]);
  });

  it('is passed over where they do not', () => {
    const play = aCase(WITH_INSPECTION)
      .opened({ answers: { danger: false } })
      .build();
    expect(play.caseFile.tasks.map(({ kind }) => kind)).toEqual(['answer']);
  });

  it('waits for the finding before the referent answers', () => {
    const play = aCase(WITH_INSPECTION)
      .opened({ answers: { danger: true } })
      .build();
    expect(tell(play, 'referent answers')).not.toBeUndefined();
    expect(tell(play, 'patroller gives a finding')).toBeUndefined();
    expect(play.caseFile.tasks.map(({ kind }) => kind)).toEqual(['answer']);
  });

  it('is not passed over by a finding on another task', () => {
    const play = aCase(WITH_INSPECTION)
      .opened({ answers: { danger: true } })
      .where('patroller refuses the case')
      .build();
    const [reassignment] = play.caseFile.tasks;
    const act = { kind: 'giveFinding', text: play.text() } as const;
    const move = { actor: 'p-x', actorRole: 'patroller', act, taskId: reassignment!.id };
    expect(play.play(move)).toBe('case.task-ended');
  });

  it('is done anew after a reassignment', () => {
    const play = aCase(WITH_INSPECTION)
      .opened({ answers: { danger: true } })
      .where('patroller refuses the case')
      .where('ambassador reassigns')
      .build();
    expect(play.caseFile.tasks.map(({ kind }) => kind)).toEqual(['inspect']);
  });
});
