import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Directory } from '../../domain/people/directory.js';
import type { Actor } from '../auth/allow.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { searchProcesses } from '../catalog/process-search.js';
import { Database } from '../database/database.js';
import { countSheetUse, sheetUses } from '../database/repositories/sheet-uses.repository.js';
import {
  countUnanswered,
  foldedWords,
  listUnanswered,
  markUnanswered,
  namesAmong,
  type SearchMark,
  type UnansweredSearchRow,
} from '../database/repositories/unanswered-searches.repository.js';
import { decodeKey } from '../http/cursor-key.js';
import { type Page, pageOf } from '../http/pagination.js';
import { Refusal } from '../http/refusal.js';
import { DirectoryService } from '../people/directory.service.js';
import { namedPerson } from '../people/person-names.js';
import type { SheetUseDto, UnansweredQueryDto, UnansweredSearchDto } from './catalog-uses.dto.js';
import { withoutPersons, wordsToKeep } from './plain-words.js';

/** The days over which uses are told. */
const DAYS = 30;

/** How the catalogue serves those who answer; its designers read what is used, and what is looked for in vain. */
@Injectable()
export class CatalogUsesService {
  constructor(
    private readonly database: Database,
    private readonly catalog: CatalogService,
    private readonly calendars: CalendarService,
    private readonly directory: DirectoryService,
  ) {}

  async list(processId?: string): Promise<readonly SheetUseDto[]> {
    const [rows, titles] = await Promise.all([sheetUses(this.database, DAYS, processId), this.catalog.titles()]);
    return rows.map(({ processId: id, read, answeredAtOnce }) => ({
      process: { id, name: titles.get(id) ?? id },
      read,
      answeredAtOnce,
    }));
  }

  async countRead(processId: string): Promise<void> {
    if ((await this.catalog.get(processId)) === undefined) throw new Refusal('process.not-found');
    await countSheetUse(this.database, processId, 'read');
  }

  /** Kept only where the catalogue has indeed nothing that fits, and only the words that name nobody. */
  async keepUnanswered(typed: string): Promise<void> {
    const text = withoutPersons(typed);
    const { matchesWell } = await searchProcesses(this.database, text);
    if (matchesWell) return;
    const day = await this.calendars.today();
    await this.database.transaction(async (sql) => {
      const words = await foldedWords(sql, text);
      const kept = wordsToKeep(words, await namesAmong(sql, words));
      if (kept !== undefined) await countUnanswered(sql, uuidv7(), kept, day);
    });
  }

  async unanswered({ state, limit, cursor }: UnansweredQueryDto): Promise<Page<UnansweredSearchDto>> {
    const after = decodeKey(cursor, ['rank', 'uuid']);
    const rows = await listUnanswered(this.database, { state, limit, ...(after === undefined ? {} : { after }) });
    const directory = await this.directory.current();
    return pageOf(rows, limit, ({ count, id }) => [count, id]).map((row) => describe(row, directory));
  }

  async mark(actor: Actor, id: string, as: SearchMark): Promise<UnansweredSearchDto> {
    const row = await markUnanswered(this.database, { id, as, by: actor.personId });
    if (row === undefined) throw new Refusal('search.not-found');
    return describe(row, await this.directory.current());
  }
}

function describe({ markedBy, ...row }: UnansweredSearchRow, directory: Directory): UnansweredSearchDto {
  return { ...row, ...(markedBy === null ? {} : { markedBy: namedPerson(directory, markedBy) }) };
}
