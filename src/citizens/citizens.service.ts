import { Injectable } from '@nestjs/common';
import { scopeOf, type Action } from '../../domain/people/permission.js';
import type { CitizenField } from '../../domain/text/citizen-words.js';
import type { Actor } from '../auth/allow.js';
import { scopeSql, type SqlCondition } from '../auth/scope-sql.js';
import { printInstant } from '../calendar/read-instant.js';
import type { CaseListItemDto, CaseListQueryDto } from '../cases/case-list.dto.js';
import { CaseListService } from '../cases/case-list.service.js';
import { Database, type Sql } from '../database/database.js';
import { CASE_COLUMNS } from '../database/repositories/case-access.repository.js';
import { recordCitizenEvent } from '../database/repositories/citizen-events.repository.js';
import {
  findCitizen,
  searchCitizens,
  updateCitizen,
  type CitizenSheetRow,
} from '../database/repositories/citizens.repository.js';
import { Page } from '../http/pagination.js';
import { definedOf } from '../http/defined-of.js';
import { Refusal } from '../http/refusal.js';
import type { CitizenChangeDto, CitizenDto, CitizenQueryDto } from './citizens.dto.js';

interface Correction {
  /** What gives the right to correct: one's own work on records, or the answer to a request for it. */
  readonly by?: Action;
  /** What is written with it, in the same transaction. */
  readonly alongside?: (sql: Sql, fields: readonly CitizenField[]) => Promise<void>;
}

/** Citizens, through the cases that the reader may read: there is no file of the whole population. */
@Injectable()
export class CitizensService {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseListService,
  ) {}

  async search(actor: Actor, query: CitizenQueryDto): Promise<Page<CitizenDto>> {
    const { q, limit, organisation, sector } = query;
    const rows = await this.database.transaction((sql) =>
      searchCitizens(sql, {
        text: q.trim(),
        limit,
        scope: scopeFor(actor, 'citizen.read'),
        ...(organisation === undefined ? {} : { organisation }),
        ...(sector === undefined ? {} : { sector }),
      }),
    );
    return new Page(rows.map(citizenDto));
  }

  async read(actor: Actor, id: string): Promise<CitizenDto> {
    return citizenDto(await this.find(actor, 'citizen.read', id));
  }

  /** Changes what is given, where nobody changed it meanwhile. @throws Refusal `request.version-mismatch` with what is stored */
  async change(
    actor: Actor,
    id: string,
    version: number,
    change: CitizenChangeDto,
    { by = 'citizen.edit', alongside = nothingElse }: Correction = {},
  ): Promise<CitizenDto> {
    const row = await this.findToEdit(actor, id, by);
    const fields = fieldsChanged(row, change);
    const written = await this.database.transaction(async (sql) => {
      if (!(await updateCitizen(sql, id, version, { ...row, ...given(change) }))) return false;
      if (fields.length > 0) await recordCitizenEvent(sql, { citizenId: id, actor: actor.personId, kind: 'corrected', detail: { fields } }); // prettier-ignore
      await alongside(sql, fields);
      return true;
    });
    const current = await this.read(actor, id);
    if (!written) throw new Refusal('request.version-mismatch', { current });
    return current;
  }

  async casesOf(actor: Actor, id: string, query: CaseListQueryDto): Promise<Page<CaseListItemDto>> {
    const { mergedInto } = await this.find(actor, 'citizen.read', id);
    return this.cases.list(actor, { ...query, citizenId: mergedInto ?? id });
  }

  /** A record that the actor may write on. @throws Refusal `citizen.not-found`, or `auth.forbidden` where they only read it */
  async findToEdit(actor: Actor, id: string, by: Action = 'citizen.edit'): Promise<CitizenSheetRow> {
    const { mergedInto, limitedOn } = await this.find(actor, 'citizen.read', id);
    if (mergedInto !== null) throw new Refusal('citizen.merged');
    if (limitedOn !== null) throw new Refusal('citizen.limited');
    return this.find(actor, by, id).catch((error: unknown) => {
      throw error instanceof Refusal ? new Refusal('auth.forbidden') : error;
    });
  }

  /** A record, where the actor may do that with one of its cases. @throws Refusal `citizen.not-found` */
  async find(actor: Actor, action: Action, id: string): Promise<CitizenSheetRow> {
    const row = await findCitizen(this.database, id, scopeFor(actor, action));
    if (row === undefined) throw new Refusal('citizen.not-found');
    return row;
  }
}

function nothingElse(): Promise<void> {
  return Promise.resolve();
}

export function scopeFor(actor: Actor, action: Action): (firstParameter: number) => SqlCondition {
  return (first) => scopeSql(scopeOf(actor, action), CASE_COLUMNS, first);
}

/** What was given, `null` included: it erases. */
function given(change: CitizenChangeDto): Partial<CitizenSheetRow> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

/** The fields whose value is another than before, by name. */
function fieldsChanged(before: CitizenSheetRow, change: CitizenChangeDto): readonly CitizenField[] {
  const named = Object.entries(given(change)) as [CitizenField, unknown][];
  return named.filter(([name, value]) => JSON.stringify(before[name]) !== JSON.stringify(value)).map(([name]) => name);
}

/** A record as it is shown. */
export function citizenDto(row: CitizenSheetRow): CitizenDto {
  const { id, version, organisation, sector, cases, openCases, lastReceivedAt, updatedAt } = row;
  const { firstName, lastName, birthName, email, phone, address, preferredChannel, language, kind, wishes } = row;
  return {
    ...{ id, version, organisation, sector, cases, openCases, kind, wishes },
    ...definedOf({
      firstName,
      lastName,
      birthName,
      email,
      phone,
      address,
      preferredChannel,
      language,
      mergedInto: row.mergedInto,
      opposedOn: row.opposedOn,
      limitedOn: row.limitedOn,
    }),
    ...(lastReceivedAt === null ? {} : { lastReceivedAt: printInstant(lastReceivedAt.getTime()) }),
    updatedAt: printInstant(updatedAt.getTime()),
  };
}
