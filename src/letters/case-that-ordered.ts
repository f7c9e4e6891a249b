import { setTimeout as wait } from 'node:timers/promises';
import type { CaseFile } from '../../domain/case/case-file.js';
import type { Sql } from '../database/database.js';
import { findCaseFile } from '../database/repositories/cases.repository.js';

const LOOKS = 20;
const EVERY_MS = 100;

/**
 * The stored case, once it has heard of the effect. The engine orders an effect the moment it takes a command, and whoever
 * sent the command stores the revision afterwards: read too early, the case knows nothing of what is to be told.
 * @throws Error where it is still not there: the activity is tried again, later each time
 */
export async function caseThatOrdered(sql: Sql, caseId: string, effectId: string): Promise<CaseFile> {
  const ordered = Number(effectId.slice(effectId.lastIndexOf('.e') + 2));
  for (let look = 1; look <= LOOKS; look++) {
    const caseFile = await findCaseFile(sql, caseId);
    if (caseFile === undefined) throw new Error(`No case ${caseId}`);
    if (caseFile.counters.effect >= ordered) return caseFile;
    await wait(EVERY_MS);
  }
  throw new Error(`The revision that ordered ${effectId} is not stored yet`);
}
