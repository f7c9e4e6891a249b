import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { selfAndReplacedIn, sharesOf } from '../../domain/people/actor.js';
import type { Actor } from '../auth/allow.js';
import { printInstant } from '../calendar/read-instant.js';
import type { CaseMessageDto } from '../cases/case-contents.dto.js';
import { CaseGate } from '../cases/case-gate.js';
import { describePlainMessage } from '../cases/describe-contents.js';
import { Database } from '../database/database.js';
import { addCaseMessage, markRead, unreadMessages } from '../database/repositories/case-messages.repository.js';
import { tellScreens } from '../database/repositories/notes.repository.js';
import { findRequest } from '../database/repositories/requests.repository.js';
import { setAsideOf } from '../database/repositories/set-asides.repository.js';
import { Refusal } from '../http/refusal.js';
import { DirectoryService } from '../people/directory.service.js';
import type { NewMessageDto, ReadMessagesDto, UnreadMessagesDto } from './messages.dto.js';
import { SendMessagesJob } from './send-messages.job.js';

/** Plain messages between agents and the citizen of a case: they move no step and no clock. */
@Injectable()
export class MessagesService {
  constructor(
    private readonly gate: CaseGate,
    private readonly database: Database,
    private readonly directory: DirectoryService,
    private readonly sending: SendMessagesJob,
  ) {}

  /** Stores it, once for a key; a job sends the mail. */
  async write(
    actor: Actor,
    caseId: string,
    { text, clientKey }: NewMessageDto & { readonly clientKey: string },
  ): Promise<CaseMessageDto> {
    const { caseFile } = await this.gate.readCase(actor, caseId, 'task.ask');
    const { organisation, sector, revision } = caseFile;
    if ((await setAsideOf(this.database, caseId)) !== undefined) throw new Refusal('case.set-aside');
    const to = (await findRequest(this.database, caseId))?.citizen?.email;
    if (to === undefined) throw new Refusal('message.no-mail-address');
    const row = await this.database.transaction(async (sql) => {
      const message = { id: uuidv7(), caseId, organisation, sector, author: actor.personId, body: text, clientKey };
      const added = await addCaseMessage(sql, { ...message, direction: 'out' });
      if (added.body !== text || added.caseId !== caseId) throw new Refusal('request.idempotency-key-reused');
      if (added.isNew) await tellScreens(sql, caseId, revision);
      return added;
    });
    if (row.isNew) this.sending.start();
    return describePlainMessage(row, await this.directory.current());
  }

  /** Messages waiting for the reader, or for those whom they replace. */
  async unread(actor: Actor): Promise<UnreadMessagesDto> {
    const rows = await unreadMessages(this.database, sharesOf(actor));
    return {
      count: rows.reduce((sum, { count }) => sum + count, 0),
      cases: rows.map(({ latestAt, ...row }) => ({ ...row, latestAt: printInstant(latestAt.getTime()) })),
    };
  }

  async markRead(actor: Actor, caseId: string): Promise<ReadMessagesDto> {
    const { caseFile } = await this.gate.readCase(actor, caseId, 'case.note');
    const persons = selfAndReplacedIn(actor, caseFile.definition.processId);
    return { marked: await markRead(this.database, caseId, persons) };
  }
}
