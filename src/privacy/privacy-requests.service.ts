import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Directory } from '../../domain/people/directory.js';
import { scopeOf } from '../../domain/people/permission.js';
import { privacyDueOn } from '../../domain/request/privacy-request.js';
import { CITIZEN_FIELD_WORDS, type CitizenField } from '../../domain/text/citizen-words.js';
import { PRIVACY_KIND_WORDS, PRIVACY_OUTCOME_WORDS } from '../../domain/text/privacy-words.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import type { Actor } from '../auth/allow.js';
import { scopeSql } from '../auth/scope-sql.js';
import { CitizensService } from '../citizens/citizens.service.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { Database, type Sql } from '../database/database.js';
import { CASE_COLUMNS } from '../database/repositories/case-access.repository.js';
import { recordCitizenEvent } from '../database/repositories/citizen-events.repository.js';
import {
  answerPrivacyRequest,
  enterPrivacyRequest,
  extendPrivacyRequest,
  findPrivacyRequest,
  privacyRegister,
  privacyRequestsOf,
  restrictCitizen,
  type PrivacyRequestRow,
} from '../database/repositories/privacy-requests.repository.js';
import { definedOf } from '../http/defined-of.js';
import { Refusal } from '../http/refusal.js';
import { DirectoryService } from '../people/directory.service.js';
import { namedPerson } from '../people/person-names.js';
import type { AnswerPrivacyRequestDto, NewPrivacyRequestDto, PrivacyRequestDto, RectifyDto } from './privacy.dto.js';

/** The register of what citizens ask about their data: entered on the day, answered within a month. */
@Injectable()
export class PrivacyRequestsService {
  constructor(
    private readonly database: Database,
    private readonly citizens: CitizensService,
    private readonly calendars: CalendarService,
    private readonly directory: DirectoryService,
  ) {}

  async register(actor: Actor): Promise<readonly PrivacyRequestDto[]> {
    const readable = scopeOf(actor, 'citizen.read');
    const rows = await privacyRegister(this.database, (first) => scopeSql(readable, CASE_COLUMNS, first));
    return this.described(rows);
  }

  async listOf(actor: Actor, citizenId: string): Promise<readonly PrivacyRequestDto[]> {
    await this.citizens.find(actor, 'citizen.read', citizenId);
    return this.described(await privacyRequestsOf(this.database, citizenId));
  }

  async enter(
    actor: Actor,
    citizenId: string,
    { kind, receivedOn, clientKey }: NewPrivacyRequestDto & { readonly clientKey: string },
  ): Promise<PrivacyRequestDto> {
    const citizen = await this.citizens.find(actor, 'privacy.record', citizenId);
    if (citizen.mergedInto !== null) throw new Refusal('citizen.merged');
    if (receivedOn > (await this.today())) throw new Refusal('privacy.received-later');
    const { organisation, sector } = citizen;
    const dueOn = privacyDueOn(receivedOn as LocalDate, { extended: false });
    const request = { id: uuidv7(), citizenId, organisation, sector, kind, receivedOn, dueOn };
    const row = await this.database.transaction((sql) =>
      enterPrivacyRequest(sql, { ...request, enteredBy: actor.personId, clientKey }),
    );
    if (row.citizenId !== citizenId || row.kind !== kind) throw new Refusal('request.idempotency-key-reused');
    return this.describedOne(row);
  }

  /** Answers, and does what was granted: an opposition or a limitation marks the record from today. */
  async answer(actor: Actor, id: string, { outcome, answer }: AnswerPrivacyRequestDto): Promise<PrivacyRequestDto> {
    const { citizenId, kind } = await this.find(actor, id);
    if (kind === 'erasure' && outcome !== 'refused') throw new Refusal('privacy.erase-instead');
    const on = await this.today();
    await this.database.transaction(async (sql) => {
      const done = await answerPrivacyRequest(sql, id, { outcome, answer, on, by: actor.personId });
      if (!done) throw new Refusal('privacy.already-answered');
      if (outcome === 'refused' || (kind !== 'opposition' && kind !== 'limitation')) return;
      await restrictCitizen(sql, citizenId, kind, on);
      const event = kind === 'opposition' ? 'opposed' : 'limited';
      await recordCitizenEvent(sql, { citizenId, actor: actor.personId, kind: event });
    });
    return this.reread(id);
  }

  /**
   * Corrects the record and closes the request, in one transaction: the register says which fields were corrected. Whoever
   * may answer the request may correct what it asks for, and nothing else of the record at any other time.
   * @throws Refusal `privacy.not-a-rectification`, `privacy.already-answered`, `request.version-mismatch`
   */
  async rectify(
    actor: Actor,
    id: string,
    { version, change, outcome, answer }: RectifyDto,
  ): Promise<PrivacyRequestDto> {
    const { citizenId, kind } = await this.find(actor, id);
    if (kind !== 'rectification') throw new Refusal('privacy.not-a-rectification');
    const on = await this.today();
    const alongside = async (sql: Sql, rectifiedFields: readonly CitizenField[]): Promise<void> => {
      if (rectifiedFields.length === 0) throw nothingCorrected();
      const given = { outcome, answer, on, by: actor.personId, rectifiedFields };
      if (!(await answerPrivacyRequest(sql, id, given))) throw new Refusal('privacy.already-answered');
    };
    await this.citizens.change(actor, citizenId, version, change, { by: 'privacy.handle', alongside });
    return this.reread(id);
  }

  /** Two months more. @throws Refusal `privacy.extension-too-late` after the first month, or a second time */
  async extend(actor: Actor, id: string): Promise<PrivacyRequestDto> {
    const { receivedOn } = await this.find(actor, id);
    const dueOn = privacyDueOn(receivedOn as LocalDate, { extended: true });
    if (!(await extendPrivacyRequest(this.database, id, dueOn))) throw new Refusal('privacy.extension-too-late');
    return this.reread(id);
  }

  /** A request that the actor may answer. @throws Refusal `privacy.not-found` */
  async find(actor: Actor, id: string): Promise<PrivacyRequestRow> {
    const row = await findPrivacyRequest(this.database, id);
    if (row === undefined) throw new Refusal('privacy.not-found');
    await this.citizens.find(actor, 'privacy.handle', row.citizenId).catch((error: unknown) => {
      throw error instanceof Refusal ? new Refusal('privacy.not-found') : error;
    });
    return row;
  }

  async reread(id: string): Promise<PrivacyRequestDto> {
    const row = await findPrivacyRequest(this.database, id);
    if (row === undefined) throw new Refusal('privacy.not-found');
    return this.describedOne(row);
  }

  /** The civil day of the town. */
  today(): Promise<LocalDate> {
    return this.calendars.today();
  }

  private async describedOne(row: PrivacyRequestRow): Promise<PrivacyRequestDto> {
    const [one] = await this.described([row]);
    if (one === undefined) throw new Error('One row gives one request');
    return one;
  }

  private async described(rows: readonly PrivacyRequestRow[]): Promise<readonly PrivacyRequestDto[]> {
    const [directory, today] = [await this.directory.current(), await this.today()];
    return rows.map((row) => requestDto(row, directory, today));
  }
}

function nothingCorrected(): Refusal {
  const detail = 'Rien n’est corrigé sur la fiche : corrigez-la, ou répondez sans rectifier.';
  return new Refusal('request.invalid', { faults: [{ pointer: '/change', code: 'empty', detail }] });
}

function requestDto(row: PrivacyRequestRow, directory: Directory, today: LocalDate): PrivacyRequestDto {
  const { id, number, citizenId, kind, receivedOn, dueOn, extended, enteredBy, outcome, answeredBy } = row;
  const { answer, answeredOn, erasedCases, citizenName, rectifiedFields } = row;
  return {
    ...{ id, number, citizenId, kind, receivedOn, dueOn, extended },
    words: PRIVACY_KIND_WORDS[kind],
    late: answeredOn === null && dueOn < today,
    enteredBy: namedPerson(directory, enteredBy),
    ...(outcome === null ? {} : { outcome, outcomeWords: PRIVACY_OUTCOME_WORDS[outcome] }),
    ...(answeredBy === null ? {} : { answeredBy: namedPerson(directory, answeredBy) }),
    ...(rectifiedFields === null ? {} : { rectified: rectifiedFields.map((field) => CITIZEN_FIELD_WORDS[field]) }),
    ...definedOf({ answer, answeredOn, erasedCases, citizenName }),
  };
}
