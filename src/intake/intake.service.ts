import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { CaseFile } from '../../domain/case/case-file.js';
import { may, type Subject } from '../../domain/people/permission.js';
import { UNQUALIFIED_PROCESS } from '../../domain/process/process-ref.js';
import { documentIds, routingAnswers } from '../../domain/request/check-answers.js';
import { localDateOf } from '../../domain/time/calendar.js';
import type { Actor } from '../auth/allow.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { versionNamed } from '../catalog/version-named.js';
import { CaseOpener } from '../commands/case-opener.js';
import { Database, type Sql } from '../database/database.js';
import { insertCaseInput, type StoredInput } from '../database/repositories/case-inputs.repository.js';
import { brokenRule } from '../database/repositories/commands.repository.js';
import {
  attachDocuments,
  insertRequest,
  requestOfKey,
  type KnownRequest,
} from '../database/repositories/intake.repository.js';
import type { PublishedVersion } from '../database/repositories/process-versions.repository.js';
import { recordOpening } from '../database/repositories/record-case.js';
import { Refusal } from '../http/refusal.js';
import { acknowledgementFor } from './acknowledgement-for.js';
import { citizenAtDesk } from './citizen-at-desk.js';
import { newTrackingCode, nextCaseNumber, prepareCaseNumbers } from './case-number.js';
import { checkRequest, type CheckedRequest } from './check-request.js';
import type { NewRequestDto } from './new-request.dto.js';
import { open } from './open-request.js';
import type { ReceiptDto } from './receipt.dto.js';
import { ReceiptsService } from './receipts.service.js';
import { RequestRoutes } from './request-routes.service.js';

/** Who sends a request: an agent for a citizen, or the public. */
export interface Sender {
  readonly id: string;
  readonly role: string;
  readonly actor?: Actor;
}

/** The desk: checks a request, stores it with revision 0 of its case in one transaction, then opens the case. */
@Injectable()
export class IntakeService {
  constructor(
    private readonly database: Database,
    private readonly catalog: CatalogService,
    private readonly calendars: CalendarService,
    private readonly routes: RequestRoutes,
    private readonly opener: CaseOpener,
    private readonly receipts: ReceiptsService,
  ) {}

  /** Does it once for a key, however often it is sent. The citizen gets the receipt whether Temporal answers or not. */
  async submit(sender: Sender, request: NewRequestDto, clientKey: string): Promise<ReceiptDto> {
    const bodyHash = createHash('sha256').update(JSON.stringify(request)).digest('hex');
    try {
      return await this.take({ sender, request, clientKey, bodyHash });
    } catch (error) {
      // A request sent again finds its key taken, or may be refused by now. Looked for here alone: nearly all come once.
      if (!(error instanceof Refusal) && brokenRule(error) !== 'sameKey') throw error;
      const known = await requestOfKey(this.database, sender.id, clientKey);
      if (known === undefined) throw error;
      return this.repeat(known, bodyHash);
    }
  }

  private async take(given: Omit<Given, 'version'>): Promise<ReceiptDto> {
    const version = await versionNamed(this.catalog, given.request.processId ?? UNQUALIFIED_PROCESS);
    refuseForbidden(given.sender, version);
    await prepareCaseNumbers(this.database, String(new Date().getFullYear()));
    const stored = await this.store({ ...given, version });
    const { caseFile, trackingCode, input } = stored;
    await this.opener.open({ case_id: caseFile.caseId, input }).catch(() => false);
    return this.receipts.of(version, { caseFile, trackingCode });
  }

  private async repeat(known: KnownRequest, bodyHash: string): Promise<ReceiptDto> {
    if (known.bodyHash !== bodyHash) throw new Refusal('request.idempotency-key-reused');
    const version = await this.catalog.byHashOf(known.caseFile.definition.hash);
    return this.receipts.of(version, known);
  }

  /** Reads first and writes in one transaction, which for a citizen not known yet is one exchange with the database. */
  private async store(given: Given): Promise<Opened> {
    const { request, version, sender } = given;
    const at = Date.now();
    const { calendars, revision } = await this.calendars.current();
    const calendar = calendars[version.definition.organisation];
    if (calendar === undefined) throw new Error(`No calendar for ${version.definition.organisation}`);
    const subject = subjectOf(version);
    const citizen = await citizenAtDesk(this.database, { given: request.citizen, subject, actor: sender.actor });
    const { contacts } = citizen;
    const { definition } = version;
    const checked = checkRequest(request, { definition, at, today: localDateOf(calendar, at), contacts });
    const caseId = uuidv7();
    const quartier = await this.routes.quartierOf(request, checked);
    const place = quartier === undefined ? {} : { quartier };
    const outcome = open({
      caseId,
      caseNumber: await nextCaseNumber(this.database, String(new Date(at).getFullYear())),
      definition: version.runnable,
      calendars,
      calendarRevision: revision,
      route: await this.routes.of(version, { caseId, ...place }),
      at,
      receivedAt: checked.receivedAt,
      channel: request.channel,
      replyChannel: checked.replyChannel,
      answers: routingAnswers(version.definition.form, checked.answers),
      acknowledgement: acknowledgementFor(contacts, checked.replyChannel),
      actorRole: sender.role,
      ...(sender.actor === undefined ? {} : { actor: sender.id }),
      ...(request.follows === undefined ? {} : { follows: request.follows }),
    });
    const { caseFile } = outcome;
    const trackingCode = newTrackingCode();
    const hashes = Object.fromEntries(Object.entries(calendars).map(([organisation, one]) => [organisation, one.hash]));
    const input = { caseFile, effects: outcome.effects, calendars: hashes };
    await this.database.transaction(async (sql) => {
      const citizenId = await citizen.write(sql);
      await recordOpening(
        sql,
        { caseId, revision: 0, caseFile, lines: outcome.lines },
        { title: version.title, theme: version.definition.theme, ...place },
      );
      await this.insert(sql, given, { checked, caseFile, trackingCode, place, citizenId });
      await insertCaseInput(sql, caseId, input);
    });
    return { caseFile, trackingCode, input };
  }

  private async insert(sql: Sql, given: Given, stored: Stored): Promise<void> {
    const { request, sender, clientKey, bodyHash } = given;
    const { caseFile, checked, trackingCode, place, citizenId } = stored;
    await insertRequest(sql, {
      id: uuidv7(),
      caseId: caseFile.caseId,
      organisation: caseFile.organisation,
      sector: caseFile.sector,
      channel: request.channel,
      words: request.words,
      answers: checked.answers,
      receivedAt: new Date(checked.receivedAt),
      trackingCode,
      actor: sender.id,
      clientKey,
      bodyHash,
      ...place,
      ...(request.place === undefined ? {} : { place: request.place }),
      ...(citizenId === undefined ? {} : { citizenId }),
      ...(sender.actor === undefined ? {} : { enteredBy: sender.id }),
    });
    const inForm = documentIds(given.version.definition.form, checked.answers);
    const documents = [...new Set([...(request.documents ?? []), ...inForm])];
    await attachDocuments(sql, caseFile.caseId, documents, {
      ...caseFile,
      by: sender.actor === undefined ? 'citizen' : sender.id,
    });
  }
}

interface Opened {
  readonly caseFile: CaseFile;
  readonly trackingCode: string;
  readonly input: StoredInput;
}

interface Given {
  readonly sender: Sender;
  readonly request: NewRequestDto;
  readonly clientKey: string;
  readonly bodyHash: string;
  readonly version: PublishedVersion;
}

interface Stored {
  readonly checked: CheckedRequest;
  readonly caseFile: CaseFile;
  readonly trackingCode: string;
  readonly place: { readonly quartier?: string };
  readonly citizenId: string | undefined;
}

function refuseForbidden({ actor }: Sender, version: PublishedVersion): void {
  if (actor !== undefined && !may(actor, 'case.open', subjectOf(version))) throw new Refusal('auth.forbidden');
}

/** The case that a process would open, before anyone holds it. */
function subjectOf({ definition: { organisation, department, sector, sensitive } }: PublishedVersion): Subject {
  return { organisation, department, sector, sensitive, teams: [], holders: [], involved: [] };
}
