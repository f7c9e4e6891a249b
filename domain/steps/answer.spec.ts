import { aCase, moveOf, must, tell } from '../../test/support/builders/a-case.js';
import { answerStep, on, replyStep } from '../../test/support/builders/rules-for-tests.js';

const WITH_OPINIONS = {
  steps: [
    {
      kind: 'answer',
      target: { n: 6, kind: 'workingDays' },
      opinions: [
        { department: 'juridique', team: 'juridique.conseil', required: true, target: { n: 3, kind: 'workingDays' } },
        { department: 'finances', team: 'finances.budget', required: true },
        { department: 'culture', team: 'culture.scenes', required: false },
      ],
    },
    replyStep,
  ],
} as const;

describe('answer', () => {
  it('gives the task to the holder, with the day the step aims at', () => {
    const play = aCase({
      steps: [{ kind: 'answer', target: { n: 6, kind: 'workingDays' }, opinions: [] }, replyStep],
    }).build();
    expect(play.caseFile.tasks).toMatchObject([{ kind: 'answer', holder: 'p-referent', targetOn: '2026-04-28' }]);
  });

  it('gives it to the team where nobody in particular answers', () => {
    const { route } = aCase().build().caseFile;
    const { holder: _holder, ...withoutHolder } = route;
    const [task] = aCase().opened({ route: withoutHolder }).build().caseFile.tasks;
    expect(task).toMatchObject({ kind: 'answer', team: 'voirie.chaussee' });
    expect(task).not.toHaveProperty('holder');
  });

  it('asks the opinions of the definition at once, in parallel', () => {
    const play = aCase(WITH_OPINIONS).build();
    expect(play.caseFile.openRequests.map(({ department, required }) => [department, required])).toEqual([
      ['juridique', true],
      ['finances', true],
      ['culture', false],
    ]);
    expect(play.caseFile.tasks.map(({ kind }) => kind)).toEqual([
      'answer',
      'giveOpinion',
      'giveOpinion',
      'giveOpinion',
    ]);
  });

  it('waits for the required opinions, in any order, and for no other', () => {
    const play = aCase(WITH_OPINIONS).build();
    expect(tell(play, 'referent answers')).toBe('case.answer-waits-for-opinion');
    const finances = play.caseFile.tasks.find(({ department }) => department === 'finances')!;
    play.play({ ...moveOf(play, 'referent gives an opinion'), taskId: finances.id });
    expect(tell(play, 'referent answers')).toBe('case.answer-waits-for-opinion');
    must(play, 'referent gives an opinion');
    expect(tell(play, 'referent answers')).toBeUndefined();
    expect(play.lines.map(({ code }) => code)).toContain('openRequest.dropped');
  });

  it('asks the opinions once, also after the answer was sent back', () => {
    const play = aCase({
      steps: [
        WITH_OPINIONS.steps[0],
        { kind: 'endorsement', chain: ['dgs'], onChange: { kind: 'askAllAgain' } },
        replyStep,
      ],
    })
      .where('referent gives an opinion')
      .where('referent gives an opinion')
      .answeredBy('p-referent')
      .where('dgs sends back')
      .build();
    expect(play.caseFile.openRequests).toEqual([]);
    expect(play.caseFile.tasks.map(({ kind }) => kind)).toEqual(['answer']);
  });

  it('lets a department say that an opinion is not for it: nothing else moves', () => {
    const play = aCase(WITH_OPINIONS).where('referent refuses the case', { task: 'giveOpinion' }).build();
    expect(play.caseFile.openRequests).toHaveLength(2);
    expect(play.caseFile.tasks.some(({ kind }) => kind === 'answer')).toBe(true);
    expect(play.caseFile.assignmentRefusals).toBe(0);
  });

  it('lets the referent ask for another opinion and for a finding while answering', () => {
    const play = aCase()
      .where('referent asks an opinion', { department: 'juridique', required: true })
      .where('referent asks a finding')
      .build();
    expect(play.caseFile.openRequests.map(({ kind, askedBy }) => [kind, askedBy])).toEqual([
      ['opinion', 'p-referent'],
      ['finding', 'p-referent'],
    ]);
    must(play, 'referent gives an opinion');
    expect(tell(play, 'referent answers')).toBe('case.answer-waits-for-opinion');
    must(play, 'patroller gives a finding');
    expect(tell(play, 'referent answers')).toBeUndefined();
  });

  it('lets what was asked be dropped when it is no longer needed', () => {
    const play = aCase().where('referent asks a finding').where('referent drops the request').build();
    expect(play.caseFile.openRequests).toEqual([]);
    expect(tell(play, 'referent drops the request')).toBe('case.open-request-ended');
  });

  it('refuses an opinion given on a task of another kind', () => {
    const play = aCase().build();
    const act = { kind: 'giveOpinion', text: play.text() } as const;
    const move = { actor: 'p-x', actorRole: 'referent', act, taskId: play.caseFile.tasks[0]!.id };
    expect(play.play(move)).toBe('case.task-ended');
  });

  it('ends no opinion with what a citizen sends', () => {
    const play = aCase().where('referent asks an opinion').build();
    const act = { kind: 'citizenAnswered', openRequest: play.caseFile.openRequests[0]!.id, text: play.text() } as const;
    expect(play.play({ actor: 'citizen', actorRole: 'citizen', act })).toBe('case.open-request-ended');
  });

  it('keeps who wrote, for whom and with which conclusion', () => {
    const play = aCase({ steps: [answerStep, { kind: 'signature', by: 'electedOfficial' }, replyStep] })
      .answeredBy('p-substitute', { onBehalfOf: 'p-referent', conclusion: 'planned', plannedOn: '2026-06-01' })
      .build();
    expect(play.caseFile.answer).toMatchObject({
      author: 'p-substitute',
      onBehalfOf: 'p-referent',
      conclusion: { kind: 'planned', on: '2026-06-01' },
      at: on('2026-04-20'),
      atOnce: false,
    });
  });
});
