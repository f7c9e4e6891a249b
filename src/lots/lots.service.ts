import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { scopeOf } from '../../domain/people/permission.js';
import type { RefusalCode } from '../../domain/refusals.js';
import type { Actor } from '../auth/allow.js';
import { scopeSql, type SqlCondition } from '../auth/scope-sql.js';
import { CaseListService } from '../cases/case-list.service.js';
import { Database } from '../database/database.js';
import { CASE_COLUMNS } from '../database/repositories/case-access.repository.js';
import {
  findLot,
  insertLot,
  listLots,
  lotCandidates,
  lotItems,
  queueItems,
  type LotCandidate,
  type LotKind,
  type LotRow,
  type NewLot,
} from '../database/repositories/lots.repository.js';
import { listAttention } from '../database/repositories/supervision.repository.js';
import { definedOf } from '../http/defined-of.js';
import { Refusal } from '../http/refusal.js';
import { DirectoryService } from '../people/directory.service.js';
import { SupervisionService } from '../supervision/supervision.service.js';
import { describeLot, isUndoable, summaryOf } from './describe-lot.js';
import { LOT_ACTIONS } from './lot-actions.js';
import { LotRunner } from './lot-runner.js';
import { LARGEST_LOT, type LotDto, type LotSummaryDto, type NewLotDto } from './lots.dto.js';

/** One act on many cases: the list is frozen and shown, then run; each case has its own result. */
@Injectable()
export class LotsService {
  constructor(
    private readonly database: Database,
    private readonly directory: DirectoryService,
    private readonly supervision: SupervisionService,
    private readonly runner: LotRunner,
    private readonly cases: CaseListService,
  ) {}

  async list(actor: Actor): Promise<readonly LotSummaryDto[]> {
    const directory = await this.directory.current();
    const lots = await listLots(this.database, actor.personId);
    return lots.map((lot) => summaryOf(lot, { total: lot.total, done: lot.done, failed: lot.failed }, directory));
  }

  /** Freezes the list, and says what would be done with each case. */
  async prepare(actor: Actor, given: NewLotDto, clientKey: string): Promise<LotDto> {
    const params = paramsOf(given);
    const ids = given.caseIds ?? (await this.idsOf(actor, given));
    const candidates = await lotCandidates(this.database, ids, scopeFor(actor, given.kind));
    const items = candidates.map((candidate) => itemOf(candidate, given.kind));
    const id = await this.database.transaction((sql) =>
      insertLot(sql, { id: uuidv7(), kind: given.kind, owner: actor.personId, params, clientKey, items }),
    );
    return this.read(actor, id);
  }

  /** The lot that takes this one back, shown before it runs: the cases that it moved, and where each was. */
  async prepareUndo(actor: Actor, id: string, clientKey: string): Promise<LotDto> {
    const { state, kind } = await this.find(actor, id);
    if (state === 'running') throw new Refusal('lot.already-running');
    const moved = new Map((await lotItems(this.database, id)).filter(isUndoable).map((item) => [item.caseId, item]));
    if (kind !== 'reassign' || moved.size === 0) throw new Refusal('lot.not-undoable');
    const candidates = await lotCandidates(this.database, [...moved.keys()], scopeFor(actor, 'undo'));
    const items = candidates.map((candidate) => {
      const item = itemOf(candidate, 'undo');
      const { before, after } = moved.get(candidate.caseId)?.preview ?? {};
      return { ...item, preview: { ...item.preview, ...definedOf({ before, after }) } };
    });
    const lot = {
      id: uuidv7(),
      kind: 'undo' as const,
      owner: actor.personId,
      params: { undoes: id },
      clientKey,
      items,
    };
    const undo = await this.database.transaction((sql) => insertLot(sql, lot));
    return this.read(actor, undo);
  }

  async read(actor: Actor, id: string): Promise<LotDto> {
    const lot = await this.find(actor, id);
    return describeLot(lot, await lotItems(this.database, id), await this.directory.current());
  }

  /** Runs what the person has seen. Asked twice, it runs once. */
  async run(actor: Actor, id: string): Promise<LotDto> {
    const lot = await this.find(actor, id);
    if (lot.state === 'prepared') await this.queue(lot, 'waiting');
    return this.read(actor, id);
  }

  /** Tries what failed again, and nothing else. */
  async retry(actor: Actor, id: string): Promise<LotDto> {
    const lot = await this.find(actor, id);
    if (lot.state === 'running') throw new Refusal('lot.already-running');
    await this.queue(lot, 'failed');
    return this.read(actor, id);
  }

  private async queue(lot: LotRow, from: 'waiting' | 'failed'): Promise<void> {
    await this.database.transaction((sql) => queueItems(sql, lot, from));
    this.runner.start();
  }

  private async find(actor: Actor, id: string): Promise<LotRow> {
    const lot = await findLot(this.database, id, actor.personId);
    if (lot === undefined) throw new Refusal('lot.not-found');
    return lot;
  }

  private async idsOf(actor: Actor, { filter, search, kind }: NewLotDto): Promise<readonly string[]> {
    if (search !== undefined) return this.cases.idsOf(actor, search, LARGEST_LOT);
    if (filter === undefined) throw missing('/caseIds', 'Choisissez au moins une demande.');
    const { day } = await this.supervision.today(actor);
    const rows = await listAttention(this.database, {
      ...filter,
      today: day,
      limit: LARGEST_LOT - 1,
      scope: scopeFor(actor, kind),
    });
    return rows.map(({ caseId }) => caseId);
  }
}

function scopeFor(actor: Actor, kind: LotKind): (firstParameter: number) => SqlCondition {
  const scope = scopeOf(actor, LOT_ACTIONS[kind]);
  return (first) => scopeSql(scope, CASE_COLUMNS, first);
}

/** A case as it was seen when the lot was made. */
function itemOf(candidate: LotCandidate, kind: LotKind): NewLot['items'][number] {
  const code = obstacleOf(candidate, kind);
  const { caseId, organisation, sector, caseNumber, sensitive, title, holders, teams } = candidate;
  return {
    ...{ caseId, organisation, sector },
    state: code === undefined ? 'waiting' : 'excluded',
    code: code ?? null,
    preview: { caseNumber, ...(sensitive ? {} : { title }), from: holders.length > 0 ? holders : teams },
  };
}

function obstacleOf({ status, tasks, allowed, holders, teams }: LotCandidate, kind: LotKind): RefusalCode | undefined {
  if (!allowed) return 'auth.forbidden';
  if (status !== 'open') return 'case.closed';
  if (tasks === 0) return 'lot.no-open-task';
  return kind === 'remind' && holders.length === 0 && teams.length === 0 ? 'lot.nobody-to-remind' : undefined;
}

function paramsOf({ kind, message, reassign }: NewLotDto): Readonly<Record<string, string>> {
  if (kind === 'remind') return message === undefined || message === '' ? {} : { message };
  const params = Object.fromEntries(
    Object.entries(reassign ?? {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
    ),
  );
  if (params['holder'] === undefined && params['department'] === undefined && params['team'] === undefined)
    throw missing('/reassign', 'Dites à qui, ou à quel service, ces demandes passent.');
  return params;
}

function missing(pointer: string, detail: string): Refusal {
  return new Refusal('request.invalid', { faults: [{ pointer, code: 'missing', detail }] });
}
