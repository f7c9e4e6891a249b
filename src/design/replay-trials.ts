import type { Directory } from '../../domain/people/directory.js';
import type { Calendars } from '../../domain/time/calendar.js';
import type { Sql } from '../database/database.js';
import {
  listTrials,
  recordReplay,
  type TrialDifference,
  type TrialRow,
} from '../database/repositories/process-trials.repository.js';
import type { PublishedVersion } from '../database/repositories/process-versions.repository.js';
import type { BenchDto } from './design.dto.js';
import { playCase } from './play-case.js';
import { differencesOf, expectedOf, type ExpectedFrame } from './trial-result.js';

/** The town in which trials are replayed. */
export interface TrialTown {
  readonly calendars: Calendars;
  readonly directory: Directory;
  readonly published: readonly PublishedVersion[];
}

/** What the play of a trial gives today; a play that cannot be played is a difference, never a failure of the caller. */
export function replay(
  { play, expected }: Pick<TrialRow, 'play' | 'expected'>,
  version: PublishedVersion,
  town: TrialTown,
): { readonly given: readonly ExpectedFrame[]; readonly differences: readonly TrialDifference[] } {
  try {
    const given = expectedOf(playCase({ ...town, version }, play as BenchDto).frames);
    return { given, differences: differencesOf(expected as readonly ExpectedFrame[], given) };
  } catch {
    const words = 'l’essai ne peut plus être joué sur cette version';
    return { given: [], differences: [{ step: 0, title: 'La demande arrive', words }] };
  }
}

/**
 * Replays kept trials on the versions in force and keeps what each gave. Without `processId`, only those of a version that they
 * were not played on yet: what a publication asks. @returns how many were replayed, and the processes whose trials part
 */
export async function replayTrials(
  sql: Sql,
  town: TrialTown,
  processId?: string,
): Promise<{ readonly replayed: number; readonly failed: readonly string[] }> {
  const failed = new Set<string>();
  let replayed = 0;
  for (const trial of await listTrials(sql, processId)) {
    const version = town.published.find((one) => one.processId === trial.processId);
    if (version === undefined || (processId === undefined && version.hash === trial.replayedHash)) continue;
    const { differences } = replay(trial, version, town);
    await recordReplay(sql, trial.id, { hash: version.hash, version: version.version, differences });
    replayed++;
    if (differences.length > 0) failed.add(version.title);
  }
  return { replayed, failed: [...failed] };
}
