import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { personOf } from '../../domain/people/directory.js';
import type { Actor } from '../auth/allow.js';
import type { CaseNoteDto } from '../cases/case-contents.dto.js';
import { CaseGate } from '../cases/case-gate.js';
import { describeNote } from '../cases/describe-contents.js';
import { Database } from '../database/database.js';
import { notesOf } from '../database/repositories/case-contents.repository.js';
import { addNote } from '../database/repositories/notes.repository.js';
import { Page } from '../http/pagination.js';
import { Refusal } from '../http/refusal.js';
import { DirectoryService } from '../people/directory.service.js';
import type { NewNoteDto } from './notes.dto.js';

/** Notes between colleagues about a case: added, never changed. */
@Injectable()
export class NotesService {
  constructor(
    private readonly gate: CaseGate,
    private readonly database: Database,
    private readonly directory: DirectoryService,
  ) {}

  async list(actor: Actor, caseId: string): Promise<Page<CaseNoteDto>> {
    await this.gate.readCase(actor, caseId, 'case.read');
    const directory = await this.directory.current();
    const rows = await notesOf(this.database, caseId);
    return new Page(rows.map((row) => describeNote(row, directory)));
  }

  async add(
    actor: Actor,
    caseId: string,
    { body, mentions = [], clientKey }: NewNoteDto & { readonly clientKey: string },
  ): Promise<CaseNoteDto> {
    const { caseFile } = await this.gate.readCase(actor, caseId, 'case.note');
    const { organisation, sector, revision } = caseFile;
    const directory = await this.directory.current();
    const known = mentions.filter((id) => personOf(directory, id) !== undefined);
    if (known.length < mentions.length) throw new Refusal('person.not-found');
    const note = { id: uuidv7(), caseId, organisation, sector, author: actor.personId, body, mentions, clientKey };
    const row = await this.database.transaction((sql) => addNote(sql, note, revision));
    if (row.body !== body || row.caseId !== caseId) throw new Refusal('request.idempotency-key-reused');
    return describeNote(row, directory);
  }
}
