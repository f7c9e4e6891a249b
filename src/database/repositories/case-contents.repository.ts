import type { StoredLine, StoredText } from '../../cases/timeline.js';
import type { Sql } from '../database.js';
import type { ScanState } from './file-scans.repository.js';
import { caseMessagesOf, MESSAGE_KIND, type CaseMessageRow } from './case-messages.repository.js';

export interface DocumentRow {
  readonly id: string;
  readonly caseId: string | null;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  readonly addedBy: string;
  readonly fromCitizen: boolean;
  readonly openRequest: string | null;
  /** Of a photograph: where it was taken. */
  readonly point: { readonly longitude: number; readonly latitude: number } | null;
  /** What the antivirus said; null where it was never asked. */
  readonly scan: { readonly state: ScanState; readonly virus: string | null } | null;
  readonly createdAt: Date;
}

export interface NoteRow {
  readonly id: string;
  readonly author: string;
  readonly body: string;
  readonly createdAt: Date;
}

/** A version of the reply. */
export interface LetterRow {
  readonly id: string;
  readonly hash: string;
  readonly signedFrom: string | null;
  readonly createdBy: string;
  readonly createdAt: Date;
}

export interface MessageRow {
  readonly kind: string;
  readonly channel: string;
  readonly state: string;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
  /** Of what is no reply; null once erased. */
  readonly text: string | null;
}

/** Everything that hangs on a case beside its row, in the order in which it came. */
export interface CaseContents {
  readonly lines: readonly StoredLine[];
  readonly texts: ReadonlyMap<string, StoredText>;
  readonly documents: readonly DocumentRow[];
  readonly notes: readonly NoteRow[];
  readonly letters: readonly LetterRow[];
  /** What left by an act or by the engine. */
  readonly messages: readonly MessageRow[];
  /** What was written both ways besides. */
  readonly plainMessages: readonly CaseMessageRow[];
  readonly claims: ReadonlyMap<string, string>;
}

export async function caseContents(sql: Sql, caseId: string): Promise<CaseContents> {
  const [lines, texts, documents, notes, letters, messages, plainMessages, claims] = await Promise.all([
    journalLines(sql, caseId),
    sql.query<StoredText>(
      'SELECT id, kind, author, body, created_at AS "createdAt" FROM texts WHERE case_id = $1 ORDER BY created_at',
      [caseId],
    ),
    sql.query<DocumentRow>(`SELECT ${DOCUMENT_COLUMNS} FROM documents WHERE case_id = $1 ORDER BY created_at`, [
      caseId,
    ]),
    notesOf(sql, caseId),
    sql.query<LetterRow>(
      `SELECT id, hash, signed_from AS "signedFrom", created_by AS "createdBy", created_at AS "createdAt" FROM letters l
       WHERE case_id = $1 AND EXISTS (SELECT FROM texts t WHERE t.id = l.text_id AND t.kind = 'answer') ORDER BY created_at`,
      [caseId],
    ),
    sql.query<MessageRow>(
      `SELECT m.kind, m.channel, m.state, m.created_at AS "createdAt", m.ended_at AS "endedAt", t.body AS text FROM outgoing_messages m
       LEFT JOIN texts t ON t.id = m.text_id WHERE m.case_id = $1 AND m.kind <> '${MESSAGE_KIND}' ORDER BY m.created_at`,
      [caseId],
    ),
    caseMessagesOf(sql, caseId),
    sql.query<{ id: string; person: string }>(
      'SELECT id, claimed_by AS person FROM tasks WHERE case_id = $1 AND open AND claimed_by IS NOT NULL',
      [caseId],
    ),
  ]);
  return {
    lines,
    texts: new Map(texts.map((text) => [text.id, text])),
    documents,
    notes,
    letters,
    messages,
    plainMessages,
    claims: new Map(claims.map(({ id, person }) => [id, person])),
  };
}

export const DOCUMENT_COLUMNS = `id, case_id AS "caseId", name, type, size, sha256, added_by AS "addedBy", from_citizen AS "fromCitizen",
  open_request AS "openRequest", point, created_at AS "createdAt",
  (SELECT jsonb_build_object('state', s.state, 'virus', s.virus) FROM file_scans s WHERE s.file = documents.id) AS scan`;

/** The journal of a case, in order. */
export async function journalLines(sql: Sql, caseId: string): Promise<readonly StoredLine[]> {
  return sql.query<StoredLine>(
    `SELECT revision, line, at, code, actor, actor_role AS "actorRole", on_behalf_of AS "onBehalfOf", department, about, clocks, event
     FROM journal_entries WHERE case_id = $1 ORDER BY revision, line`,
    [caseId],
  );
}

export async function notesOf(sql: Sql, caseId: string): Promise<readonly NoteRow[]> {
  return sql.query<NoteRow>(
    'SELECT id, author, body, created_at AS "createdAt" FROM notes WHERE case_id = $1 ORDER BY created_at, id',
    [caseId],
  );
}
