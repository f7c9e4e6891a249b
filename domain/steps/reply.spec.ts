import { aCase, must, tell } from '../../test/support/builders/a-case.js';
import { answerStep, on, replyStep } from '../../test/support/builders/rules-for-tests.js';
import type { EffectEnd } from '../../src/catalog/case-player.js';
import type { Effect } from '../case/effect.js';

const PLAIN = { steps: [answerStep, replyStep] } as const;

const replies =
  (...ends: readonly EffectEnd[]) =>
  (effect: Effect): EffectEnd => {
    if (effect.kind !== 'sendReply') return 'done';
    const [next = 'done', ...rest] = ends;
    ends = rest;
    return next;
  };

function sent(play: ReturnType<ReturnType<typeof aCase>['build']>): readonly (string | undefined)[] {
  return play.ordered.flatMap(({ effect }) => (effect.kind === 'sendReply' ? [effect.channel] : []));
}

describe('reply', () => {
  it('leaves by mail, and closes the case once the mail server took it', () => {
    const play = aCase(PLAIN).whileTheWorld(replies('later')).answeredBy('p-referent').build();
    expect(play.caseFile).toMatchObject({ status: { kind: 'open' }, reply: { state: 'sending', channel: 'email' } });
    play.world = () => 'done';
    play.settle();
    expect(play.caseFile).toMatchObject({ status: { kind: 'closed' }, reply: { state: 'gone' } });
  });

  it('by post answers the case only when an agent confirms the posting', () => {
    const play = aCase(PLAIN).repliedBy('letter').answeredBy('p-referent').until('2026-04-22').build();
    expect(play.caseFile).toMatchObject({ status: { kind: 'open' }, reply: { state: 'toPost' } });
    expect(play.caseFile.tasks).toMatchObject([{ kind: 'confirmPosting', role: 'ambassador', department: 'grc' }]);
    must(play, 'ambassador confirms the posting');
    expect(play.caseFile.status).toMatchObject({ kind: 'closed', conclusion: { kind: 'answered' } });
  });

  it.each([
    ['an authority of the list', 'departement-routes', ['departement-routes']],
    ['somebody who is not in it', undefined, []],
  ])('passes the request on to %s once the reply has left, and not before', (_whom, authority, transmitted) => {
    const passedOn = (play: ReturnType<ReturnType<typeof aCase>['build']>): readonly string[] =>
      play.ordered.flatMap(({ effect }) => (effect.kind === 'transmit' ? [effect.authority] : []));
    const play = aCase(PLAIN).whileTheWorld(replies('later')).build();
    const conclusion = {
      kind: 'notOurs',
      passedTo: 'Le Département',
      ...(authority === undefined ? {} : { authority }),
    } as const;
    const act = { kind: 'answer', text: play.text(), letter: play.letter(), conclusion, atOnce: false } as const;
    play.play({ actor: 'p-referent', actorRole: 'referent', act, taskId: play.caseFile.tasks[0]!.id });
    expect([play.caseFile.reply?.state, passedOn(play)]).toEqual(['sending', []]);
    play.world = () => 'done';
    play.settle();
    expect(play.caseFile.status).toMatchObject({ kind: 'closed', conclusion });
    expect(passedOn(play)).toEqual(transmitted);
  });

  it('judges the clocks on the day of the posting, not on that of its confirmation', () => {
    const play = aCase(PLAIN).repliedBy('letter').answeredBy('p-referent').until('2026-05-12').build();
    expect(play.caseFile.clocks[0]?.state).toBe('late');
    must(play, 'ambassador confirms the posting', { postedOn: '2026-05-05' });
    expect(play.caseFile.clocks[0]).toMatchObject({ state: 'kept', endedOn: '2026-05-05' });
  });

  it('believes no posting older than the letter, nor one still to come', () => {
    const posted = (postedOn: string): string | undefined =>
      aCase(PLAIN)
        .repliedBy('letter')
        .until('2026-05-06')
        .answeredBy('p-referent')
        .until('2026-05-07')
        .where('ambassador confirms the posting', { postedOn })
        .build().caseFile.clocks[0]?.endedOn;
    expect(posted('2026-04-20')).toBe('2026-05-06');
    expect(posted('2026-06-01')).toBe('2026-05-07');
  });

  it.each(['spoken', 'none'] as const)(
    'told or not wanted (%s) closes the case at once, and sends nothing',
    (channel) => {
      const play = aCase(PLAIN).repliedBy(channel).answeredBy('p-referent').build();
      expect(play.caseFile.status.kind).toBe('closed');
      expect(sent(play)).toEqual([]);
    },
  );

  it('for a sensitive case stays with the department, also at the post', () => {
    const play = aCase({ ...PLAIN, sensitive: true })
      .repliedBy('letter')
      .answeredBy('p-referent')
      .build();
    expect(play.caseFile.tasks).toMatchObject([{ kind: 'confirmPosting', role: 'referent', department: 'voirie' }]);
  });
});

describe('a reply in doubt', () => {
  const inDoubt = (): ReturnType<typeof aCase> =>
    aCase(PLAIN).whileTheWorld(replies('inDoubt', 'done')).answeredBy('p-referent');

  it('is not sent again by the system: a person looks', () => {
    const play = inDoubt().build();
    expect(sent(play)).toEqual(['email']);
    expect(play.caseFile).toMatchObject({ status: { kind: 'open' }, reply: { state: 'inDoubt' } });
    expect(play.caseFile.tasks.map(({ kind }) => kind)).toEqual(['settleDoubt']);
  });

  it('closes the case when the person says that it left', () => {
    const play = inDoubt().where('ambassador says it left').build();
    expect(play.caseFile.status.kind).toBe('closed');
    expect(sent(play)).toEqual(['email']);
  });

  it('leaves again, or by letter, when the person says so', () => {
    expect(sent(inDoubt().where('ambassador sends again').build())).toEqual(['email', 'email']);
    const play = inDoubt().where('ambassador sends by letter').build();
    expect(sent(play)).toEqual(['email', 'letter']);
    expect(play.caseFile.tasks.map(({ kind }) => kind)).toEqual(['confirmPosting']);
  });

  it('is not settled by the confirmation of a posting', () => {
    const play = inDoubt().build();
    const taskId = play.caseFile.tasks[0]!.id;
    const act = { kind: 'confirmPosting', postedOn: play.caseFile.clocks[0]!.dayZero } as const;
    expect(play.play({ actor: 'p-a', actorRole: 'ambassador', taskId, act })).toBe('case.task-ended');
  });
});

describe('a reply that could not leave', () => {
  const failed = (): ReturnType<typeof aCase> =>
    aCase(PLAIN).whileTheWorld(replies('failed', 'done')).answeredBy('p-referent');

  it('waits for a person, and the case lives on', () => {
    const play = failed().build();
    expect(play.caseFile).toMatchObject({ status: { kind: 'open' }, reply: { state: 'failed' } });
    expect(play.caseFile.effects).toMatchObject([{ state: 'failed', code: 'mail.refused' }]);
  });

  it('leaves when an administrator tries again', () => {
    const play = failed().where('administrator tries again').build();
    expect(play.caseFile.status.kind).toBe('closed');
    expect(play.caseFile.effects).toEqual([]);
  });

  it('is given up with a reason, which closes the case', () => {
    const play = failed().where('administrator gives up').build();
    expect(play.caseFile.status.kind).toBe('closed');
    expect(sent(play)).toEqual(['email']);
  });

  it('leaves by the other channel', () => {
    const play = failed().where('ambassador changes the channel', { channel: 'letter' }).build();
    expect(sent(play)).toEqual(['email', 'letter']);
    expect(play.caseFile.effects).toEqual([]);
    expect(play.caseFile.tasks.map(({ kind }) => kind)).toEqual(['confirmPosting']);
  });

  it('may be told instead', () => {
    const play = failed().where('ambassador changes the channel', { channel: 'spoken' }).build();
    expect(play.caseFile.status.kind).toBe('closed');
  });

  it('refuses to try again or to give up what did not fail', () => {
    const play = failed().where('administrator tries again').build();
    expect(tell(play, 'administrator tries again')).toBe('case.effect-not-failed');
    expect(tell(play, 'administrator gives up')).toBe('case.effect-not-failed');
  });
});

describe('the channel of a reply', () => {
  it('may change at any time before the reply is on its way', () => {
    const play = aCase(PLAIN)
      .where('citizen changes the channel', { channel: 'letter' })
      .answeredBy('p-referent')
      .build();
    expect(sent(play)).toEqual(['letter']);
  });

  it('takes a letter out of the post when it becomes a mail', () => {
    const play = aCase(PLAIN).repliedBy('letter').answeredBy('p-referent').build();
    must(play, 'citizen changes the channel', { channel: 'email' });
    expect(sent(play)).toEqual(['letter', 'email']);
    expect(play.caseFile).toMatchObject({ status: { kind: 'closed' }, tasks: [] });
  });

  it('is not changed to itself, nor while the reply is being sent', () => {
    const play = aCase(PLAIN).whileTheWorld(replies('later')).build();
    expect(tell(play, 'citizen changes the channel', { channel: 'email' })).toBe('case.not-possible-now');
    must(play, 'referent answers');
    expect(tell(play, 'citizen changes the channel', { channel: 'letter' })).toBe('case.not-possible-now');
  });

  it('ignores an answer of the mail server about a sending that is over', () => {
    const play = aCase(PLAIN).repliedBy('letter').answeredBy('p-referent').build();
    const before = play.caseFile;
    play.take({ kind: 'replySent', at: on('2026-04-21'), effect: 'case-1.e99' });
    expect(play.caseFile).toEqual({ ...before, revision: before.revision + 1, at: on('2026-04-21') });
  });
});
