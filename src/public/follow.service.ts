import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { localDateOf, type Calendar } from '../../domain/time/calendar.js';
import { promiseOf } from '../database/repositories/case-row.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { printInstant } from '../calendar/read-instant.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { CommandsService } from '../commands/commands.service.js';
import { Database } from '../database/database.js';
import { blockedOfCitizen, joinToCase } from '../database/repositories/documents.repository.js';
import { findFollowedCase, type FollowedCase } from '../database/repositories/follow.repository.js';
import { addCaseMessage, caseMessagesOf } from '../database/repositories/case-messages.repository.js';
import { tellScreens } from '../database/repositories/notes.repository.js';
import { textsBy, textsOf } from '../database/repositories/texts.repository.js';
import { Refusal } from '../http/refusal.js';
import { DirectoryService } from '../people/directory.service.js';
import { OrganisationsService } from '../people/organisations.service.js';
import { departmentName } from '../people/person-names.js';
import { storeText } from '../texts/text-store.js';
import { awaitedOf, endOf, followPromise, followState } from './describe-followed.js';
import { isCodeOf, tidyNumber } from './follow-code.js';
import type { CitizenMessageDto, FollowDto, FollowedCaseDto, MessageReceiptDto } from './public.dto.js';

/** The author of what citizens write, in texts, notes and the journal. */
const CITIZEN = 'citizen';
/** Every answer to number and code takes at least that long: what the search itself took is not to be seen from outside. */
const FLOOR_MS = 150;
const UNSTORED = { id: '', hmac: '' };

/** A case followed by its citizen with its number and secret code, without an account. */
@Injectable()
export class FollowService {
  constructor(
    private readonly database: Database,
    private readonly catalog: CatalogService,
    private readonly calendars: CalendarService,
    private readonly directory: DirectoryService,
    private readonly organisations: OrganisationsService,
    private readonly commands: CommandsService,
  ) {}

  async follow(asked: FollowDto): Promise<FollowedCaseDto> {
    return this.shown(await this.find(asked));
  }

  /** A case as its citizen sees it, whoever asks; who may is the caller's question. */
  async shown({ caseFile, title }: Pick<FollowedCase, 'caseFile' | 'title'>): Promise<FollowedCaseDto> {
    const [{ calendars }, directory, sheet, runnable] = await Promise.all([
      this.calendars.current(),
      this.directory.current(),
      this.organisations.sheet(caseFile.organisation),
      this.catalog.runnable(caseFile.definition.hash),
    ]);
    const calendar = calendars[caseFile.organisation];
    if (calendar === undefined) throw new Error(`No calendar for ${caseFile.organisation}`);
    const promise = followPromise(caseFile, await this.countedOn(caseFile));
    const asks = caseFile.openRequests.flatMap(({ text }) => (text === undefined ? [] : [text.id]));
    const texts = await textsOf(this.database, asks);
    return {
      caseNumber: caseFile.caseNumber,
      title,
      receivedOn: localDateOf(calendar, caseFile.receivedAt),
      ...followState(caseFile, runnable.steps[caseFile.step]?.kind ?? 'reply'),
      ...(promise === undefined ? {} : { promise }),
      contact: {
        department: departmentName(directory, caseFile.route.department),
        organisation: sheet.legalName,
        phone: sheet.phone,
        email: sheet.email,
        hours: sheet.calendar.hoursText,
      },
      awaited: awaitedOf(caseFile, (id) => texts.get(id)),
      messages: await this.messagesOf(caseFile.caseId),
      blockedFiles: await blockedOfCitizen(this.database, caseFile.caseId),
      ...endOf(caseFile, calendar),
    };
  }

  /** Both ways, in the order of time, without the names of agents. */
  private async messagesOf(caseId: string): Promise<FollowedCaseDto['messages']> {
    const plain = await caseMessagesOf(this.database, caseId);
    const answers = await textsBy(this.database, caseId, CITIZEN);
    return [
      ...plain.map(({ direction, body, createdAt }) => ({
        direction,
        text: body,
        at: printInstant(createdAt.getTime()),
      })),
      ...answers.map(({ body, createdAt }) => ({ direction: 'in', text: body, at: printInstant(createdAt.getTime()) })),
    ].sort((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)));
  }

  /** What the citizen sends: the answer to what was asked, or a message for whoever follows the case. */
  async send(message: CitizenMessageDto, key: string): Promise<MessageReceiptDto> {
    const { caseFile } = await this.find(message);
    const asked = message.openRequest;
    // Keys are the browser's: two citizens must not meet in one.
    const clientKey = `${caseFile.caseId}:${key}`;
    if (asked === undefined) await this.keepMessage(caseFile, message, clientKey);
    else await this.answer(caseFile, { ...message, openRequest: asked }, clientKey);
    return { received: true, answersRequest: asked !== undefined };
  }

  private async find({ number, code }: FollowDto): Promise<FollowedCase> {
    const caseNumber = tidyNumber(number);
    const [found] = await Promise.all([findFollowedCase(this.database, caseNumber), sleep(FLOOR_MS)]);
    if (isCodeOf(code, found?.trackingCode) && found !== undefined) return found;
    throw new Refusal('follow.not-found');
  }

  private async keepMessage(
    { caseId, organisation, sector, revision }: FollowedCase['caseFile'],
    { text, documents = [] }: CitizenMessageDto,
    clientKey: string,
  ): Promise<void> {
    const message = { id: uuidv7(), caseId, organisation, sector, author: CITIZEN, body: text, documents, clientKey };
    await this.database.transaction(async (sql) => {
      const row = await addCaseMessage(sql, { ...message, direction: 'in' });
      if (row.body !== text) throw new Refusal('request.idempotency-key-reused');
      await joinToCase(sql, documents, { caseId, organisation, sector });
      if (row.isNew) await tellScreens(sql, caseId, revision);
    });
  }

  /** A fact from outside: stored first and never too late, so the citizen has a receipt even where Temporal is away. */
  private async answer(
    { caseId, organisation, sector }: FollowedCase['caseFile'],
    { openRequest, text, documents = [] }: CitizenMessageDto & { readonly openRequest: string },
    clientKey: string,
  ): Promise<void> {
    try {
      await this.commands.perform({
        sender: { actor: CITIZEN, actorRole: CITIZEN },
        clientKey,
        caseId,
        kind: 'citizenAnswered',
        body: { openRequest, text, documents },
        isFact: true,
        rehearsal: { kind: 'citizenAnswered', openRequest, text: UNSTORED },
        prepare: async (sql) => {
          await joinToCase(sql, documents, { caseId, organisation, sector, openRequest });
          const stored = await storeText(sql, {
            caseId,
            organisation,
            sector,
            kind: 'citizenAnswered',
            author: CITIZEN,
            body: text,
          });
          return { act: { kind: 'citizenAnswered', openRequest, text: stored } };
        },
      });
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'http.unavailable')) throw error;
    }
  }

  /** The calendar on which the promise was counted. */
  private async countedOn(caseFile: FollowedCase['caseFile']): Promise<Calendar | undefined> {
    const hash = promiseOf(caseFile)?.calendarHash ?? '';
    return hash === '' ? undefined : (await this.calendars.byHashes({ promise: hash }))['promise'];
  }
}
