import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { personOf } from '../../domain/people/directory.js';
import type { Actor } from '../auth/allow.js';
import { printInstant } from '../calendar/read-instant.js';
import { CaseGate } from '../cases/case-gate.js';
import { Database } from '../database/database.js';
import {
  deleteDraft,
  findDraft,
  insertDraft,
  listDrafts,
  shareDraft,
  updateDraft,
  type DraftRow,
} from '../database/repositories/drafts.repository.js';
import { decodeKey } from '../http/cursor-key.js';
import { type Page, pageOf } from '../http/pagination.js';
import { Refusal } from '../http/refusal.js';
import { DirectoryService } from '../people/directory.service.js';
import { namedPerson } from '../people/person-names.js';
import type { DraftContentDto, DraftDto, DraftQueryDto, NewDraftDto } from './drafts.dto.js';

/** What was typed and not sent yet: kept for its author and those they share it with. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly gate: CaseGate,
    private readonly database: Database,
    private readonly directory: DirectoryService,
  ) {}

  async list(actor: Actor, query: DraftQueryDto): Promise<Page<DraftDto>> {
    const { kind, caseId, limit, cursor } = query;
    const after = decodeKey(cursor, ['instant', 'uuid']);
    const rows = await listDrafts(this.database, {
      readers: readersOf(actor),
      limit,
      ...(kind === undefined ? {} : { kind }),
      ...(caseId === undefined ? {} : { caseId }),
      ...(after === undefined ? {} : { after }),
    });
    const describe = await this.describer();
    return pageOf(rows, limit, ({ updatedAt, id }) => [updatedAt.toISOString(), id]).map(describe);
  }

  async add(actor: Actor, draft: NewDraftDto, clientKey: string): Promise<DraftDto> {
    const { kind, caseId, taskId, title = '', body } = draft;
    if (caseId !== undefined) await this.gate.readCase(actor, caseId, 'draft.edit');
    const row = await insertDraft(this.database, {
      ...{ id: uuidv7(), owner: actor.personId, kind, title, body, clientKey },
      ...(caseId === undefined ? {} : { caseId }),
      ...(taskId === undefined ? {} : { taskId }),
    });
    return (await this.describer())(row);
  }

  async read(actor: Actor, id: string): Promise<DraftDto> {
    return (await this.describer())(await this.find(actor, id));
  }

  /** Writes what is typed over the version read. @throws Refusal `request.version-mismatch` with what is stored now */
  async write(actor: Actor, id: string, version: number, { title, body }: DraftContentDto): Promise<DraftDto> {
    const known = await this.find(actor, id);
    const written = await updateDraft(this.database, id, version, { title: title ?? known.title, body });
    return this.written(actor, id, written);
  }

  /** Only the author chooses who may go on writing. */
  async share(actor: Actor, id: string, version: number, sharedWith: readonly string[]): Promise<DraftDto> {
    const { owner } = await this.find(actor, id);
    if (owner !== actor.personId) throw new Refusal('auth.forbidden');
    const directory = await this.directory.current();
    const known = sharedWith.every(
      (one) => personOf(directory, one) !== undefined || directory.teams.some((team) => team.id === one),
    );
    if (!known) throw new Refusal('person.not-found');
    return this.written(actor, id, await shareDraft(this.database, id, version, sharedWith));
  }

  async remove(actor: Actor, id: string, version: number): Promise<void> {
    const { owner } = await this.find(actor, id);
    if (owner !== actor.personId) throw new Refusal('auth.forbidden');
    if (!(await deleteDraft(this.database, id, version))) await this.written(actor, id, undefined);
  }

  /** A draft about a case is read by whoever may still read the case. */
  private async find(actor: Actor, id: string): Promise<DraftRow> {
    const row = await findDraft(this.database, id, readersOf(actor));
    if (row === undefined) throw new Refusal('draft.not-found');
    if (row.caseId !== null && row.owner !== actor.personId) await this.gate.readCase(actor, row.caseId, 'case.read');
    return row;
  }

  private async written(actor: Actor, id: string, row: DraftRow | undefined): Promise<DraftDto> {
    if (row !== undefined) return (await this.describer())(row);
    throw new Refusal('request.version-mismatch', { current: await this.read(actor, id) });
  }

  private async describer(): Promise<(row: DraftRow) => DraftDto> {
    const directory = await this.directory.current();
    return ({ caseId, taskId, createdAt, updatedAt, ...row }) => ({
      ...row,
      ownerName: namedPerson(directory, row.owner).name,
      ...(caseId === null ? {} : { caseId }),
      ...(taskId === null ? {} : { taskId }),
      createdAt: printInstant(createdAt.getTime()),
      updatedAt: printInstant(updatedAt.getTime()),
    });
  }
}

function readersOf(actor: Actor): readonly string[] {
  const teams = actor.roles.flatMap(({ perimeter }) => (perimeter.team === undefined ? [] : [perimeter.team]));
  return [actor.personId, ...new Set(teams)];
}
