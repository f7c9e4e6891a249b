import { Injectable } from '@nestjs/common';
import { scopeOf } from '../../domain/people/permission.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { scopeSql } from '../auth/scope-sql.js';
import type { Actor } from '../auth/allow.js';
import { printInstant } from '../calendar/read-instant.js';
import type { CaseDetailDto } from '../cases/case-detail.dto.js';
import { CaseDetailService } from '../cases/case-detail.service.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { CitizenTiesService } from '../citizens/citizen-ties.service.js';
import { citizenDto, CitizensService } from '../citizens/citizens.service.js';
import { Database, type Sql } from '../database/database.js';
import { CASE_COLUMNS } from '../database/repositories/case-access.repository.js';
import { recordCitizenEvent } from '../database/repositories/citizen-events.repository.js';
import { casesReached } from '../database/repositories/citizen-merges.repository.js';
import {
  eraseCase,
  eraseIdleCitizen,
  keptCasesOf,
  lockKeptCase,
  type KeptCase,
} from '../database/repositories/erasures.repository.js';
import { answerPrivacyRequest, eraseConveniences } from '../database/repositories/privacy-requests.repository.js';
import { Refusal } from '../http/refusal.js';
import { keepingOf } from './keeping.js';
import { PrivacyRequestsService } from './privacy-requests.service.js';
import type {
  EraseDto,
  ErasurePlanDto,
  HeldCaseDto,
  HeldDataDto,
  KeptCaseDto,
  PrivacyRequestDto,
} from './privacy.dto.js';

/** What is held on one citizen: given to them, and erased as far as the law lets it go. */
@Injectable()
export class HeldDataService {
  constructor(
    private readonly database: Database,
    private readonly citizens: CitizensService,
    private readonly ties: CitizenTiesService,
    private readonly requests: PrivacyRequestsService,
    private readonly details: CaseDetailService,
    private readonly catalog: CatalogService,
  ) {}

  /** Everything held, in the words of the screens. That it was given is kept in the history of the record. */
  async held(actor: Actor, citizenId: string): Promise<HeldDataDto> {
    const sheet = await this.citizens.find(actor, 'privacy.handle', citizenId);
    const readable = scopeOf(actor, 'privacy.handle');
    const { all, reached } = await casesReached(this.database, [citizenId], (first) =>
      scopeSql(readable, CASE_COLUMNS, first),
    );
    const cases: HeldCaseDto[] = [];
    for (const { caseId } of await keptCasesOf(this.database, citizenId)) {
      const detail = await this.details.detail(actor, caseId).catch(unreadable);
      if (detail !== undefined) cases.push(heldCase(detail));
    }
    await recordCitizenEvent(this.database, { citizenId, actor: actor.personId, kind: 'exported' });
    return {
      at: printInstant(Date.now()),
      citizen: citizenDto(sheet),
      ties: await this.ties.list(actor, citizenId),
      history: await this.ties.history(actor, citizenId),
      requests: await this.requests.listOf(actor, citizenId),
      cases,
      elsewhere: all - reached,
    };
  }

  /** What an erasure would do, case by case. */
  async plan(actor: Actor, citizenId: string): Promise<ErasurePlanDto> {
    await this.citizens.find(actor, 'privacy.handle', citizenId);
    const cases = await this.keptCases(citizenId);
    const sheetGoes = cases.every(({ goes }) => goes);
    const idle = cases.every(({ goes, goesOn }) => goes || goesOn !== undefined);
    return { cases, sheetGoes, sheetWords: sheetWords({ sheetGoes, idle }) };
  }

  /**
   * Erases what may go and answers the request, in one transaction. Each case is locked and judged again.
   * @throws Refusal `privacy.not-confirmed`, `citizen.beyond-reach`, `privacy.already-answered`
   */
  async erase(actor: Actor, requestId: string, { confirm, outcome, answer }: EraseDto): Promise<PrivacyRequestDto> {
    const { citizenId, kind, number } = await this.requests.find(actor, requestId);
    if (kind !== 'erasure') throw new Refusal('privacy.not-an-erasure');
    if (confirm.trim().toUpperCase() !== number) throw new Refusal('privacy.not-confirmed');
    const mine = scopeOf(actor, 'privacy.handle');
    const { all, reached } = await casesReached(this.database, [citizenId], (first) =>
      scopeSql(mine, CASE_COLUMNS, first),
    );
    if (reached < all) throw new Refusal('citizen.beyond-reach');
    const on = await this.requests.today();
    const judged = await this.keptCases(citizenId);
    await this.database.transaction(async (sql) => {
      const gone = await this.eraseThose(sql, judged, { by: actor.personId, under: number, on });
      const given = { outcome, answer, on, by: actor.personId, erasedCases: gone };
      if (!(await answerPrivacyRequest(sql, requestId, given))) throw new Refusal('privacy.already-answered');
      if (await eraseIdleCitizen(sql, citizenId)) return;
      if (judged.every(({ goes, goesOn }) => goes || goesOn !== undefined)) await eraseConveniences(sql, citizenId);
      if (gone < judged.length) await recordCitizenEvent(sql, { citizenId, actor: actor.personId, kind: 'erased' });
    });
    return this.requests.reread(requestId);
  }

  private async eraseThose(
    sql: Sql,
    judged: readonly KeptCaseDto[],
    { on, ...act }: { readonly by: string; readonly under: string; readonly on: LocalDate },
  ): Promise<number> {
    let gone = 0;
    for (const { caseId } of judged.filter(({ goes }) => goes)) {
      const now = await lockKeptCase(sql, caseId);
      if (now === undefined || !keepingOf(now, await this.catalog.definition(now.processHash), on).goes) continue;
      await eraseCase(sql, caseId, act);
      gone++;
    }
    return gone;
  }

  private async keptCases(citizenId: string): Promise<readonly KeptCaseDto[]> {
    const today = await this.requests.today();
    const rows = await keptCasesOf(this.database, citizenId);
    return Promise.all(rows.map((row) => this.keptCase(row, today)));
  }

  private async keptCase(row: KeptCase, today: LocalDate): Promise<KeptCaseDto> {
    const { caseId, caseNumber, title, processHash } = row;
    return { caseId, caseNumber, title, ...keepingOf(row, await this.catalog.definition(processHash), today) };
  }
}

function sheetWords({ sheetGoes, idle }: { readonly sheetGoes: boolean; readonly idle: boolean }): string {
  if (sheetGoes) return 'La fiche s’efface avec ses coordonnées : aucune demande ne la retient.';
  if (idle)
    return 'Restent le nom et les coordonnées, avec les demandes conservées ; les préférences et les liens s’effacent.';
  return 'La fiche reste entière tant qu’une demande est en cours : il faut pouvoir répondre.';
}

function unreadable(error: unknown): undefined {
  if (error instanceof Refusal) return undefined;
  throw error;
}

function heldCase(detail: CaseDetailDto): HeldCaseDto {
  const { caseNumber, title, receivedAt, statusWords, request, answer, documents, messages, notes, timeline } = detail;
  return {
    ...{ caseNumber, title, receivedAt, statusWords, documents, messages, notes, timeline },
    ...(request === undefined ? {} : { request }),
    ...(answer === undefined ? {} : { answer }),
  };
}
