import { aCase, tell } from '../../test/support/builders/a-case.js';
import { answerStep, endorsedBy, replyStep } from '../../test/support/builders/rules-for-tests.js';

describe('assignment', () => {
  it('passes on at once: the route came with the case', () => {
    expect(aCase().build().caseFile.tasks).toMatchObject([
      { kind: 'answer', holder: 'p-referent', team: 'voirie.chaussee', department: 'voirie' },
    ]);
  });

  it('takes "not for my department" back to an ambassador, clocks running', () => {
    const play = aCase().build();
    const { clocks } = play.caseFile;
    expect(tell(play, 'referent refuses the case')).toBeUndefined();
    expect(play.caseFile.tasks).toMatchObject([{ kind: 'reassign', role: 'ambassador', department: 'grc' }]);
    expect(play.caseFile.assignmentRefusals).toBe(1);
    expect(play.caseFile.clocks).toEqual(clocks);
  });

  it('gives the task to the new holder', () => {
    const play = aCase().where('referent refuses the case').where('ambassador reassigns', { to: 'p-other' }).build();
    expect(play.caseFile.tasks).toMatchObject([{ kind: 'answer', holder: 'p-other' }]);
  });

  it('lets nobody answer between the refusal and the new holder', () => {
    const play = aCase().where('referent refuses the case').build();
    expect(tell(play, 'referent answers')).toBe('case.not-your-turn');
  });

  it('forgets what a predecessor wrote before it was sent back', () => {
    const play = aCase()
      .answeredBy('p-referent')
      .where('headOfDepartment sends back')
      .where('ambassador reassigns', { to: 'p-other' })
      .build();
    expect(play.caseFile.answer).toBeUndefined();
    expect(play.caseFile.sentBack).toBeUndefined();
    expect(play.caseFile.tasks).toMatchObject([{ kind: 'answer', holder: 'p-other' }]);
  });

  it('asks the validators of the new route when it changes in the chain', () => {
    const play = aCase({ steps: [answerStep, endorsedBy(['dgs']), replyStep] })
      .answeredBy('p-referent')
      .build();
    const route = { ...play.caseFile.route, validators: { dgs: 'p-dgs-2' } };
    play.play({ actor: 'p-a', actorRole: 'ambassador', act: { kind: 'reassign', route } });
    expect(play.caseFile.tasks).toMatchObject([{ kind: 'endorse', holder: 'p-dgs-2' }]);
  });

  it('keeps what the citizen was asked when only the holder changes', () => {
    const play = aCase().where('referent asks the citizen').where('ambassador reassigns', { to: 'p-other' }).build();
    expect(play.caseFile.openRequests).toHaveLength(1);
    expect(play.caseFile.clocks[0]?.state).toBe('paused');
  });

  it('refuses to reassign on a task that is over, or once the reply is on its way', () => {
    const play = aCase({ steps: [answerStep, replyStep] })
      .repliedBy('letter')
      .build();
    const act = { kind: 'reassign', route: play.caseFile.route } as const;
    expect(play.play({ actor: 'p-a', actorRole: 'ambassador', act, taskId: 'case-1.t9' })).toBe('case.task-ended');
    tell(play, 'referent answers');
    expect(play.play({ actor: 'p-a', actorRole: 'ambassador', act })).toBe('case.already-answered');
  });
});
