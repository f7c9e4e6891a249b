import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { FileDocuments } from '../adapters/file-documents.js';
import { pointOf, thumbnailOf } from '../adapters/pictures.js';
import type { Actor } from '../auth/allow.js';
import type { CaseDocumentDto } from '../cases/case-contents.dto.js';
import { CaseGate } from '../cases/case-gate.js';
import { describeDocument } from '../cases/describe-contents.js';
import { Database } from '../database/database.js';
import type { DocumentRow } from '../database/repositories/case-contents.repository.js';
import {
  documentOfKey,
  findDocument,
  insertDocument,
  type NewDocument,
} from '../database/repositories/documents.repository.js';
import type { PhoneUploadRow } from '../database/repositories/phone-uploads.repository.js';
import { tellScreens } from '../database/repositories/notes.repository.js';
import { Page } from '../http/pagination.js';
import { Refusal } from '../http/refusal.js';
import { DirectoryService } from '../people/directory.service.js';
import { caseContents } from '../database/repositories/case-contents.repository.js';
import { ScansService } from './scans.service.js';
import { Uploads } from './upload.js';

/** Who adds documents without signing in. */
const PUBLIC = 'citizen';

/** Papers and photographs: on a case, or sent before it exists. */
@Injectable()
export class DocumentsService {
  constructor(
    private readonly gate: CaseGate,
    private readonly database: Database,
    private readonly uploads: Uploads,
    private readonly files: FileDocuments,
    private readonly scans: ScansService,
    private readonly directory: DirectoryService,
  ) {}

  async list(actor: Actor, caseId: string): Promise<Page<CaseDocumentDto>> {
    await this.gate.readCase(actor, caseId, 'document.read');
    const directory = await this.directory.current();
    const { documents } = await caseContents(this.database, caseId);
    return new Page(documents.map((row) => describeDocument(row, directory)));
  }

  /** Adds a file to a case; what may not be added is not read. */
  async addToCase(
    actor: Actor,
    caseId: string,
    upload: { readonly request: Request; readonly clientKey: string },
  ): Promise<CaseDocumentDto> {
    const { caseFile } = await this.gate.readCase(actor, caseId, 'document.add');
    const { organisation, sector, revision } = caseFile;
    const row = await this.keep(upload, {
      addedBy: actor.personId,
      fromCitizen: false,
      of: { caseId, organisation, sector },
    });
    if (row.caseId !== caseId) throw new Refusal('request.idempotency-key-reused');
    await tellScreens(this.database, caseId, revision);
    return describeDocument(row, await this.directory.current());
  }

  /** Keeps a file for a request that is still being written; it is joined to its case when the request is sent. */
  async addBeforeCase(
    actor: Actor | undefined,
    upload: { readonly request: Request; readonly clientKey: string },
  ): Promise<CaseDocumentDto> {
    const row = await this.keep(upload, { addedBy: actor?.personId ?? PUBLIC, fromCitizen: actor === undefined });
    return describeDocument(row, await this.directory.current());
  }

  contentOf({ id }: DocumentRow): Promise<Readable> {
    return this.files.open(id);
  }

  /** A photograph in small. */
  async thumbnailOf({ id, type }: DocumentRow): Promise<Uint8Array> {
    const small = type.startsWith('image/') ? await thumbnailOf(await this.files.get(id)) : undefined;
    if (small === undefined) throw new Refusal('document.no-preview');
    return small;
  }

  /** Keeps what a telephone sends for the person at the desk, whose document it is. */
  async addByPhone(
    { id, openedBy, of }: PhoneUploadRow,
    upload: { readonly request: Request; readonly clientKey: string },
  ): Promise<CaseDocumentDto> {
    const owner = { addedBy: openedBy, fromCitizen: false, phoneUpload: id };
    const row = await this.keep(upload, of === null ? owner : { ...owner, of });
    if (of !== null) await tellScreens(this.database, of.caseId, of.revision);
    return describeDocument(row, await this.directory.current());
  }

  /** A document for whoever may read its case; one without a case, for the person who sent it. */
  async readable(actor: Actor, id: string): Promise<DocumentRow> {
    const row = await findDocument(this.database, id);
    if (row === undefined) throw new Refusal('document.not-found');
    if (row.caseId !== null) await this.gate.readCase(actor, row.caseId, 'document.read');
    else if (row.addedBy !== actor.personId) throw new Refusal('document.not-found');
    await this.scans.refuseUnsafe(id);
    return row;
  }

  private async keep(
    { request, clientKey }: { readonly request: Request; readonly clientKey: string },
    owner: Pick<NewDocument, 'addedBy' | 'fromCitizen' | 'of' | 'phoneUpload'>,
  ): Promise<DocumentRow> {
    const known = await documentOfKey(this.database, owner.addedBy, clientKey);
    if (known !== undefined) return known;
    const file = await this.uploads.receive(request);
    const point = file.type.startsWith('image/') ? await pointOf(await this.files.get(file.id)) : undefined;
    const document = { ...file, ...owner, clientKey, ...(point === undefined ? {} : { point }) };
    if (!(await insertDocument(this.database, document))) await this.files.remove(file.id);
    const row = await documentOfKey(this.database, owner.addedBy, clientKey);
    if (row === undefined) throw new Error('The document just written is not there');
    return row;
  }
}
