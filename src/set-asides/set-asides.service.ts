import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { CaseFile } from '../../domain/case/case-file.js';
import { scopeOf } from '../../domain/people/permission.js';
import { CHANNEL_WORDS } from '../../domain/text/case-words.js';
import type { Actor } from '../auth/allow.js';
import { scopeSql } from '../auth/scope-sql.js';
import { printInstant } from '../calendar/read-instant.js';
import { CaseGate } from '../cases/case-gate.js';
import { Database } from '../database/database.js';
import { CASE_COLUMNS } from '../database/repositories/case-access.repository.js';
import {
  insertSetAside,
  listSetAsides,
  restore,
  setAsideOfKey,
} from '../database/repositories/set-asides.repository.js';
import { decodeKey } from '../http/cursor-key.js';
import { type Page, pageOf, type PageQuery } from '../http/pagination.js';
import { Refusal } from '../http/refusal.js';
import { DirectoryService } from '../people/directory.service.js';
import { namedPerson } from '../people/person-names.js';
import type { SetAsideDto } from './set-asides.dto.js';

/**
 * Undesirable messages. The case itself does not move: closing it would tell its sender, and would say of a citizen that
 * they withdrew. It leaves the lists of work, nothing is sent about it, and restoring it is always possible.
 */
@Injectable()
export class SetAsidesService {
  constructor(
    private readonly gate: CaseGate,
    private readonly database: Database,
    private readonly directory: DirectoryService,
  ) {}

  async list(actor: Actor, { cursor, limit }: PageQuery): Promise<Page<SetAsideDto>> {
    const after = decodeKey(cursor, ['instant', 'uuid']);
    const scope = scopeOf(actor, 'case.read');
    const rows = await listSetAsides(this.database, {
      limit,
      ...(after === undefined ? {} : { after }),
      scope: (first) => scopeSql(scope, CASE_COLUMNS, first),
    });
    const directory = await this.directory.current();
    return pageOf(rows, limit, ({ setAsideAt, id }) => [setAsideAt.toISOString(), id]).map((row) => ({
      id: row.id,
      caseId: row.caseId,
      caseNumber: row.caseNumber,
      channelWords: CHANNEL_WORDS[row.channel as CaseFile['channel']],
      receivedAt: printInstant(row.receivedAt.getTime()),
      by: namedPerson(directory, row.setAsideBy),
      at: printInstant(row.setAsideAt.getTime()),
      ...(row.words === null ? {} : { words: row.words }),
    }));
  }

  /** @throws Refusal `case.not-possible-now` where the request has its process: it is then closed with its reason */
  async setAside(actor: Actor, caseId: string, clientKey: string): Promise<void> {
    const { caseFile } = await this.gate.readCase(actor, caseId, 'task.qualify');
    const known = await setAsideOfKey(this.database, actor.personId, clientKey);
    if (known === caseId) return;
    if (known !== undefined) throw new Refusal('request.idempotency-key-reused');
    if (!caseFile.tasks.some(({ kind }) => kind === 'qualify')) throw new Refusal('case.not-possible-now');
    const { organisation, sector, revision } = caseFile;
    const one = { id: uuidv7(), caseId, organisation, sector, by: actor.personId, clientKey };
    await this.database.transaction((sql) => insertSetAside(sql, one, revision));
  }

  /** Back where it was, with the same clocks. What is not aside stays as it is. */
  async restore(actor: Actor, caseId: string): Promise<void> {
    const { caseFile } = await this.gate.readCase(actor, caseId, 'task.qualify');
    await this.database.transaction((sql) => restore(sql, caseId, actor.personId, caseFile.revision));
  }
}
