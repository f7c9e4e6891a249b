import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../auth/allow.js';
import { printInstant } from '../calendar/read-instant.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { Database } from '../database/database.js';
import {
  insertSheetReport,
  listSheetReports,
  treatSheetReport,
  type SheetReportRow,
} from '../database/repositories/sheet-reports.repository.js';
import { decodeKey } from '../http/cursor-key.js';
import { type Page, pageOf } from '../http/pagination.js';
import { Refusal } from '../http/refusal.js';
import { DirectoryService } from '../people/directory.service.js';
import { namedPerson } from '../people/person-names.js';
import type { SheetReportDto, SheetReportQueryDto } from './sheet-reports.dto.js';

/** Whoever answers citizens with a sheet says what is wrong in it; its designers mend it and say so. */
@Injectable()
export class SheetReportsService {
  constructor(
    private readonly database: Database,
    private readonly catalog: CatalogService,
    private readonly directory: DirectoryService,
  ) {}

  async list({ state, processId, limit, cursor }: SheetReportQueryDto): Promise<Page<SheetReportDto>> {
    const after = decodeKey(cursor, ['instant', 'uuid']);
    const rows = await listSheetReports(this.database, {
      state,
      limit,
      ...(processId === undefined ? {} : { processId }),
      ...(after === undefined ? {} : { after }),
    });
    const describe = await this.describer();
    return pageOf(rows, limit, ({ createdAt, id }) => [createdAt.toISOString(), id]).map(describe);
  }

  async add(
    actor: Actor,
    processId: string,
    { text, clientKey }: { readonly text: string; readonly clientKey: string },
  ): Promise<SheetReportDto> {
    const published = await this.catalog.get(processId);
    if (published === undefined) throw new Refusal('process.not-found');
    const { version } = published.definition;
    const report = { id: uuidv7(), processId, version, author: actor.personId, body: text, clientKey };
    const row = await insertSheetReport(this.database, report);
    if (row.processId !== processId || row.body !== text) throw new Refusal('request.idempotency-key-reused');
    return (await this.describer())(row);
  }

  async treat(actor: Actor, id: string): Promise<SheetReportDto> {
    const row = await treatSheetReport(this.database, id, actor.personId);
    if (row === undefined) throw new Refusal('sheet.report-not-found');
    return (await this.describer())(row);
  }

  private async describer(): Promise<(row: SheetReportRow) => SheetReportDto> {
    const [directory, titles] = await Promise.all([this.directory.current(), this.catalog.titles()]);
    return ({ id, processId, version, author, body, createdAt, treatedAt, treatedBy }) => ({
      id,
      process: { id: processId, name: titles.get(processId) ?? processId },
      version,
      text: body,
      by: namedPerson(directory, author),
      at: printInstant(createdAt.getTime()),
      ...(treatedAt === null ? {} : { treatedAt: printInstant(treatedAt.getTime()) }),
      ...(treatedBy === null ? {} : { treatedBy: namedPerson(directory, treatedBy) }),
    });
  }
}
