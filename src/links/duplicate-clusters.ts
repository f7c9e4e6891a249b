import type { ReportRow } from '../database/repositories/duplicates.repository.js';
import { likeness } from './likeness.js';

/** A report, and the metres within which its process takes two for one. */
export interface MeasuredReport {
  readonly report: ReportRow;
  readonly radius: number | undefined;
}

/** Reports that may be one: the oldest, and those that look like it. */
export interface Cluster {
  readonly principal: string;
  readonly members: readonly { readonly caseId: string; readonly reasons: readonly string[] }[];
}

/** Two reports further apart than that are two events. */
export const DAYS_APART = 30;
const APART_MS = DAYS_APART * 86_400_000;
/** One place, or one street or citizen with one process: less is shown on the page of a case, and nobody goes looking for it. */
const LIKELY = 4;
/** Degrees: wider than the radius of any process, so what is near lies in the same cell or in the next. */
const CELL = 0.01;

/**
 * Clusters of likely duplicates among these reports. Each hangs on its oldest report, so a long street does not chain its
 * reports into one; a report stands in one cluster at most. `settled`: pairs that somebody has judged.
 */
export function clustersOf(
  reports: readonly MeasuredReport[],
  settled: readonly (readonly [string, string])[],
): readonly Cluster[] {
  const judged = new Set(settled.map(([one, other]) => pairOf(one, other)));
  const sorted = [...reports].sort((one, other) => one.report.receivedAt.getTime() - other.report.receivedAt.getTime());
  const neighbours = neighboursOf(sorted);
  const taken = new Set<string>();
  return sorted.flatMap(({ report, radius }) => {
    if (taken.has(report.caseId)) return [];
    const members = neighbours(report)
      .filter(
        (other) =>
          !taken.has(other.caseId) && isLater(other, report) && !judged.has(pairOf(report.caseId, other.caseId)),
      )
      .flatMap((other) => {
        const like = likeness(report, other, radius);
        return like === undefined || like.score < LIKELY ? [] : [{ caseId: other.caseId, reasons: like.reasons }];
      });
    if (members.length === 0) return [];
    for (const { caseId } of [report, ...members]) taken.add(caseId);
    return [{ principal: report.caseId, members }];
  });
}

function isLater(other: ReportRow, report: ReportRow): boolean {
  const after = other.receivedAt.getTime() - report.receivedAt.getTime();
  return other.caseId !== report.caseId && after >= 0 && after <= APART_MS;
}

function pairOf(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/** Those that share a place, a street, a citizen or a corner of the map: all others cannot be alike, and are not compared. */
function neighboursOf(reports: readonly MeasuredReport[]): (report: ReportRow) => readonly ReportRow[] {
  const byKey = new Map<string, ReportRow[]>();
  for (const { report } of reports) {
    for (const key of [...sharedKeys(report), ...cellsOf(report, 0)]) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [report]);
      else known.push(report);
    }
  }
  return (report) => [
    ...new Set([...sharedKeys(report), ...cellsOf(report, 1)].flatMap((key) => byKey.get(key) ?? [])),
  ];
}

function sharedKeys({ theme, street, placeText, citizenId }: ReportRow): readonly string[] {
  const named = { street, placeText, citizenId };
  return Object.entries(named).flatMap(([name, value]) =>
    value === null || value === '' ? [] : [`${theme} ${name} ${value}`],
  );
}

/** The cell of a report, and so many around it. */
function cellsOf({ theme, latitude, longitude }: ReportRow, around: number): readonly string[] {
  if (latitude === null || longitude === null) return [];
  const [row, column] = [Math.floor(latitude / CELL), Math.floor(longitude / CELL)];
  const steps = Array.from({ length: 2 * around + 1 }, (_, index) => index - around);
  return steps.flatMap((down) => steps.map((right) => `${theme} cell ${String(row + down)} ${String(column + right)}`));
}
