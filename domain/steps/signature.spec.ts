import { aCase, moveOf, must, tell } from '../../test/support/builders/a-case.js';
import { answerStep, replyStep } from '../../test/support/builders/rules-for-tests.js';

const SIGNED = { steps: [answerStep, { kind: 'signature', by: 'electedOfficial' }, replyStep] } as const;

describe('signature', () => {
  it('asks the signer for the letter that was answered', () => {
    const play = aCase(SIGNED).answeredBy('p-referent').build();
    expect(play.caseFile.tasks).toMatchObject([{ kind: 'sign', role: 'electedOfficial', holder: 'p-elue' }]);
  });

  it('sends the signed letter, which is the one read with the signature added', () => {
    const play = aCase(SIGNED).answeredBy('p-referent').signed().build();
    const { signature, answer } = play.caseFile;
    expect(signature).toMatchObject({
      person: 'p-elue',
      letterHash: answer!.letter.hash,
      authenticationId: 'authentication-1',
    });
    expect(play.ordered.at(-1)?.effect).toMatchObject({ kind: 'sendReply', letter: signature!.signedLetter.id });
  });

  it('asks to authenticate again', () => {
    const play = aCase(SIGNED).answeredBy('p-referent').build();
    expect(tell(play, 'electedOfficial signs', { authenticated: false })).toBe('auth.reauthentication-required');
  });

  it('refuses a letter that is not the one in force', () => {
    const play = aCase(SIGNED).answeredBy('p-referent').build();
    const signedLetter = play.letter();
    const act = { kind: 'sign', letterHash: 'older', signedLetter, role: 'electedOfficial' } as const;
    expect(play.play({ ...moveOf(play, 'electedOfficial signs'), act })).toBe('case.letter-changed');
  });

  it('refuses the author, and asks their superior', () => {
    const play = aCase(SIGNED).answeredBy('p-elue').build();
    expect(play.caseFile.tasks).toMatchObject([{ kind: 'sign', holder: 'p-maire' }]);
    expect(tell(play, 'electedOfficial signs', { by: 'p-elue' })).toBe('case.four-eyes');
    expect(tell(play, 'electedOfficial signs', { by: 'p-other', onBehalfOf: 'p-elue' })).toBe('case.four-eyes');
    expect(tell(play, 'electedOfficial signs')).toBeUndefined();
  });

  it('falls when the case is reopened and answered anew', () => {
    const play = aCase(SIGNED).answeredBy('p-referent').signed().where('citizen reopens').build();
    expect(play.caseFile.signature).toBeUndefined();
    must(play, 'referent answers');
    expect(play.caseFile.tasks.map(({ kind }) => kind)).toEqual(['sign']);
  });
});
