import { aCase } from '../../test/support/builders/a-case.js';
import { aLegalClock, on, PROMISE } from '../../test/support/builders/rules-for-tests.js';

const ACKNOWLEDGEMENT = aLegalClock({
  id: 'accuse-reception',
  limit: { n: 10, kind: 'workingDays' },
  stoppedBy: 'acknowledgement',
});

describe('a case opened', () => {
  it('has its first task, its clocks and its acknowledgement in revision 0', () => {
    const play = aCase().build();
    expect(play.caseFile).toMatchObject({ revision: 0, status: { kind: 'open' }, counters: { task: 1, effect: 1 } });
    expect(play.caseFile.tasks).toMatchObject([{ id: 'case-1.t1', kind: 'answer' }]);
    expect(play.caseFile.clocks).toMatchObject([
      { id: 'promise', dayZero: '2026-04-20', dueOn: '2026-05-05', promisedOn: '2026-05-05' },
    ]);
    expect(play.ordered.map(({ effect }) => effect.kind)).toEqual(['acknowledge']);
  });

  it('writes itself whole into line 0, and each clock beside it', () => {
    const [line] = aCase().build().lines;
    expect(line).toMatchObject({ revision: 0, line: 0, code: 'case.opened', department: 'voirie' });
    expect(line?.opened?.caseId).toBe('case-1');
    expect(line?.clocks).toEqual([{ id: 'promise', state: 'running', dueOn: '2026-05-05' }]);
  });

  it('counts from the day a letter was received, and journals that it was entered later', () => {
    const play = aCase()
      .opened({ receivedAt: on('2026-04-15') })
      .build();
    expect(play.caseFile.clocks).toMatchObject([{ dayZero: '2026-04-15', dueOn: '2026-04-29' }]);
    expect(play.lines.map(({ code }) => code)).toContain('case.backDated');
    expect(
      aCase()
        .build()
        .lines.map(({ code }) => code),
    ).not.toContain('case.backDated');
  });

  it('starts the promise by the rule of reception and the law by the civil day', () => {
    const late = on('2026-04-20', 18 * 60);
    const play = aCase({ clocks: [PROMISE, aLegalClock()] })
      .opened({ at: late, receivedAt: late })
      .build();
    expect(play.caseFile.clocks.map(({ dayZero }) => dayZero)).toEqual(['2026-04-20', '2026-04-20']);
  });

  it('orders no acknowledgement where there is no mail address, and starts no clock for it', () => {
    const play = aCase({ clocks: [PROMISE, ACKNOWLEDGEMENT] })
      .opened({ acknowledgement: 'none' })
      .build();
    expect(play.ordered).toEqual([]);
    expect(play.caseFile.clocks.map(({ id }) => id)).toEqual(['promise']);
  });

  it('orders one on paper where there is only an address, and starts no clock that nothing would stop', () => {
    const play = aCase({ clocks: [PROMISE, ACKNOWLEDGEMENT] })
      .opened({ acknowledgement: 'letter' })
      .build();
    expect(play.ordered[0]?.effect).toMatchObject({ kind: 'acknowledge', tellsCase: false });
    expect(play.caseFile.clocks.map(({ id }) => id)).toEqual(['promise']);
  });

  it('stops the clock of the acknowledgement when it left, and no other', () => {
    const play = aCase({ clocks: [PROMISE, ACKNOWLEDGEMENT] })
      .until('2026-04-21')
      .build();
    expect(play.ordered[0]?.effect).toMatchObject({ kind: 'acknowledge', tellsCase: true });
    expect(play.caseFile.clocks.map(({ state }) => state)).toEqual(['running', 'kept']);
  });

  it.each([
    [{ changement: 'savoir' }, ['promise', 'document']],
    [{ changement: 'donation' }, ['promise', 'silence']],
    [{}, ['promise', 'silence']],
  ])('starts the clocks of what the request %j turns out to be', (answers, ids) => {
    const asked = { field: 'changement', equals: 'savoir' };
    const clocks = [PROMISE, aLegalClock({ id: 'document', when: asked }), aLegalClock({ unless: asked })];
    const play = aCase({ clocks }).opened({ answers }).build();
    expect(play.caseFile.clocks.map(({ id }) => id)).toEqual(ids);
  });

  it('is named after the case it continues', () => {
    expect(aCase().opened({ follows: 'case-0' }).build().caseFile.follows).toBe('case-0');
  });
});
