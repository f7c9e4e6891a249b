import { aCase, must, tell } from '../../test/support/builders/a-case.js';
import { aLegalClock, answerStep, on, PROMISE, replyStep } from '../../test/support/builders/rules-for-tests.js';

const PLAIN = { steps: [answerStep, replyStep] } as const;

describe('a case closed without reply', () => {
  it('is withdrawn at any moment before the reply', () => {
    const play = aCase().answeredBy('p-referent').endorsedBy('headOfDepartment').where('citizen withdraws').build();
    expect(play.caseFile.status).toMatchObject({ kind: 'closed', conclusion: { kind: 'withdrawn' } });
    expect(play.caseFile).toMatchObject({ tasks: [], openRequests: [] });
    expect(play.caseFile.clocks).toMatchObject([{ state: 'stopped', endedOn: '2026-04-20' }]);
    expect(play.ordered.at(-1)?.effect).toMatchObject({ kind: 'tellCitizen', about: 'withdrawn' });
  });

  it('is not withdrawn once the reply is on its way', () => {
    const play = aCase(PLAIN).repliedBy('letter').answeredBy('p-referent').build();
    expect(tell(play, 'citizen withdraws')).toBe('case.already-answered');
  });

  it('is closed for want of the citizen’s reply only after what was missing is overdue', () => {
    const play = aCase().build();
    expect(tell(play, 'referent closes without reply')).toBe('case.not-possible-now');
    must(play, 'referent asks the citizen', { until: '2026-04-30' });
    expect(tell(play, 'referent closes without reply')).toBe('case.not-possible-now');
    play.moveTo(on('2026-05-04'));
    expect(tell(play, 'referent closes without reply')).toBeUndefined();
    expect(play.caseFile.status).toMatchObject({ kind: 'closed', conclusion: { kind: 'noCitizenReply' } });
  });

  it('ends at once where the process allows no reopening', () => {
    const play = aCase({ reopeningDays: 0 }).where('citizen withdraws').build();
    expect(play.caseFile.status.kind).toBe('ended');
    expect(tell(play, 'citizen reopens')).toBe('case.reopening-over');
    expect(tell(play, 'referent answers')).toBe('case.ended');
  });

  it('tells nobody where nobody wants a reply', () => {
    const play = aCase().repliedBy('none').where('citizen withdraws').build();
    expect(play.ordered.map(({ effect }) => effect.kind)).toEqual(['acknowledge']);
  });

  it('refuses everything but its reopening', () => {
    const play = aCase().where('citizen withdraws').build();
    expect(tell(play, 'referent answers')).toBe('case.closed');
    expect(tell(play, 'citizen withdraws')).toBe('case.closed');
    expect(tell(play, 'ambassador reassigns')).toBe('case.closed');
  });
});

describe('a case reopened', () => {
  const late = (): ReturnType<typeof aCase> =>
    aCase(PLAIN).until('2026-05-07').answeredBy('p-referent').until('2026-05-20');

  it('is answered anew under a new clock, the first one still visible', () => {
    const play = late().where('citizen reopens').build();
    expect(play.caseFile).toMatchObject({ status: { kind: 'open' }, reopenings: 1 });
    expect(play.caseFile.tasks.map(({ kind }) => kind)).toEqual(['answer']);
    expect(play.caseFile.clocks).toMatchObject([
      { id: 'promise', state: 'missed', endedOn: '2026-05-07', dueOn: '2026-05-05' },
      { id: 'promise#2', state: 'running', dayZero: '2026-05-20', dueOn: '2026-06-04' },
    ]);
    expect(play.ordered.at(-1)?.effect).toMatchObject({ kind: 'tellCitizen', about: 'reopened' });
  });

  it('can be answered, closed and reopened again', () => {
    const play = late().where('citizen reopens').answeredBy('p-referent').where('citizen reopens').build();
    expect(play.caseFile.clocks.map(({ id, state }) => [id, state])).toEqual([
      ['promise', 'missed'],
      ['promise#2', 'kept'],
      ['promise#3', 'running'],
    ]);
  });

  it('counts from the day a letter that asks for it was received', () => {
    const play = late().where('citizen reopens', { receivedOn: '2026-05-18' }).build();
    expect(play.caseFile.clocks[1]).toMatchObject({ dayZero: '2026-05-18' });
  });

  it('starts no clock for an acknowledgement: none leaves', () => {
    const clocks = [PROMISE, aLegalClock({ id: 'accuse-reception', stoppedBy: 'acknowledgement' })];
    const play = aCase({ ...PLAIN, clocks })
      .answeredBy('p-referent')
      .where('citizen reopens')
      .build();
    expect(play.caseFile.clocks.map(({ id }) => id)).toEqual(['promise', 'accuse-reception', 'promise#2']);
  });

  it('is possible as long as the process says, and not while it is open', () => {
    expect(tell(aCase().build(), 'citizen reopens')).toBe('case.not-closed');
    const play = late().until('2026-06-05').build();
    expect(tell(play, 'citizen reopens')).toBeUndefined();
    const tooLate = late().until('2026-06-08').build();
    expect(tell(tooLate, 'citizen reopens')).toBe('case.reopening-over');
  });
});
