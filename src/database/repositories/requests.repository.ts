import type { CitizenKind, Language, PreferredChannel, Wish } from '../../../domain/request/citizen-preferences.js';
import type { Sql } from '../database.js';

/** What a citizen is known by, for one sector of one organisation: there is no file of the whole population. */
export interface CitizenRecord {
  readonly id: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly address?: CitizenAddress;
  readonly kind: CitizenKind;
  readonly preferredChannel?: PreferredChannel;
  readonly language?: Language;
  readonly wishes: readonly Wish[];
}

export interface CitizenAddress {
  readonly lines: readonly string[];
  readonly postalCode?: string;
  readonly city?: string;
}

/** A request as it came in: never changed afterwards. */
export interface RequestRecord {
  readonly id: string;
  readonly caseId: string;
  readonly words: string;
  /** What it still speaks of, once parts of the message became requests of their own. */
  readonly keptWords?: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly place?: { readonly text: string; readonly quartier?: string };
  readonly receivedAt: Date;
  readonly trackingCode: string;
  readonly citizen?: CitizenRecord;
}

interface Row {
  readonly id: string;
  readonly case_id: string;
  readonly words: string;
  readonly kept_words: string | null;
  readonly answers: Record<string, unknown>;
  readonly place: NonNullable<RequestRecord['place']> | null;
  readonly received_at: Date;
  readonly tracking_code: string;
  readonly citizen: CitizenRow | null;
}

interface CitizenRow {
  readonly id: string;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: CitizenAddress | null;
  readonly kind: CitizenKind;
  readonly preferred_channel: PreferredChannel | null;
  readonly language: Language | null;
  readonly wishes: readonly Wish[];
}

/** The request behind a case, with its citizen. */
export async function findRequest(sql: Sql, caseId: string): Promise<RequestRecord | undefined> {
  const [row] = await sql.query<Row>(
    `SELECT r.id, r.case_id, r.words, r.kept_words, r.answers, r.place, r.received_at, r.tracking_code, to_jsonb(c) AS citizen
     FROM requests r LEFT JOIN citizens c ON c.id = r.citizen_id WHERE r.case_id = $1`,
    [caseId],
  );
  return row === undefined ? undefined : recordOf(row);
}

/** Says what a request still speaks of; what was sent does not change. */
export async function keepWords(sql: Sql, caseId: string, words: string): Promise<void> {
  await sql.query('UPDATE requests SET kept_words = $2 WHERE case_id = $1', [caseId, words]);
}

/** How a letter or a screen names the citizen. */
export function nameOf(citizen: Pick<CitizenRecord, 'firstName' | 'lastName'>): string | undefined {
  const name = [citizen.firstName, citizen.lastName].filter((part) => part !== undefined && part !== '').join(' ');
  return name === '' ? undefined : name;
}

export function citizenOf(row: CitizenRow): CitizenRecord {
  return {
    id: row.id,
    ...(row.first_name === null ? {} : { firstName: row.first_name }),
    ...(row.last_name === null ? {} : { lastName: row.last_name }),
    ...(row.email === null ? {} : { email: row.email }),
    ...(row.phone === null ? {} : { phone: row.phone }),
    ...(row.address === null ? {} : { address: row.address }),
    kind: row.kind,
    ...(row.preferred_channel === null ? {} : { preferredChannel: row.preferred_channel }),
    ...(row.language === null ? {} : { language: row.language }),
    wishes: row.wishes,
  };
}

function recordOf(row: Row): RequestRecord {
  return {
    id: row.id,
    caseId: row.case_id,
    words: row.words,
    ...(row.kept_words === null ? {} : { keptWords: row.kept_words }),
    answers: row.answers,
    ...(row.place === null ? {} : { place: row.place }),
    receivedAt: row.received_at,
    trackingCode: row.tracking_code,
    ...(row.citizen === null ? {} : { citizen: citizenOf(row.citizen) }),
  };
}
