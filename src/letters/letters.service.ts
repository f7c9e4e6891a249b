import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { CaseFile } from '../../domain/case/case-file.js';
import type { AnswerConclusion } from '../../domain/case/conclusion.js';
import type { LetterRef } from '../../domain/case/text-ref.js';
import { personOf } from '../../domain/people/directory.js';
import { localDateOf } from '../../domain/time/calendar.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { TownFactsService } from '../catalog/town-facts.service.js';
import { Database, type Sql } from '../database/database.js';
import { findLetter, insertLetter } from '../database/repositories/letters.repository.js';
import { findRequest } from '../database/repositories/requests.repository.js';
import { Refusal } from '../http/refusal.js';
import { DirectoryService } from '../people/directory.service.js';
import { OrganisationsService } from '../people/organisations.service.js';
import { composeLetter } from './compose-letter.js';
import type { LetterInput, LetterSignature } from './letter-input.js';
import { renderLetter, type RenderedLetter } from './render-letter.js';

/** An answer that is about to be given, or corrected. */
export interface AnswerToRender {
  readonly caseFile: CaseFile;
  readonly authorId: string;
  readonly conclusion: AnswerConclusion;
  readonly text: string;
  readonly reason?: string;
  /** The person told the reply on the spot: no letter is signed. */
  readonly atOnce: boolean;
}

/** Renders letters when answers are given and signed: validators see the bytes that will leave. */
@Injectable()
export class LettersService {
  constructor(
    private readonly database: Database,
    private readonly catalog: CatalogService,
    private readonly calendars: CalendarService,
    private readonly directory: DirectoryService,
    private readonly organisations: OrganisationsService,
    private readonly facts: TownFactsService,
  ) {}

  /** The letter exactly as it would leave, kept nowhere. */
  async preview(answer: AnswerToRender): Promise<RenderedLetter> {
    return renderLetter(await this.inputOf(answer));
  }

  /** Renders and stores the letter of an answer, whose text is stored under that id. */
  async write(sql: Sql, answer: AnswerToRender, textId: string): Promise<LetterRef> {
    const input = await this.inputOf(answer);
    return store(sql, { input, caseFile: answer.caseFile, textId, createdBy: answer.authorId });
  }

  /** The letter that was read, with the signature block added and nothing else changed. */
  async sign(sql: Sql, signed: { caseFile: CaseFile; signer: string; signature: LetterSignature }): Promise<LetterRef> {
    const { answer } = signed.caseFile;
    const unsigned =
      answer === undefined ? undefined : await findLetter(this.database, signed.caseFile.caseId, answer.letter.id);
    if (unsigned === undefined) throw new Refusal('case.not-answered-yet');
    const input: LetterInput = { ...unsigned.input, signature: signed.signature };
    return store(sql, {
      input,
      caseFile: signed.caseFile,
      textId: unsigned.textId,
      createdBy: signed.signer,
      signedFrom: unsigned.id,
    });
  }

  /** Read outside the transaction that stores it: nothing of it is written there, and no connection is held meanwhile. */
  private async inputOf(answer: AnswerToRender): Promise<LetterInput> {
    const { caseFile } = answer;
    const [directory, { calendars }, definition, sheet, request, { phoneNumbers }] = await Promise.all([
      this.directory.current(),
      this.calendars.current(),
      this.catalog.definition(caseFile.definition.hash),
      this.organisations.sheet(caseFile.organisation),
      findRequest(this.database, caseFile.caseId),
      this.facts.current(),
    ]);
    const author = personOf(directory, answer.authorId);
    const calendar = calendars[caseFile.organisation];
    if (author === undefined || request === undefined || calendar === undefined)
      throw new Error(`Case ${caseFile.caseId} cannot be answered`);
    const input = composeLetter({
      sheet,
      definition,
      caseFile,
      request,
      author,
      department: directory.departments.find((one) => one.id === caseFile.route.department),
      conclusion: answer.conclusion,
      text: answer.text,
      ...(answer.reason === undefined ? {} : { reason: answer.reason }),
      telephones: phoneNumbers,
      today: localDateOf(calendar, Date.now()),
      receivedOn: localDateOf(calendar, caseFile.receivedAt),
    });
    return answer.atOnce ? { ...input, signature: { kind: 'notRequired' } } : input;
  }
}

interface LetterToStore {
  readonly input: LetterInput;
  readonly caseFile: CaseFile;
  readonly textId: string;
  readonly createdBy: string;
  readonly signedFrom?: string;
}

async function store(sql: Sql, { input, caseFile, ...given }: LetterToStore): Promise<LetterRef> {
  const rendered = renderLetter(input);
  const id = uuidv7();
  const { caseId, organisation, sector } = caseFile;
  const { pdf, sha256: hash, mailSubject, mailText, mailHtml } = rendered;
  await insertLetter(sql, {
    ...given,
    id,
    caseId,
    organisation,
    sector,
    hash,
    pdf,
    input,
    mailSubject,
    mailText,
    mailHtml,
  });
  return { id, hash };
}
