import type { CaseFile } from '../../domain/case/case-file.js';
import { personOf, type Directory, type Person } from '../../domain/people/directory.js';
import { signatureMention } from '../../domain/people/signature-mention.js';
import { signingPower } from '../../domain/people/signing-power.js';
import type { ProcessDefinition } from '../../domain/process/process-definition.js';
import { ROLE_WORDS } from '../../domain/text/case-words.js';
import { typeset } from '../../domain/text/french-typography.js';
import { localDateOf, type Calendar } from '../../domain/time/calendar.js';
import type { OrderedEffect } from '../catalog/case-player.js';
import type { RequestRecord } from '../database/repositories/requests.repository.js';
import type { CaseContext } from '../letters/case-context.js';
import { composeLetter } from '../letters/compose-letter.js';
import type { LetterInput, LetterSignature } from '../letters/letter-input.js';
import { acknowledgementOf } from '../letters/mails/acknowledgement-of.js';
import { newsOf } from '../letters/mails/news-of.js';
import { replyOf } from '../letters/mails/reply-of.js';
import { letterAsMail } from '../letters/render-letter.js';
import { ReplyTemplateError } from '../letters/reply-template.js';
import type { OrganisationSheet, PhoneNumber } from '../town/town.js';
import type { PlayedAnswers } from './bench-answers.js';
import type { BenchLetterDto } from './design.dto.js';
import { EXAMPLE_FOLLOWING, PLACEHOLDERS } from './example-case.js';

/** What a town prints on its letters. */
export interface LetterTown {
  readonly sheet: OrganisationSheet;
  readonly telephones: ReadonlyMap<string, PhoneNumber>;
}

/** What the letters of a play are made of. */
export interface PlayedCase extends LetterTown {
  readonly definition: ProcessDefinition;
  readonly directory: Directory;
  readonly calendar: Calendar;
  readonly played: PlayedAnswers;
}

/** What an invented citizen gets, made as a real one's; undefined for what goes to others, and once another process took over. */
export function letterOf(play: PlayedCase, ordered: OrderedEffect): BenchLetterDto | undefined {
  if (ordered.caseFile.definition.processId !== play.definition.id) return undefined;
  try {
    return written(play, ordered);
  } catch (error) {
    if (!(error instanceof ReplyTemplateError)) throw error;
    return { subject: typeset(`Réponse : ${play.definition.title}`), fault: error.message };
  }
}

function written(play: PlayedCase, ordered: OrderedEffect): BenchLetterDto | undefined {
  const { effect } = ordered;
  const context = contextOf(play, ordered);
  switch (effect.kind) {
    case 'acknowledge':
      return readable(acknowledgementOf(context));
    case 'tellCitizen':
      return readable(newsOf(context, effect, '[Ce qui manque, dit par le service.]'));
    case 'sendReply': {
      const letter = letterAsMail(replyLetter(play, context));
      return effect.channel === 'email'
        ? readable(replyOf(context, letter))
        : { subject: letter.mailSubject, text: letter.mailText };
    }
    case 'remind':
    case 'transmit':
    case 'fetchCalendars':
      return undefined;
  }
}

function readable(mail: Required<Pick<BenchLetterDto, 'subject' | 'text'>> | undefined): BenchLetterDto | undefined {
  return mail === undefined ? undefined : { subject: mail.subject, text: mail.text };
}

function contextOf(
  { definition, sheet, directory, calendar, played }: PlayedCase,
  { at, caseFile }: OrderedEffect,
): CaseContext {
  const { followUrl, trackingCode } = EXAMPLE_FOLLOWING;
  const [firstName = '', lastName = ''] = PLACEHOLDERS.destinataire.split(' ');
  const { postalCode, city } = sheet.address;
  const request: RequestRecord = {
    ...{ id: 'banc', caseId: caseFile.caseId, words: '', trackingCode },
    answers: played.answers,
    receivedAt: new Date(caseFile.receivedAt),
    citizen: {
      ...{ id: 'usager', kind: 'person', firstName, lastName, wishes: [] },
      address: { lines: ['1 rue de l’Exemple'], postalCode, city },
    },
  };
  const today = localDateOf(calendar, at);
  return { ...{ caseFile, request, definition, sheet, directory, calendar }, publicUrl: '', followUrl, today };
}

function replyLetter({ played, telephones }: PlayedCase, context: CaseContext): LetterInput {
  const { caseFile, directory, calendar, definition, request, sheet, today } = context;
  const { answer, route } = caseFile;
  const letter = composeLetter({
    ...{ sheet, definition, caseFile, request, telephones, today },
    author: authorOf(directory, answer?.author),
    department: directory.departments.find(({ id }) => id === route.department),
    conclusion: answer?.conclusion ?? { kind: 'answered' },
    text: PLACEHOLDERS.texte,
    reason: PLACEHOLDERS.motif,
    receivedOn: localDateOf(calendar, caseFile.receivedAt),
    unanswered: Object.fromEntries(played.missing.map(({ key }) => [key, PLACEHOLDERS.answer])),
  });
  const signature = signatureOf(context, caseFile.signature);
  return signature === undefined ? letter : { ...letter, signature };
}

/** Whoever answers there, where the town knows them. */
function authorOf(directory: Directory, id = ''): Person {
  const [firstName = '', lastName = ''] = PLACEHOLDERS.agent.split(' ');
  const invented = { login: '', email: '', phone: '', functionTitle: '', roles: [], substitutes: [] };
  return personOf(directory, id) ?? { id, firstName, lastName, ...invented };
}

function signatureOf(
  { directory, definition, calendar }: CaseContext,
  signature: CaseFile['signature'],
): LetterSignature | undefined {
  if (signature === undefined) return undefined;
  const { organisation, theme } = definition;
  const { person: signer, role, at: signedAt } = signature;
  const asked = { signer, organisation, theme, on: localDateOf(calendar, signedAt) };
  const mention = signatureMention(directory, asked, signingPower(directory, asked));
  return { kind: 'signed', signedAt, ...(mention ?? { name: PLACEHOLDERS.agent, capacity: ROLE_WORDS[role] }) };
}
