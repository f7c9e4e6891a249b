import type { ReportRow } from '../database/repositories/duplicates.repository.js';
import { clustersOf, type MeasuredReport } from './duplicate-clusters.js';

const DAY_MS = 86_400_000;
const FIRST = Date.parse('2026-11-01T09:00:00Z');

/** A lamp in a street of its own unless said otherwise, received so many days after the first. */
function lamp(caseId: string, day: number, changes: Partial<ReportRow> = {}): MeasuredReport {
  const report: ReportRow = {
    ...{ caseId, processId: 'eclairage.lampadaire-eteint', theme: 'eclairage', citizenId: null, quartier: 'centre' },
    ...{ street: `rue ${caseId}`, placeText: `3 rue ${caseId}`, latitude: null, longitude: null },
    receivedAt: new Date(FIRST + day * DAY_MS),
    ...changes,
  };
  return { report, radius: 30 };
}

const inStreet = (caseId: string, day: number, number = caseId): MeasuredReport =>
  lamp(caseId, day, { street: 'rue des lilas', placeText: `${number} rue des lilas` });

const said = (
  reports: readonly MeasuredReport[],
  settled: readonly (readonly [string, string])[] = [],
): readonly string[] =>
  clustersOf(reports, settled).map(({ principal, members }) =>
    [principal, ...members.map(({ caseId }) => caseId)].join(' '),
  );

describe('clusters of likely duplicates', () => {
  it('hang on the oldest report, and hold each report once', () => {
    expect(said([inStreet('c', 3), lamp('alone', 1), inStreet('a', 0), inStreet('b', 2)])).toEqual(['a b c']);
  });

  it('hold nothing that is more than a month from the oldest', () => {
    expect(said([inStreet('a', 0), inStreet('b', 31), inStreet('c', 40)])).toEqual(['b c']);
  });

  it('leave out what somebody has judged, whichever was read first', () => {
    expect(said([inStreet('a', 0), inStreet('b', 1), inStreet('c', 2)], [['c', 'a']])).toEqual(['a b']);
    expect(said([inStreet('a', 0), inStreet('b', 1)], [['a', 'b']])).toEqual([]);
  });

  it('find what lies near on the map, over the edge of a cell as well', () => {
    const at = (caseId: string, latitude: number): MeasuredReport => lamp(caseId, 0, { latitude, longitude: 4.36 });
    expect(said([at('a', 48.9599), at('b', 48.96001), at('c', 48.97)])).toEqual(['a b']);
  });

  it('say nothing of what is only a little alike', () => {
    const citizenId = 'ali';
    const other = { citizenId, processId: 'eclairage.lampadaire-casse' };
    expect(said([lamp('a', 0, { citizenId, quartier: null }), lamp('b', 1, other)])).toEqual([]);
    expect(said([lamp('a', 0, { citizenId }), lamp('b', 1, { citizenId })])).toEqual(['a b']);
  });
});
