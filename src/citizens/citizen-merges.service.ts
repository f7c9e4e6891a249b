import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Directory } from '../../domain/people/directory.js';
import type { Actor } from '../auth/allow.js';
import { printInstant } from '../calendar/read-instant.js';
import { Database, type Sql } from '../database/database.js';
import { recordCitizenEvent } from '../database/repositories/citizen-events.repository.js';
import {
  casesReached,
  findMerge,
  mergeCitizens,
  mergeOfKey,
  mergesInto,
  unmergeCitizens,
  type MergeRow,
} from '../database/repositories/citizen-merges.repository.js';
import {
  citizensLike,
  updateCitizen,
  type CitizenChange,
  type CitizenSheetRow,
} from '../database/repositories/citizens.repository.js';
import { Refusal } from '../http/refusal.js';
import { DirectoryService } from '../people/directory.service.js';
import { namedPerson } from '../people/person-names.js';
import type { CitizenMergeDto, LikelySameDto, NewMergeDto } from './citizen-merges.dto.js';
import { citizenDto, CitizensService, scopeFor } from './citizens.service.js';
import { likelySame } from './likely-same.js';

const MOST_SUGGESTED = 10;

/** Two records of one person: found with their reasons, merged field by field, and taken apart again within thirty days. */
@Injectable()
export class CitizenMergesService {
  constructor(
    private readonly database: Database,
    private readonly citizens: CitizensService,
    private readonly directory: DirectoryService,
  ) {}

  /** Records of the same sector that may be the same person, the likeliest first. */
  async likely(actor: Actor, id: string): Promise<readonly LikelySameDto[]> {
    const mine = await this.citizens.find(actor, 'citizen.read', id);
    if (mine.mergedInto !== null) return [];
    const rows = await citizensLike(this.database, mine, scopeFor(actor, 'citizen.read'));
    return rows
      .flatMap((row) => {
        const like = likelySame(mine, row);
        return like === undefined ? [] : [{ citizen: citizenDto(row), ...like }];
      })
      .sort((one, other) => other.score - one.score)
      .slice(0, MOST_SUGGESTED)
      .map(({ citizen, reasons, byContact }) => ({ citizen, reasons, byContact }));
  }

  async list(actor: Actor, id: string): Promise<readonly CitizenMergeDto[]> {
    await this.citizens.find(actor, 'citizen.read', id);
    const directory = await this.directory.current();
    return (await mergesInto(this.database, id)).map((row) => mergeDto(row, directory));
  }

  /**
   * Merges another record into this one, once for a key. Whoever merges must reach every case of both: cases change hands.
   * @throws Refusal `citizen.other-sector`, `citizen.beyond-reach`, `citizen.merged`, `request.version-mismatch`
   */
  async merge(
    actor: Actor,
    id: string,
    { version, clientKey, ...asked }: NewMergeDto & { readonly version: number; readonly clientKey: string },
  ): Promise<CitizenMergeDto> {
    const known = await mergeOfKey(this.database, actor.personId, clientKey);
    if (known === undefined) await this.mergeAnew(actor, id, { version, clientKey, ...asked });
    else if (known.keptId !== id || known.mergedId !== asked.mergedId)
      throw new Refusal('request.idempotency-key-reused');
    const made = await mergeOfKey(this.database, actor.personId, clientKey);
    if (made === undefined) throw new Error('The merge just written is not there');
    return mergeDto(made, await this.directory.current());
  }

  private async mergeAnew(
    actor: Actor,
    keptId: string,
    asked: NewMergeDto & { readonly version: number; readonly clientKey: string },
  ): Promise<void> {
    const { mergedId, mergedVersion, taken, version, clientKey } = asked;
    if (keptId === mergedId) throw new Refusal('citizen.itself');
    const kept = await this.citizens.findToEdit(actor, keptId);
    const merged = await this.citizens.findToEdit(actor, mergedId);
    if (kept.sector !== merged.sector || kept.organisation !== merged.organisation)
      throw new Refusal('citizen.other-sector');
    await this.mustReachAll(actor, [keptId, mergedId]);
    if (merged.version !== mergedVersion)
      throw new Refusal('request.version-mismatch', { current: citizenDto(merged) });
    const before = sheetOf(kept);
    await this.database.transaction(async (sql) => {
      const written = await updateCitizen(sql, keptId, version, { ...before, ...fieldsOf(merged, taken) });
      if (!written) throw new Refusal('request.version-mismatch', { current: citizenDto(kept) });
      await mergeCitizens(sql, { id: uuidv7(), keptId, mergedId, taken, before, mergedBy: actor.personId, clientKey });
      await recordBoth(sql, actor, { kind: 'merged', keptId, mergedId });
    });
  }

  /** Takes two records apart again. @throws Refusal `citizen.merge-not-found`, `citizen.undo-too-late` */
  async undo(actor: Actor, keptId: string, mergeId: string): Promise<CitizenMergeDto> {
    const kept = await this.citizens.findToEdit(actor, keptId);
    await this.mustReachAll(actor, [keptId]);
    await this.database.transaction(async (sql) => {
      const merge = await findMerge(sql, mergeId);
      if (merge?.keptId !== keptId || merge.undoneAt !== null) throw new Refusal('citizen.merge-not-found');
      if (merge.undoUntil.getTime() < Date.now()) throw new Refusal('citizen.undo-too-late');
      const merged = await this.citizens.find(actor, 'citizen.read', merge.mergedId);
      await updateCitizen(sql, keptId, kept.version, restored(kept, merged, merge));
      await unmergeCitizens(sql, merge, actor.personId);
      await recordBoth(sql, actor, { kind: 'unmerged', keptId, mergedId: merge.mergedId });
    });
    const [made] = (await mergesInto(this.database, keptId)).filter(({ id }) => id === mergeId);
    if (made === undefined) throw new Refusal('citizen.merge-not-found');
    return mergeDto(made, await this.directory.current());
  }

  private async mustReachAll(actor: Actor, citizens: readonly string[]): Promise<void> {
    const { all, reached } = await casesReached(this.database, citizens, scopeFor(actor, 'citizen.merge'));
    if (reached < all) throw new Refusal('citizen.beyond-reach');
  }
}

/** The fields of a record by themselves. */
function sheetOf(row: CitizenSheetRow): CitizenChange {
  const { kind, firstName, lastName, birthName, email, phone, address, preferredChannel, language, wishes } = row;
  return { kind, firstName, lastName, birthName, email, phone, address, preferredChannel, language, wishes };
}

function fieldsOf(row: CitizenChange, fields: NewMergeDto['taken']): Partial<CitizenChange> {
  return Object.fromEntries(fields.map((field) => [field, row[field]]));
}

/** What was taken goes back to what it was, unless somebody corrected it since. */
function restored(kept: CitizenSheetRow, merged: CitizenSheetRow, { taken, before }: MergeRow): CitizenChange {
  const untouched = taken.filter((field) => JSON.stringify(kept[field]) === JSON.stringify(merged[field]));
  return { ...sheetOf(kept), ...fieldsOf(before, untouched) };
}

async function recordBoth(
  sql: Sql,
  { personId }: Actor,
  {
    kind,
    keptId,
    mergedId,
  }: { readonly kind: 'merged' | 'unmerged'; readonly keptId: string; readonly mergedId: string },
): Promise<void> {
  await recordCitizenEvent(sql, { citizenId: keptId, actor: personId, kind, detail: { other: mergedId } });
  await recordCitizenEvent(sql, { citizenId: mergedId, actor: personId, kind, detail: { other: keptId } });
}

function mergeDto(row: MergeRow, directory: Directory): CitizenMergeDto {
  const { id, mergedId, cases, mergedBy, mergedAt, undoUntil, undoneBy, undoneAt } = row;
  return {
    id,
    mergedId,
    cases: cases.length,
    mergedBy: namedPerson(directory, mergedBy),
    mergedAt: printInstant(mergedAt.getTime()),
    undoUntil: printInstant(undoUntil.getTime()),
    ...(undoneBy === null ? {} : { undoneBy: namedPerson(directory, undoneBy) }),
    ...(undoneAt === null ? {} : { undoneAt: printInstant(undoneAt.getTime()) }),
  };
}
