import { aCase } from '../../test/support/builders/a-case.js';
import { aLegalClock, on, PROMISE } from '../../test/support/builders/rules-for-tests.js';
import type { CasePlayer } from '../../src/catalog/case-player.js';
import { nextInstant } from './next-instant.js';

function reminders(play: CasePlayer): readonly unknown[] {
  return play.ordered.flatMap(({ effect }) => (effect.kind === 'remind' ? [[effect.level, effect.to]] : []));
}

describe('time that passes', () => {
  it('reminds the holder at half, at 80 % and at the end, then escalates to the head of department', () => {
    const play = aCase().until('2026-05-06').build();
    expect(reminders(play)).toEqual([
      ['half', ['p-referent']],
      ['most', ['p-referent']],
      ['last', ['p-referent']],
      ['overdue', ['p-referent', 'p-head']],
    ]);
    const codes = play.lines.map(({ code }) => code);
    expect(codes.filter((code) => code === 'clock.reminded')).toHaveLength(3);
    expect(codes.filter((code) => code === 'clock.escalated')).toHaveLength(1);
  });

  it('counts everything missed during an outage as one event, at the highest level', () => {
    const play = aCase().build();
    play.take({ kind: 'deadlinePassed', at: on('2026-05-11') });
    expect(reminders(play)).toEqual([
      ['overdue', ['p-referent', 'p-head']],
      ['watch', ['p-referent', 'p-head']],
    ]);
    expect(nextInstant(play.caseFile)).toBeGreaterThan(on('2026-05-11'));
  });

  it('writes the decision of silence as a line of its own', () => {
    const silence = aLegalClock({ limit: { n: 10, kind: 'calendarDays' }, silenceMeans: 'acceptance' });
    const play = aCase({ clocks: [silence] })
      .until('2026-05-04')
      .build();
    const said = play.lines.filter(({ code }) => code === 'clock.silence');
    expect(said).toMatchObject([{ about: { clock: 'silence', means: 'acceptance', dueOn: '2026-04-30' } }]);
    expect(play.caseFile).toMatchObject({ status: { kind: 'open' }, clocks: [{ state: 'late' }] });
  });

  it('tells the team where nobody in particular holds the task', () => {
    const { holder: _holder, ...route } = aCase().build().caseFile.route;
    const play = aCase().opened({ route }).until('2026-04-28').build();
    expect(play.ordered.at(-1)?.effect).toMatchObject({ kind: 'remind', to: [], teams: ['voirie.chaussee'] });
  });

  it('looks at a late case every week', () => {
    const play = aCase().until('2026-06-01').build();
    expect(reminders(play).filter((one) => (one as string[])[0] === 'watch')).toHaveLength(4);
  });

  it('looks at a case in time every week too, and bothers nobody', () => {
    const play = aCase({ clocks: [] }).until('2026-06-01').build();
    expect(reminders(play)).toEqual([]);
    expect(play.lines.filter(({ code }) => code === 'case.watched')).toHaveLength(6);
  });

  it('ends a closed case once its time for reopening is over, not a moment before', () => {
    const play = aCase({ clocks: [PROMISE] })
      .where('citizen withdraws')
      .build();
    const { status } = play.caseFile;
    const until = status.kind === 'closed' ? status.reopenUntil : 0;
    play.take({ kind: 'deadlinePassed', at: until - 1 });
    expect(play.caseFile.status.kind).toBe('closed');
    play.take({ kind: 'deadlinePassed', at: until });
    expect(play.caseFile.status).toMatchObject({ kind: 'ended', conclusion: { kind: 'withdrawn' } });
    expect(nextInstant(play.caseFile)).toBeUndefined();
  });
});
