import { aCase, must } from '../../test/support/builders/a-case.js';
import { REFERENT } from '../../test/support/builders/rules-for-tests.js';
import type { CaseFile } from '../../domain/case/case-file.js';
import { timeUntilLastAct, whereTimeWent, type StateOfCase } from './where-time-went.js';

const HOUR = 3_600_000;

/** The case as it stands now, said to be so from that hour on. */
const at = (hour: number, { status, openRequests, tasks }: CaseFile): StateOfCase => ({
  at: hour * HOUR,
  status,
  openRequests,
  tasks,
});

const hours = (spent: ReadonlyMap<string, number>): Record<string, number> =>
  Object.fromEntries([...spent].map(([cause, time]) => [cause, time / HOUR]));

describe('where the time of a case went', () => {
  it('is told apart by what it waited for, each office by itself, up to now', () => {
    const play = aCase().build();
    const states = [at(2, play.caseFile)];
    must(play, 'referent asks the citizen');
    states.push(at(10, play.caseFile));
    must(play, 'citizen sends what was missing');
    states.push(at(30, play.caseFile));
    must(play, 'referent answers', { by: REFERENT });
    states.push(at(31, play.caseFile));
    must(play, 'headOfDepartment endorses');
    states.push(at(35, play.caseFile));
    must(play, 'dgs endorses');
    states.push(at(40, play.caseFile));
    expect(hours(whereTimeWent(timeUntilLastAct(0, states), 47 * HOUR))).toEqual({
      entry: 2,
      answer: 9,
      citizen: 20,
      'endorse:headOfDepartment': 4,
      'endorse:dgs': 5,
      signature: 7,
    });
  });

  it('does not count the time it stood closed', () => {
    const open = aCase().build().caseFile;
    const closed = aCase().answeredBy(REFERENT).endorsedBy('headOfDepartment', 'dgs').signed().build().caseFile;
    const states = [at(0, open), at(5, closed), at(50, open)];
    expect(hours(whereTimeWent(timeUntilLastAct(0, states), 51 * HOUR))).toEqual({ answer: 6 });
  });
});
