import type { CaseFile } from '../../domain/case/case-file.js';
import type { AnswerConclusion } from '../../domain/case/conclusion.js';
import type { Department, Person } from '../../domain/people/directory.js';
import { personName } from '../../domain/people/person-name.js';
import type { ProcessDefinition } from '../../domain/process/process-definition.js';
import { longDate } from '../../domain/text/french-typography.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { nameOf, type RequestRecord } from '../database/repositories/requests.repository.js';
import { letterheadOf } from '../people/organisations.service.js';
import type { OrganisationSheet, PhoneNumber } from '../town/town.js';
import { templateAnswers } from '../../domain/request/answers-in-french.js';
import type { Answers } from '../../domain/request/answers.js';
import type { LetterAuthor, LetterInput, LetterRecipient } from './letter-input.js';
import { fillRemedy, remediesFor } from './remedies.js';
import { renderReplyTemplate, type ReplyVariables } from './reply-template.js';

/** What a reply is made of. */
export interface ReplyParts {
  readonly sheet: OrganisationSheet;
  readonly definition: ProcessDefinition;
  readonly caseFile: CaseFile;
  readonly request: RequestRecord;
  readonly author: Person;
  readonly department: Department | undefined;
  readonly conclusion: AnswerConclusion;
  /** The referent's own words. */
  readonly text: string;
  /** The reason of a refusal, in words. */
  readonly reason?: string;
  /** The town's telephone numbers, by key: a letter may name some. */
  readonly telephones: ReadonlyMap<string, PhoneNumber>;
  readonly today: LocalDate;
  readonly receivedOn: LocalDate;
  /** What stands for the answers that an invented case lacks, by key of the question. */
  readonly unanswered?: Readonly<Record<string, string>>;
}

/** The letter of an answer: the process's template around the referent's words, on the paper of the organisation. */
export function composeLetter(parts: ReplyParts): LetterInput {
  const { definition, caseFile, sheet, conclusion } = parts;
  const signed = definition.steps.some((step) => step.kind === 'signature') && caseFile.answer?.atOnce !== true;
  const recipient = recipientOf(parts.request);
  const remedies =
    conclusion.kind === 'refused' ? remediesFor(definition.replies, parts.request.answers as Answers) : {};
  return {
    organisation: letterheadOf(sheet),
    date: parts.today,
    reference: caseFile.caseNumber,
    object: definition.title,
    ...(recipient === undefined ? {} : { recipient }),
    body: bodyOf(parts),
    author: authorOf(parts),
    signature: { kind: signed ? 'awaited' : 'notRequired' },
    ...(remedies.appealNotice === undefined ? {} : { appealNotice: fillRemedy(remedies.appealNotice, sheet) }),
  };
}

function bodyOf(parts: ReplyParts): string {
  const { sections } = parts.definition.replies;
  const template = sections[parts.conclusion.kind] ?? sections.answered ?? sections.done ?? '{{ texte }}';
  return renderReplyTemplate(template, variablesOf(parts));
}

function variablesOf(parts: ReplyParts): ReplyVariables {
  const { caseFile, definition, conclusion, request } = parts;
  const name = request.citizen === undefined ? undefined : nameOf(request.citizen);
  return {
    numero: caseFile.caseNumber,
    objet: definition.title,
    recue_le: longDate(parts.receivedOn),
    texte: parts.text,
    agent: parts.author.anonymised === true ? `le service ${departmentOf(parts)}` : personName(parts.author),
    ville: parts.sheet.legalName,
    conclusion: conclusion.kind,
    telephones: parts.telephones,
    champs: { ...parts.unanswered, ...templateAnswers(definition.form, request.answers as Answers) },
    ...(name === undefined ? {} : { destinataire: name }),
    ...(conclusion.kind === 'planned' ? { date_prevue: longDate(conclusion.on) } : {}),
    ...(parts.reason === undefined ? {} : { motif: parts.reason }),
    ...(conclusion.kind === 'notOurs' ? { transmis_a: conclusion.passedTo } : {}),
  };
}

/** The citizen, as an envelope says it. */
export function recipientOf({ citizen }: RequestRecord): LetterRecipient | undefined {
  if (citizen === undefined) return undefined;
  const { address } = citizen;
  const cityLine = [address?.postalCode, address?.city].filter((part) => part !== undefined && part !== '').join(' ');
  return {
    nameLines: [nameOf(citizen)],
    addressLines: [...(address?.lines ?? []), cityLine === '' ? undefined : cityLine],
  };
}

/** Who follows a case: a person, where there is one. */
export interface AuthorParts {
  readonly author: Person | undefined;
  readonly department: Department | undefined;
  readonly sheet: OrganisationSheet;
}

/** L111-2 CRPA: name, capacity and department; the department alone where the agent's safety asks for it. */
export function authorOf(parts: AuthorParts): LetterAuthor {
  const { author, sheet } = parts;
  const department = departmentOf(parts);
  if (author === undefined) return { kind: 'department', department, phone: sheet.phone, email: sheet.email };
  if (author.anonymised === true) return { kind: 'anonymous', department, phone: sheet.phone, email: sheet.email };
  return {
    kind: 'named',
    name: personName(author),
    capacity: author.functionTitle,
    department,
    phone: author.phone,
    email: author.email,
  };
}

function departmentOf({ department, sheet }: AuthorParts): string {
  return department?.name ?? sheet.shortName;
}
