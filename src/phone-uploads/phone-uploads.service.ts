import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor } from '../auth/allow.js';
import { PersonDirectory } from '../auth/person-directory.js';
import { printInstant } from '../calendar/read-instant.js';
import type { CaseDocumentDto } from '../cases/case-contents.dto.js';
import { CaseGate } from '../cases/case-gate.js';
import { describeDocument } from '../cases/describe-contents.js';
import { Config } from '../config/env.js';
import { Database } from '../database/database.js';
import {
  awaitPhoneFile,
  closePhoneUpload,
  documentsByPhone,
  findPhoneUpload,
  forgetPhoneFiles,
  isPhoneFileAnnounced,
  openPhoneUpload,
  phoneUploadOfSecret,
  type PhoneUploadRow,
} from '../database/repositories/phone-uploads.repository.js';
import { DocumentsService } from '../documents/documents.service.js';
import { digestOfSecret, newAddressSecret } from '../http/address-secret.js';
import { Refusal } from '../http/refusal.js';
import { DirectoryService } from '../people/directory.service.js';
import type { OpenedPhoneUploadDto, PhonePageDto, PhoneUploadDto } from './phone-uploads.dto.js';

/** Bytes of the secret in the address: nobody guesses it, and the code stays small enough to be read on a screen. */
const SECRET_BYTES = 18;
/** Long enough to find one's telephone and photograph a few papers; a photograph of the screen is soon worth nothing. */
const OPEN_MINUTES = 15;
const FILES_AT_MOST = 20;

/**
 * « Scanner avec mon téléphone »: a page without signing in, by which files go to one case, or to the request that its
 * owner is writing. It takes files and shows none.
 */
@Injectable()
export class PhoneUploadsService {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly people: PersonDirectory,
    private readonly directory: DirectoryService,
    private readonly documents: DocumentsService,
    private readonly config: Config,
  ) {}

  /** Opens the page of this id, or opens it again under another secret. */
  async open(actor: Actor, id: string, caseId: string | undefined): Promise<OpenedPhoneUploadDto> {
    const secret = newAddressSecret(SECRET_BYTES);
    const of = caseId === undefined ? {} : { of: (await this.gate.readCase(actor, caseId, 'document.add')).caseFile };
    const page = { id, digest: digestOfSecret(secret), openedBy: actor.personId, minutes: OPEN_MINUTES, ...of };
    const closesAt = await openPhoneUpload(this.database, page);
    if (closesAt === undefined) throw new Refusal('phone.not-found');
    // After the #: browsers send it to nobody, so that no log of a proxy holds it.
    return { address: `${this.config.publicUrl}/depot#${secret}`, closesAt: printInstant(closesAt.getTime()) };
  }

  async read(actor: Actor, id: string): Promise<PhoneUploadDto> {
    const { closesAt, closed, coming, failed } = await this.own(actor, id);
    const rows = await documentsByPhone(this.database, id);
    const directory = await this.directory.current();
    return {
      closesAt: printInstant(closesAt.getTime()),
      closed,
      documents: rows.map((row) => describeDocument(row, directory)),
      coming,
      failed,
    };
  }

  async close(actor: Actor, id: string): Promise<void> {
    await this.own(actor, id);
    await closePhoneUpload(this.database, id);
  }

  async awaitNothing(actor: Actor, id: string): Promise<void> {
    await this.own(actor, id);
    await forgetPhoneFiles(this.database, id);
  }

  /** A file that was announced while the page was open is taken after it was closed too. */
  async announce(secret: string, file: { readonly key: string; readonly failed: boolean }): Promise<void> {
    const page = await this.openFor(secret, file.key);
    const isNew = !(await isPhoneFileAnnounced(this.database, page.id, file.key));
    if (isNew && page.received + page.coming >= FILES_AT_MOST) throw new Refusal('phone.full');
    await awaitPhoneFile(this.database, page.id, file);
  }

  async giveUp(secret: string, key: string): Promise<void> {
    const { id } = await this.openFor(secret, key);
    await forgetPhoneFiles(this.database, id, key);
  }

  async page(secret: string): Promise<PhonePageDto> {
    const { of, closesAt, received, closed } = await this.known(secret);
    if (closed) throw new Refusal('phone.closed');
    return {
      ...(of === null ? {} : { caseNumber: of.caseNumber }),
      closesAt: printInstant(closesAt.getTime()),
      received,
      atMost: FILES_AT_MOST,
    };
  }

  /** What is sent by a closed page is not even read. */
  async receive(
    secret: string,
    upload: { readonly request: Request; readonly clientKey: string },
  ): Promise<CaseDocumentDto> {
    const opened = await this.openFor(secret, upload.clientKey);
    if (opened.received >= FILES_AT_MOST) throw new Refusal('phone.full');
    return this.documents.addByPhone(opened, upload);
  }

  /** @throws Refusal `phone.closed` also where it never was, or its owner no longer works here */
  private async known(secret: string): Promise<PhoneUploadRow> {
    const row = await phoneUploadOfSecret(this.database, digestOfSecret(secret));
    if (row === undefined || (await this.people.find(row.openedBy)) === undefined) throw new Refusal('phone.closed');
    return row;
  }

  /** The page while it is open; once closed, for a file that was announced before. @throws Refusal `phone.closed` */
  private async openFor(secret: string, key: string): Promise<PhoneUploadRow> {
    const row = await this.known(secret);
    if (row.closed && !(await isPhoneFileAnnounced(this.database, row.id, key))) throw new Refusal('phone.closed');
    return row;
  }

  private async own(actor: Actor, id: string): Promise<PhoneUploadRow> {
    const row = await findPhoneUpload(this.database, id);
    if (row?.openedBy !== actor.personId) throw new Refusal('phone.not-found');
    return row;
  }
}
