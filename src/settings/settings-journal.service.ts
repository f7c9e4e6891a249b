import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../auth/allow.js';
import { printInstant } from '../calendar/read-instant.js';
import { Database, type Sql } from '../database/database.js';
import {
  insertSettingsChange,
  listSettingsChanges,
  type ChangedField,
} from '../database/repositories/settings.repository.js';
import { decodeKey } from '../http/cursor-key.js';
import { type Page, pageOf, type PageQuery } from '../http/pagination.js';
import { DirectoryService } from '../people/directory.service.js';
import { namedPerson } from '../people/person-names.js';
import type { SettingsChangeDto } from './settings.dto.js';

/** Who changed what of the town's settings, and from what to what. */
@Injectable()
export class SettingsJournalService {
  constructor(
    private readonly database: Database,
    private readonly directory: DirectoryService,
  ) {}

  /** In the transaction of the change itself; a change that changes nothing leaves no line. */
  async write(
    sql: Sql,
    actor: Actor,
    change: { readonly subject: string; readonly label: string; readonly fields: readonly ChangedField[] },
  ): Promise<void> {
    const fields = change.fields.filter(({ before, after }) => before !== after);
    if (fields.length === 0) return;
    await insertSettingsChange(sql, { ...change, fields, id: uuidv7(), personId: actor.personId });
  }

  async list({ cursor, limit }: PageQuery): Promise<Page<SettingsChangeDto>> {
    const after = decodeKey(cursor, ['instant', 'uuid']);
    const [rows, directory] = await Promise.all([
      listSettingsChanges(this.database, { limit, ...(after === undefined ? {} : { after }) }),
      this.directory.current(),
    ]);
    return pageOf(rows, limit, ({ at, id }) => [at.toISOString(), id]).map(({ id, label, at, personId, fields }) => ({
      id,
      label,
      at: printInstant(at.getTime()),
      by: namedPerson(directory, personId),
      fields,
    }));
  }
}
