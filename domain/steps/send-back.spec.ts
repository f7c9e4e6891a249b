import { aCase, moveOf, must, tell } from '../../test/support/builders/a-case.js';
import { answerStep, endorsedBy, replyStep } from '../../test/support/builders/rules-for-tests.js';
import type { CasePlayer } from '../../src/catalog/case-player.js';
import type { RunnableDefinition } from '../process/runnable.js';

const CHAIN = ['headOfDepartment', 'director', 'dgs', 'cabinetDirector'] as const;

const SIGNED: Partial<RunnableDefinition> = {
  steps: [answerStep, endorsedBy(CHAIN), { kind: 'signature', by: 'electedOfficial' }, replyStep],
};

function atTheSignature(): ReturnType<typeof aCase> {
  return aCase(SIGNED)
    .answeredBy('p-referent')
    .endorsedBy(...CHAIN);
}

function asked(play: CasePlayer): string {
  return play.caseFile.tasks.map(({ kind, role }) => `${kind} ${role}`).join();
}

describe('a reply sent back', () => {
  it.each(CHAIN)('reaches %s from the signer, with the remark', (to) => {
    const play = atTheSignature().where('electedOfficial sends back', { to }).build();
    expect(asked(play)).toBe(`endorse ${to}`);
    expect(play.caseFile.sentBack).toMatchObject({ by: 'p-elue', to, remark: { id: expect.any(String) as string } });
  });

  it('reaches its author', () => {
    const play = atTheSignature().where('electedOfficial sends back').build();
    expect(asked(play)).toBe('answer referent');
    expect(play.caseFile.tasks[0]?.holder).toBe('p-referent');
  });

  it('asks those in between no second time for the same bytes', () => {
    const play = atTheSignature()
      .where('electedOfficial sends back', { to: 'director' })
      .endorsedBy('director')
      .build();
    expect(asked(play)).toBe('sign electedOfficial');
    expect(play.caseFile.sentBack).toBeUndefined();
  });

  it('goes through the whole chain again when its author changed it', () => {
    const play = atTheSignature().where('electedOfficial sends back').answeredBy('p-referent').build();
    expect(asked(play)).toBe('endorse headOfDepartment');
  });

  it('goes on to whoever sent it back when its author changed nothing', () => {
    const play = atTheSignature().where('electedOfficial sends back').build();
    const before = play.caseFile.answer!;
    const move = moveOf(play, 'referent answers');
    const act = {
      kind: 'answer',
      text: before.text,
      letter: before.letter,
      conclusion: before.conclusion,
      atOnce: false,
    } as const;
    expect(play.play({ ...move, act })).toBeUndefined();
    expect(asked(play)).toBe('sign electedOfficial');
  });

  it('goes no further than to those who came before', () => {
    const play = aCase(SIGNED).answeredBy('p-referent').endorsedBy('headOfDepartment').build();
    expect(tell(play, 'director sends back', { to: 'director' })).toBe('case.not-earlier-person');
    expect(tell(play, 'director sends back', { to: 'dgs' })).toBe('case.not-earlier-person');
    expect(tell(play, 'director sends back', { to: 'headOfDepartment' })).toBeUndefined();
  });

  it('is refused for a letter that has changed since', () => {
    const play = atTheSignature().build();
    const move = moveOf(play, 'electedOfficial sends back');
    const act = { kind: 'sendBack', letterHash: 'older', to: 'author', remark: play.text() } as const;
    expect(play.play({ ...move, act })).toBe('case.letter-changed');
  });

  it('reaches the superior who stood in for its author, in whichever office they are named', () => {
    const play = aCase(SIGNED)
      .answeredBy('p-head')
      .endorsedBy('headOfDepartment', 'dgs')
      .where('cabinetDirector sends back', { to: 'director' })
      .build();
    expect(play.caseFile.tasks).toMatchObject([{ kind: 'endorse', holder: 'p-director' }]);
    must(play, 'headOfDepartment endorses');
    expect(asked(play)).toBe('endorse cabinetDirector');
  });
});

describe('an answer recalled', () => {
  it('comes back to its author before the next one has acted', () => {
    const play = aCase(SIGNED).answeredBy('p-referent').where('author recalls').build();
    expect(asked(play)).toBe('answer referent');
  });

  it('comes back from the signer where nobody endorses', () => {
    const steps = [answerStep, { kind: 'signature', by: 'dgs' }, replyStep] as const;
    expect(asked(aCase({ steps }).answeredBy('p-referent').where('author recalls').build())).toBe('answer referent');
  });

  it('is out of reach once the next one endorsed, corrected or sent back', () => {
    const answered = (): ReturnType<typeof aCase> => aCase(SIGNED).answeredBy('p-referent');
    expect(tell(answered().endorsedBy('headOfDepartment').build(), 'author recalls')).toBe('case.recall-too-late');
    expect(tell(answered().where('headOfDepartment corrects').build(), 'author recalls')).toBe('case.recall-too-late');
    const sentBack = answered().endorsedBy('headOfDepartment').where('director sends back', { to: 'headOfDepartment' });
    expect(tell(sentBack.build(), 'author recalls')).toBe('case.recall-too-late');
  });

  it('is out of reach once the reply is on its way', () => {
    const steps = [answerStep, replyStep] as const;
    const play = aCase({ steps }).repliedBy('letter').answeredBy('p-referent').build();
    expect(tell(play, 'author recalls')).toBe('case.recall-too-late');
  });

  it('can be recalled only by its author', () => {
    const play = aCase(SIGNED).answeredBy('p-referent').build();
    expect(tell(play, 'referent recalls', { by: 'p-other' })).toBe('case.not-your-turn');
    expect(tell(play, 'referent recalls', { by: 'p-other', onBehalfOf: 'p-referent' })).toBeUndefined();
  });

  it('cannot be recalled before it is given', () => {
    expect(tell(aCase(SIGNED).build(), 'referent recalls')).toBe('case.not-answered-yet');
  });
});
