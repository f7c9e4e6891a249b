import type { CaseFile } from '../../domain/case/case-file.js';
import { conclusionInFrench } from '../../domain/text/case-words.js';
import type { Directory } from '../../domain/people/directory.js';
import type { ProcessDefinition } from '../../domain/process/process-definition.js';
import { readableAnswers } from '../../domain/request/answers-in-french.js';
import type { Answers } from '../../domain/request/answers.js';
import { printInstant } from '../calendar/read-instant.js';
import type {
  CaseContents,
  DocumentRow,
  MessageRow,
  NoteRow,
} from '../database/repositories/case-contents.repository.js';
import { MESSAGE_KIND, type CaseMessageRow } from '../database/repositories/case-messages.repository.js';
import type { FormerAnswers } from '../database/repositories/requalifications.repository.js';
import type { RequestRecord } from '../database/repositories/requests.repository.js';
import { definedOf } from '../http/defined-of.js';
import { departmentName, namedPerson } from '../people/person-names.js';
import { privateKeys } from './private-reader.js';
import type { CaseAnswerDto } from './case-detail.dto.js';
import type {
  CaseDocumentDto,
  CaseLetterDto,
  CaseMessageDto,
  CaseNoteDto,
  CaseRequestDto,
  OpenRequestDto,
} from './case-contents.dto.js';

/** What a request said under a process it has left. */
export interface FormerRequest extends FormerAnswers {
  readonly definition: ProcessDefinition;
}

/** What was sent, in words. Answers about health, means or family are for the department of the case only. */
export function describeRequest(
  request: RequestRecord,
  definition: ProcessDefinition,
  { former, ...reader }: { readonly isOfDepartment: boolean; readonly former: readonly FormerRequest[] },
): CaseRequestDto {
  const { id, words, keptWords, place, citizen } = request;
  return {
    id,
    words,
    ...(keptWords === undefined ? {} : { keptWords }),
    answers: describeAnswers(definition, request.answers, reader),
    former: former.map((one) => ({
      title: one.definition.title,
      until: printInstant(one.until.getTime()),
      answers: describeAnswers(one.definition, one.answers, reader),
    })),
    ...(place === undefined ? {} : { place }),
    ...(citizen === undefined ? {} : { citizen }),
  };
}

function describeAnswers(
  { form }: ProcessDefinition,
  answers: RequestRecord['answers'],
  reader: { readonly isOfDepartment: boolean },
): CaseRequestDto['answers'] {
  const secret = privateKeys(form);
  return readableAnswers(form, answers as Answers).map(({ key, label, text }) =>
    secret.has(key) && !reader.isOfDepartment ? { key, label, hidden: true } : { key, label, text },
  );
}

export function describeOpenRequests(
  caseFile: CaseFile,
  contents: CaseContents,
  directory: Directory,
): readonly OpenRequestDto[] {
  return caseFile.openRequests.map((request) => {
    const text = request.text === undefined ? undefined : contents.texts.get(request.text.id)?.body;
    return {
      id: request.id,
      kind: request.kind,
      askedOn: request.askedOn,
      required: request.required,
      overdue: request.overdue,
      ...(request.askedBy === undefined ? {} : { askedBy: namedPerson(directory, request.askedBy) }),
      ...(request.until === undefined ? {} : { until: request.until }),
      ...(request.department === undefined ? {} : { department: departmentName(directory, request.department) }),
      ...(text === undefined || text === null ? {} : { text }),
    };
  });
}

export function describeAnswer(
  caseFile: CaseFile,
  contents: CaseContents,
  directory: Directory,
): CaseAnswerDto | undefined {
  const { answer, signature } = caseFile;
  if (answer === undefined) return undefined;
  const text = contents.texts.get(answer.text.id)?.body;
  return {
    author: namedPerson(directory, answer.author),
    ...(answer.correctedBy === undefined ? {} : { correctedBy: namedPerson(directory, answer.correctedBy) }),
    at: printInstant(answer.at),
    atOnce: answer.atOnce,
    conclusion: conclusionInFrench(answer.conclusion),
    ...(text === undefined || text === null ? {} : { text }),
    letterId: answer.letter.id,
    letterHash: answer.letter.hash,
    ...(signature === undefined ? {} : { signedLetterId: signature.signedLetter.id }),
  };
}

export function describeDocument(row: DocumentRow, directory: Directory): CaseDocumentDto {
  const { id, name, type, size, sha256, fromCitizen, openRequest, point, scan } = row;
  return {
    id,
    name,
    type,
    size,
    sha256,
    fromCitizen,
    addedBy: namedPerson(directory, row.addedBy),
    at: printInstant(row.createdAt.getTime()),
    ...(openRequest === null ? {} : { openRequest }),
    ...(point === null ? {} : { point }),
    scan: scan?.state ?? 'unscanned',
    ...definedOf({ virus: scan?.virus }),
  };
}

export function describeNote({ id, author, body, createdAt }: NoteRow, directory: Directory): CaseNoteDto {
  return { id, author: namedPerson(directory, author), body, at: printInstant(createdAt.getTime()) };
}

export function describeLetters(
  caseFile: CaseFile,
  contents: CaseContents,
  directory: Directory,
): readonly CaseLetterDto[] {
  const current = caseFile.signature?.signedLetter.id ?? caseFile.answer?.letter.id;
  return contents.letters.map(({ id, hash, signedFrom, createdBy, createdAt }) => ({
    id,
    hash,
    signed: signedFrom !== null,
    current: id === current,
    createdBy: namedPerson(directory, createdBy),
    at: printInstant(createdAt.getTime()),
  }));
}

const MESSAGE_WORDS: Readonly<Record<string, string>> = {
  acknowledge: 'Accusé de réception',
  sendReply: 'Réponse',
  tellCitizen: 'Message à l’usager',
  transmit: 'Transmission à l’autorité compétente',
  remind: 'Rappel à un agent',
};

/** The author of what citizens write themselves. */
const CITIZEN = 'citizen';

/** Both ways, in the order of time. Reminders to agents are not part of the exchange. */
export function describeMessages(
  { messages, texts, plainMessages }: CaseContents,
  directory: Directory,
): readonly CaseMessageDto[] {
  const out = messages.filter(({ kind }) => kind !== 'remind').map(outgoing);
  const sent = [...texts.values()].filter(({ author }) => author === CITIZEN);
  const answers = sent.map(({ body, createdAt }) => citizenAnswer(body ?? undefined, createdAt));
  const plain = plainMessages.map((row) => describePlainMessage(row, directory));
  return [...out, ...answers, ...plain].sort((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)));
}

function outgoing({ kind, channel, state, createdAt, endedAt, text }: MessageRow): CaseMessageDto {
  const at = printInstant((endedAt ?? createdAt).getTime());
  return { direction: 'out', at, kind, words: MESSAGE_WORDS[kind] ?? kind, channel, state, ...definedOf({ text }) };
}

function citizenAnswer(text: string | undefined, createdAt: Date): CaseMessageDto {
  return {
    direction: 'in',
    at: printInstant(createdAt.getTime()),
    kind: 'citizenAnswered',
    words: 'Réponse de l’usager',
    ...(text === undefined ? {} : { text }),
  };
}

/** A message as it was written, by whichever side. */
export function describePlainMessage(row: CaseMessageRow, directory: Directory): CaseMessageDto {
  const { id, direction, author, body, documents, createdAt, readAt, state } = row;
  const isIn = direction === 'in';
  return {
    id,
    direction,
    at: printInstant(createdAt.getTime()),
    kind: MESSAGE_KIND,
    words: isIn ? 'Message de l’usager' : 'Message à l’usager',
    text: body,
    ...(isIn ? { unread: readAt === null } : { author: namedPerson(directory, author), channel: 'email' }),
    ...(state === null ? {} : { state }),
    ...(documents.length === 0 ? {} : { documents }),
  };
}
