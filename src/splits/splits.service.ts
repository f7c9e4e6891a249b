import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { CaseFile } from '../../domain/case/case-file.js';
import type { Actor } from '../auth/allow.js';
import { printInstant } from '../calendar/read-instant.js';
import { CaseGate } from '../cases/case-gate.js';
import { Database } from '../database/database.js';
import { insertLink, linkOfKey } from '../database/repositories/case-links.repository.js';
import { requestOfKey } from '../database/repositories/intake.repository.js';
import { tellScreens } from '../database/repositories/notes.repository.js';
import { findRequest, keepWords, type RequestRecord } from '../database/repositories/requests.repository.js';
import { setAsideOf } from '../database/repositories/set-asides.repository.js';
import { Refusal } from '../http/refusal.js';
import { IntakeService } from '../intake/intake.service.js';
import type { NewRequestDto } from '../intake/new-request.dto.js';
import type { NewSplitDto, SplitDto, SplitPartDto } from './splits.dto.js';

interface Splitting {
  readonly actor: Actor;
  readonly caseFile: CaseFile;
  readonly request: RequestRecord;
  /** One key a part, made from the key of the whole: what is sent again is done once. */
  readonly clientKey: string;
}

/**
 * Splits a message into several requests. The first keeps its number, its documents and the message as it was sent; each part
 * is a request of its own from the same citizen, received at the same moment, so that its promise runs from there.
 */
@Injectable()
export class SplitsService {
  constructor(
    private readonly gate: CaseGate,
    private readonly database: Database,
    private readonly intake: IntakeService,
  ) {}

  /** @throws Refusal `case.not-possible-now` where the request has its process already */
  async split(
    actor: Actor,
    caseId: string,
    { kept, parts, clientKey }: NewSplitDto & { readonly clientKey: string },
  ): Promise<SplitDto> {
    const { caseFile } = await this.gate.readCase(actor, caseId, 'task.qualify');
    const begun = await requestOfKey(this.database, actor.personId, partKey(clientKey, 0));
    if (begun === undefined) await this.refuseUnlessUnqualified(caseFile);
    const request = await findRequest(this.database, caseId);
    if (request === undefined) throw new Refusal('case.not-found');
    const splitting = { actor, caseFile, request, clientKey };
    const made: SplitPartDto[] = [];
    for (const [index, words] of parts.entries()) made.push(await this.open(splitting, words.trim(), index));
    await this.database.transaction(async (sql) => {
      await keepWords(sql, caseId, kept.trim());
      await tellScreens(sql, caseId, caseFile.revision);
    });
    return { parts: made };
  }

  private async refuseUnlessUnqualified({ caseId, tasks }: CaseFile): Promise<void> {
    if (!tasks.some(({ kind }) => kind === 'qualify')) throw new Refusal('case.not-possible-now');
    if ((await setAsideOf(this.database, caseId)) !== undefined) throw new Refusal('case.set-aside');
  }

  private async open(splitting: Splitting, words: string, index: number): Promise<SplitPartDto> {
    const { actor, caseFile, clientKey } = splitting;
    const key = partKey(clientKey, index);
    const sender = { id: actor.personId, role: actor.roles[0]?.role ?? 'ambassador', actor };
    const { caseId, caseNumber } =
      (await this.opened(actor, key, words)) ?? (await this.intake.submit(sender, requestOf(splitting, words), key));
    if ((await linkOfKey(this.database, actor.personId, key)) === undefined) {
      const { organisation, sector } = caseFile;
      const link = { id: uuidv7(), caseId, otherId: caseFile.caseId, kind: 'splitFrom' as const };
      await insertLink(this.database, { ...link, linkedBy: actor.personId, organisation, sector, clientKey: key });
    }
    return { caseId, caseNumber };
  }

  /** The part that this key opened before: the message may have got its process since, and its citizen another sheet. */
  private async opened(actor: Actor, key: string, words: string): Promise<SplitPartDto | undefined> {
    const known = await requestOfKey(this.database, actor.personId, key);
    if (known === undefined) return undefined;
    const request = await findRequest(this.database, known.caseId);
    if (request?.words !== words) throw new Refusal('request.idempotency-key-reused');
    return { caseId: known.caseId, caseNumber: known.caseFile.caseNumber };
  }
}

/** The same citizen, place, channel and moment of receipt; the one question that is asked is what this part says. */
function requestOf({ caseFile, request }: Splitting, words: string): NewRequestDto {
  const { citizen, place, receivedAt } = request;
  return {
    channel: caseFile.channel,
    words,
    answers: { demande: words },
    replyChannel: caseFile.replyChannel,
    receivedAt: printInstant(receivedAt.getTime()),
    ...(place === undefined ? {} : { place }),
    ...(citizen === undefined ? {} : { citizen: { id: citizen.id } }),
  };
}

function partKey(clientKey: string, index: number): string {
  return `${clientKey}.part-${String(index)}`;
}
