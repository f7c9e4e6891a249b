import type { CasePlayer } from '../catalog/case-player.js';
import { aCase, must } from '../../test/support/builders/a-case.js';
import { aCalendar, REFERENT } from '../../test/support/builders/rules-for-tests.js';
import { awaitedOf, endOf, followPromise, followState } from './describe-followed.js';

const stateOf = (play: CasePlayer): string =>
  followState(play.caseFile, play.rules.definition.steps[play.caseFile.step]?.kind ?? 'reply').state;

describe('a case as its citizen sees it', () => {
  it('passes from received to answered in a few states, without the names of those who work on it', () => {
    const play = aCase().build();
    expect(stateOf(play)).toBe('received');
    must(play, 'referent asks the citizen');
    expect(stateOf(play)).toBe('waitingForYou');
    must(play, 'citizen sends what was missing');
    expect(stateOf(play)).toBe('examined');
    must(play, 'referent answers', { by: REFERENT });
    expect(stateOf(play)).toBe('validated');
    must(play, 'headOfDepartment endorses');
    must(play, 'dgs endorses');
    play.world = () => 'later';
    must(play, 'electedOfficial signs');
    expect(stateOf(play)).toBe('leaving');
    play.world = () => 'done';
    play.settle();
    expect(stateOf(play)).toBe('answered');
  });

  it('shows the promise with the days behind it, and when it stood still', () => {
    const play = aCase().build();
    expect(followPromise(play.caseFile, aCalendar())).toMatchObject({
      limit: '10\u00a0jours ouvrés',
      state: 'running',
      dueOn: '2026-05-05',
    });
    must(play, 'referent asks the citizen');
    expect(followPromise(play.caseFile, aCalendar())).toMatchObject({
      state: 'paused',
      pauses: [{ from: '2026-04-21' }],
      days: [],
    });
  });

  it('lists what is missing, one item a line', () => {
    const play = aCase().build();
    must(play, 'referent asks the citizen');
    const [awaited] = awaitedOf(play.caseFile, () => '- Une photo\n\n• Le numéro ');
    expect(awaited).toMatchObject({ items: ['Une photo', 'Le numéro'], overdue: false });
  });

  it('says when it ended and until when it can be reopened', () => {
    const play = aCase().answeredBy(REFERENT).endorsedBy('headOfDepartment', 'dgs').signed().build();
    expect(endOf(play.caseFile, aCalendar())).toEqual({ closedOn: '2026-04-20', reopenUntil: '2026-05-20' });
  });
});
