import { Injectable } from '@nestjs/common';
import { DocumentRefused } from '../../activities/ports/documents.js';
import { Clamd, NoVerdict } from '../adapters/clamd.js';
import { FileDocuments } from '../adapters/file-documents.js';
import { Config } from '../config/env.js';
import { Database } from '../database/database.js';
import {
  expectScan,
  expectScansOfOthers,
  forgetPendingScans,
  forgetScan,
  forgetScansOfErased,
  noteVerdict,
  scanStateOf,
  syncAntivirusIncident,
  takeScan,
} from '../database/repositories/file-scans.repository.js';
import { tellScreens } from '../database/repositories/notes.repository.js';
import { Refusal } from '../http/refusal.js';

/** A file is scanned within seconds; after so long, somebody must look. */
const LATE_MINUTES = 15;
const OTHERS_AT_ONCE = 1000;

/** Every file passes the antivirus of the town, where it has one, before anybody opens it. */
@Injectable()
export class ScansService {
  private readonly clamd: Clamd | undefined;

  constructor(
    config: Config,
    private readonly database: Database,
    private readonly files: FileDocuments,
  ) {
    this.clamd = config.antivirus === undefined ? undefined : new Clamd(config.antivirus);
  }

  async expect(file: string): Promise<void> {
    if (this.clamd !== undefined) await expectScan(this.database, file);
  }

  /** What must pass before a file is opened by anybody. @throws Refusal */
  async refuseUnsafe(file: string): Promise<void> {
    const state = await scanStateOf(this.database, file);
    if (state === 'blocked') throw new Refusal('document.blocked');
    if (state === 'pending') throw new Refusal('document.being-scanned');
  }

  /** An antivirus that does not answer is an incident; a town without one asks nothing every few seconds. */
  async watch(): Promise<void> {
    if (this.clamd !== undefined) await syncAntivirusIncident(this.database, LATE_MINUTES);
  }

  /** One that was taken away is awaited by nobody. */
  async tidy(): Promise<void> {
    await forgetScansOfErased(this.database);
    if (this.clamd !== undefined) {
      await expectScansOfOthers(this.database, OTHERS_AT_ONCE);
      return;
    }
    await forgetPendingScans(this.database);
    await syncAntivirusIncident(this.database, LATE_MINUTES);
  }

  /** Scans the next file. @returns false where none is due, or nobody answers */
  async scanNext(): Promise<boolean> {
    if (this.clamd === undefined) return false;
    const file = await takeScan(this.database);
    if (file === undefined) return false;
    try {
      const verdict = await this.clamd.scan(await this.files.open(file));
      const found = await noteVerdict(this.database, file, verdict);
      if (found !== undefined) await tellScreens(this.database, found.caseId, found.revision);
      return true;
    } catch (error) {
      if (error instanceof NoVerdict) return false;
      if (!(error instanceof DocumentRefused)) throw error;
      await forgetScan(this.database, file);
      return true;
    }
  }
}
