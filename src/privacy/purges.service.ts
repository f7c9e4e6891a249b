import { Injectable } from '@nestjs/common';
import type { Directory } from '../../domain/people/directory.js';
import { addDays, addMonths, type LocalDate } from '../../domain/time/local-date.js';
import type { Actor } from '../auth/allow.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { printInstant } from '../calendar/read-instant.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { Database } from '../database/database.js';
import { endedCases, eraseCase, lockKeptCase } from '../database/repositories/erasures.repository.js';
import {
  approvePurge,
  endPurgeItem,
  endPurges,
  findPurge,
  lastPreparedOn,
  listPurges,
  preparePurge,
  purgeItems,
  takePurgeItem,
  type PurgeItemRow,
  type PurgeRow,
} from '../database/repositories/purges.repository.js';
import { definedOf } from '../http/defined-of.js';
import { Refusal } from '../http/refusal.js';
import { DirectoryService } from '../people/directory.service.js';
import { namedPerson } from '../people/person-names.js';
import { keepingOf } from './keeping.js';
import type { ApprovePurgeDto, PurgeDto, PurgeItemDto } from './privacy.dto.js';

/** Who draws up the list of the month where no person did. */
const MACHINE = 'parvis';

/**
 * Purges in two steps: a list that erases nothing, drawn up each month; then, once somebody has approved it under the archivesReference
 * of the departmental archives, the erasure of what it names and of nothing else. Each case is judged again at that moment.
 */
@Injectable()
export class PurgesService {
  constructor(
    private readonly database: Database,
    private readonly catalog: CatalogService,
    private readonly calendars: CalendarService,
    private readonly directory: DirectoryService,
  ) {}

  async list(): Promise<readonly PurgeDto[]> {
    const directory = await this.directory.current();
    return (await listPurges(this.database)).map((row) => purgeDto(row, directory));
  }

  async read(id: string): Promise<PurgeDto> {
    const row = await findPurge(this.database, id);
    if (row === undefined) throw new Refusal('purge.not-found');
    const items = await purgeItems(this.database, id);
    return { ...purgeDto(row, await this.directory.current()), items: items.map(itemDto) };
  }

  /** The dry run: what is over its time by the end of the month. It replaces a list that nobody approved. */
  async prepare(by: string = MACHINE): Promise<PurgeDto> {
    const today = await this.calendars.today();
    const until = endOfMonth(today);
    const items: Omit<PurgeItemRow, 'state' | 'reason'>[] = [];
    for (const one of await endedCases(this.database)) {
      const keeping = keepingOf(one, await this.catalog.definition(one.processHash), until);
      if (!keeping.goes || keeping.goesOn === undefined) continue;
      const { caseId, caseNumber, processId, title, closedOn } = one;
      items.push({ caseId, caseNumber, processId, title, closedOn: closedOn ?? until, overOn: keeping.goesOn });
    }
    const id = await this.database.transaction((sql) => preparePurge(sql, { until, by, items }));
    return this.read(id);
  }

  /** @throws Refusal `purge.not-confirmed`, `purge.already-approved` */
  async approve(actor: Actor, id: string, { archivesReference, confirm }: ApprovePurgeDto): Promise<PurgeDto> {
    const { listed } = await this.read(id);
    if (confirm.trim() !== String(listed) || listed === 0) throw new Refusal('purge.not-confirmed');
    if (!(await approvePurge(this.database, id, { archivesReference, by: actor.personId })))
      throw new Refusal('purge.already-approved');
    return this.read(id);
  }

  /** The list of the month, once a month. */
  async prepareMonthly(): Promise<void> {
    const today = await this.calendars.today();
    const last = await lastPreparedOn(this.database);
    if (last === undefined || last.slice(0, 7) < today.slice(0, 7)) await this.prepare();
  }

  /** Erases the next case of an approved list, or spares it and says why. @returns whether there was one that is due */
  async eraseNext(): Promise<boolean> {
    const today = await this.calendars.today();
    const taken = await this.database.transaction(async (sql) => {
      const item = await takePurgeItem(sql);
      if (item === undefined) return false;
      const one = await lockKeptCase(sql, item.caseId);
      const keeping =
        one === undefined ? undefined : keepingOf(one, await this.catalog.definition(one.processHash), today);
      if (keeping?.goes === true) {
        await eraseCase(sql, item.caseId, { by: item.approvedBy, under: item.purgeId });
        await endPurgeItem(sql, item, { state: 'erased' });
      } else {
        await endPurgeItem(sql, item, { state: 'spared', reason: keeping?.why ?? 'déjà effacée' });
      }
      return true;
    });
    if (!taken) await endPurges(this.database);
    return taken;
  }
}

function endOfMonth(today: LocalDate): LocalDate {
  return addDays(addMonths(`${today.slice(0, 7)}-01` as LocalDate, 1), -1);
}

function purgeDto(row: PurgeRow, directory: Directory): PurgeDto {
  const { id, until, state, preparedAt, preparedBy, archivesReference, approvedBy, endedAt, listed, erased, spared } =
    row;
  return {
    ...{ id, until, state, listed, erased, spared },
    preparedAt: printInstant(preparedAt.getTime()),
    ...(preparedBy === MACHINE ? {} : { preparedBy: namedPerson(directory, preparedBy) }),
    ...(approvedBy === null ? {} : { approvedBy: namedPerson(directory, approvedBy) }),
    ...(endedAt === null ? {} : { endedAt: printInstant(endedAt.getTime()) }),
    ...definedOf({ archivesReference }),
  };
}

function itemDto({ caseId, caseNumber, title, closedOn, overOn, state, reason }: PurgeItemRow): PurgeItemDto {
  return { caseId, caseNumber, title, closedOn, overOn, state, ...definedOf({ reason }) };
}
