import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { FileDocuments } from '../adapters/file-documents.js';
import type { Actor } from '../auth/allow.js';
import { Database } from '../database/database.js';
import { findArrete, putArrete, type ArreteRow } from '../database/repositories/delegation-arretes.repository.js';
import { ScansService } from '../documents/scans.service.js';
import { Uploads } from '../documents/upload.js';
import { Refusal } from '../http/refusal.js';
import { DelegationsService } from './delegations.service.js';

const PDF = 'application/pdf';

/** The arrêté itself, as it was signed and published: what a delegation rests on. */
@Injectable()
export class ArretesService {
  constructor(
    private readonly database: Database,
    private readonly delegations: DelegationsService,
    private readonly uploads: Uploads,
    private readonly files: FileDocuments,
    private readonly scans: ScansService,
  ) {}

  /** Takes the PDF of a delegation, in place of the one before. */
  async put(actor: Actor, delegationId: string, request: Request): Promise<void> {
    await this.delegations.editable(actor, delegationId);
    const file = await this.uploads.receive(request);
    if (file.type !== PDF) {
      await this.files.remove(file.id);
      throw new Refusal('document.type-refused');
    }
    const before = await findArrete(this.database, delegationId);
    const { id: documentId, name, size } = file;
    await putArrete(this.database, { delegationId, documentId, name, size, addedBy: actor.personId });
    if (before !== undefined) await this.files.remove(before.documentId);
  }

  async open(delegationId: string): Promise<{ readonly row: ArreteRow; readonly content: Readable }> {
    const row = await findArrete(this.database, delegationId);
    if (row === undefined) throw new Refusal('document.not-found');
    await this.scans.refuseUnsafe(row.documentId);
    return { row, content: await this.files.open(row.documentId) };
  }
}
