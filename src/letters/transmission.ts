import type { Documents } from '../../activities/ports/documents.js';
import type { Missive } from '../../activities/ports/correspondence.js';
import type { MailAttachment } from '../../activities/ports/mailer.js';
import { documentIds } from '../../domain/request/check-answers.js';
import { readableAnswers } from '../../domain/request/answers-in-french.js';
import type { Answers } from '../../domain/request/answers.js';
import { localDateOf } from '../../domain/time/calendar.js';
import type { Sql } from '../database/database.js';
import { documentsOfCitizen, type CitizenDocument } from '../database/repositories/documents.repository.js';
import { letterheadOf } from '../people/organisations.service.js';
import type { Authority } from '../town/town.js';
import type { CaseContext } from './case-context.js';
import { recipientOf } from './compose-letter.js';
import type { MailContent } from './mails/mail-content.js';
import { transmissionMail } from './mails/transmission-mail.js';
import { paperLetter } from './paper-letter.js';
import { renderLetter } from './render-letter.js';

/** What mail servers take without a word, all attachments together. */
const MOST_BYTES = 8_000_000;

/**
 * The request as it goes to the authority that is competent for it: whole, with what the citizen sent. By mail; by post
 * where that one has no mail address, or the case is under professional secrecy, which no mail box keeps.
 */
export async function transmissionOf(
  { sql, documents }: { readonly sql: Sql; readonly documents: Pick<Documents, 'get'> },
  context: CaseContext,
  authority: Authority,
): Promise<Missive> {
  const { caseFile, request, definition } = context;
  const named = documentIds(definition.form, request.answers as Answers);
  const sent = await documentsOfCitizen(sql, caseFile.caseId, named);
  // Tried again by the engine, about an hour long: the antivirus answers within seconds.
  if (sent.some(({ scan }) => scan === 'pending')) throw new Error('document.being-scanned');
  const all = sent.filter(({ scan }) => scan !== 'blocked');
  const blocked = sent.filter(({ scan }) => scan === 'blocked').map(({ name }) => name);
  if (authority.email === undefined || caseFile.sensitive) {
    const input = paperLetter(context, contentOf(context, { attached: [], onRequest: all, blocked }), {
      nameLines: [authority.name],
      addressLines: [...authority.address.lines, `${authority.address.postalCode} ${authority.address.city}`],
    });
    return { by: 'letter', letter: { ...renderLetter(input), input } };
  }
  const attached = fitting(all);
  const { subject, text, html } = contentOf(context, {
    attached,
    onRequest: all.filter((one) => !attached.includes(one)),
    blocked,
  });
  const attachments = await Promise.all(attached.map((document) => attachment(documents, document)));
  return { by: 'email', mail: { to: authority.email, subject, text, html, attachments } };
}

function contentOf(
  context: CaseContext,
  {
    attached,
    onRequest,
    blocked,
  }: {
    readonly attached: readonly CitizenDocument[];
    readonly onRequest: readonly CitizenDocument[];
    readonly blocked: readonly string[];
  },
): MailContent {
  const { caseFile, request, definition, sheet, calendar } = context;
  const { nameLines = [], addressLines = [] } = recipientOf(request) ?? {};
  const { email, phone } = request.citizen ?? {};
  return transmissionMail({
    organisation: letterheadOf(sheet),
    caseNumber: caseFile.caseNumber,
    title: definition.title,
    receivedOn: localDateOf(calendar, caseFile.receivedAt),
    words: request.words,
    ...(request.place === undefined ? {} : { place: request.place.text }),
    answers: readableAnswers(definition.form, request.answers as Answers),
    author: {
      lines: [...nameLines, ...addressLines],
      ...(email === undefined ? {} : { email }),
      ...(phone === undefined ? {} : { phone }),
    },
    attached: attached.map(({ name }) => name),
    onRequest: onRequest.map(({ name }) => name),
    blocked,
  });
}

/** As many as a mail takes, in the order in which they came. */
function fitting(all: readonly CitizenDocument[]): readonly CitizenDocument[] {
  let left = MOST_BYTES;
  return all.filter(({ size }) => {
    if (size > left) return false;
    left -= size;
    return true;
  });
}

async function attachment(
  documents: Pick<Documents, 'get'>,
  { id, name, type }: CitizenDocument,
): Promise<MailAttachment> {
  return { filename: name, contentType: type, content: await documents.get(id) };
}
