import { Injectable } from '@nestjs/common';
import { personOf, type Directory } from '../../domain/people/directory.js';
import { scopeOf } from '../../domain/people/permission.js';
import { personName } from '../../domain/people/person-name.js';
import { localDateOf } from '../../domain/time/calendar.js';
import type { Actor } from '../auth/allow.js';
import { scopeSql, type SqlCondition } from '../auth/scope-sql.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { printInstant } from '../calendar/read-instant.js';
import { Database } from '../database/database.js';
import { CASE_COLUMNS } from '../database/repositories/case-access.repository.js';
import {
  lettersOf,
  lettersToPost,
  markPrinted,
  type LetterToPostRow,
} from '../database/repositories/letters-to-post.repository.js';
import { nameOf, type CitizenAddress } from '../database/repositories/requests.repository.js';
import { definedOf } from '../http/defined-of.js';
import { decodeKey } from '../http/cursor-key.js';
import { type Page, pageOf } from '../http/pagination.js';
import { Refusal } from '../http/refusal.js';
import { DirectoryService } from '../people/directory.service.js';
import { letterheadOf, OrganisationsService } from '../people/organisations.service.js';
import type { LetterRecipient } from './letter-input.js';
import { renderLetterList } from './letter-list.js';
import { present } from './letter-words.js';
import { bundleToPrint } from './print-bundle.js';
import type { BundleQueryDto, LettersToPostQueryDto, LetterToPostDto } from './letters.dto.js';

/** A bundle that one person can carry to the post. */
const BUNDLE = 200;

/** The list of letters to print and to post: replies on paper, until an agent confirms that they left. */
@Injectable()
export class LettersToPostService {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarService,
    private readonly organisations: OrganisationsService,
    private readonly directory: DirectoryService,
  ) {}

  async list(actor: Actor, { organisation, limit, cursor }: LettersToPostQueryDto): Promise<Page<LetterToPostDto>> {
    const after = decodeKey(cursor, ['instant', 'text']);
    const rows = await lettersToPost(this.database, {
      limit,
      scope: scopeFor(actor),
      ...(organisation === undefined ? {} : { organisation }),
      ...(after === undefined ? {} : { after }),
    });
    const directory = await this.directory.current();
    return pageOf(rows, limit, ({ queuedAt, effectId }) => [queuedAt.toISOString(), effectId]).map((row) =>
      itemOf(row, directory),
    );
  }

  /** The sheet that goes with the bundle of one organisation: who gets what, a box to tick. */
  async sheet(actor: Actor, organisation: string): Promise<Uint8Array> {
    const rows = await lettersToPost(this.database, { organisation, limit: BUNDLE, scope: scopeFor(actor) });
    return this.sheetOf(organisation, rows.slice(0, BUNDLE));
  }

  /** The sheet and the letters, one file to print. */
  async bundle(actor: Actor, { organisation, effectId, doubleSided }: BundleQueryDto): Promise<Uint8Array> {
    const found = await lettersToPost(this.database, {
      organisation,
      limit: BUNDLE,
      scope: scopeFor(actor),
      ...(effectId === undefined ? {} : { effectIds: effectId }),
    });
    const rows = found.slice(0, BUNDLE);
    if (rows.length === 0) throw new Refusal('letter.not-found');
    const letters = await lettersOf(
      this.database,
      rows.map(({ letterId }) => letterId),
    );
    const sheet = await this.sheetOf(organisation, rows);
    return bundleToPrint([sheet, ...letters], { doubleSided: doubleSided === true });
  }

  /** One letter of the list, for whoever may post it. */
  async find(actor: Actor, effectId: string): Promise<LetterToPostRow | undefined> {
    const [row] = await lettersToPost(this.database, { effectIds: [effectId], limit: 1, scope: scopeFor(actor) });
    return row;
  }

  private async sheetOf(organisation: string, rows: readonly LetterToPostRow[]): Promise<Uint8Array> {
    const [sheets, { calendars }] = await Promise.all([this.organisations.list(), this.calendars.current()]);
    const sheet = sheets.find(({ id }) => id === organisation);
    const calendar = calendars[organisation];
    if (sheet === undefined || calendar === undefined) throw new Refusal('http.not-found');
    return renderLetterList({
      organisation: letterheadOf(sheet),
      date: localDateOf(calendar, Date.now()),
      letters: rows.map((row) => ({
        reference: row.caseNumber,
        object: row.kind === 'sendReply' ? row.title : `${kindOf(row).kindWords} : ${row.title}`,
        recipient: recipientOf(row),
      })),
    });
  }

  /** Notes who printed them, where they may. Printing is no posting: each is confirmed by its own task. */
  async markPrinted(actor: Actor, effectIds: readonly string[]): Promise<void> {
    const rows = await lettersToPost(this.database, { effectIds, limit: BUNDLE, scope: scopeFor(actor) });
    await markPrinted(
      this.database,
      rows.map((row) => row.effectId),
      actor.personId,
    );
  }
}

const KINDS: Readonly<Record<string, Pick<LetterToPostDto, 'kind' | 'kindWords'>>> = {
  sendReply: { kind: 'reply', kindWords: 'Réponse' },
  acknowledge: { kind: 'acknowledgement', kindWords: 'Accusé de réception' },
  tellCitizen: { kind: 'news', kindWords: 'Message à l’usager' },
  transmit: { kind: 'transmission', kindWords: 'Transmission' },
};

function kindOf({ kind }: LetterToPostRow): Pick<LetterToPostDto, 'kind' | 'kindWords'> {
  return KINDS[kind] ?? { kind: 'news', kindWords: 'Message' };
}

function scopeFor(actor: Actor): (firstParameter: number) => SqlCondition {
  return (first) => scopeSql(scopeOf(actor, 'letter.print'), CASE_COLUMNS, first);
}

/** Who gets it, as the envelope says. */
function recipientOf(row: LetterToPostRow): LetterRecipient {
  const { firstName, lastName, address, other } = row;
  if (other !== null) return other;
  return { nameLines: [nameOf(definedOf({ firstName, lastName }))], addressLines: addressLines(address) };
}

function addressLines(address: CitizenAddress | null): readonly string[] {
  if (address === null) return [];
  const city = [address.postalCode, address.city].filter((part) => part !== undefined && part !== '').join(' ');
  return [...address.lines, ...(city === '' ? [] : [city])];
}

function itemOf(row: LetterToPostRow, directory: Directory): LetterToPostDto {
  const { effectId, caseId, caseNumber, title, organisation, letterId, letterHash, other } = row;
  const [recipient] = present(recipientOf(row).nameLines);
  const printer = row.printedBy === null ? undefined : personOf(directory, row.printedBy);
  return {
    ...{ effectId, caseId, caseNumber, title, organisation, letterId, letterHash },
    ...kindOf(row),
    queuedAt: printInstant(row.queuedAt.getTime()),
    ...definedOf({
      taskId: row.taskId,
      recipient,
      address: other === null ? row.address : { lines: present(other.addressLines) },
      printedAt: row.printedAt === null ? null : printInstant(row.printedAt.getTime()),
      printedBy: printer === undefined ? null : personName(printer),
    }),
  };
}
