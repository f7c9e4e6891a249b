import type { Endorsement, SendBack } from '../../../domain/case/case-file.js';
import type { Route } from '../../../domain/case/route.js';
import type { Share } from '../../../domain/people/actor.js';
import { anyShare } from '../any-share.js';
import { boundParameters } from '../bound-parameters.js';
import type { Sql } from '../database.js';
import { notSetAside } from './set-asides.repository.js';

/** What waits for a signature or an endorsement, with the letter it is about. */
export interface ParapheurRow {
  readonly taskId: string;
  readonly letterId: string;
  readonly letterHash: string;
  readonly conclusion: string;
  readonly author: string;
  readonly theme: string;
  readonly endorsements: readonly Endorsement[];
  readonly sentBack: SendBack | null;
  readonly initials: string | null;
  /** The reader opened these very bytes. */
  readonly opened: boolean;
  /** The reader opened an earlier state of the letter. */
  readonly openedBefore: boolean;
}

/** The letters of these tasks, as their reader sees them. */
export async function parapheurRows(
  sql: Sql,
  taskIds: readonly string[],
  reader: string,
): Promise<readonly ParapheurRow[]> {
  return sql.query<ParapheurRow>(
    `SELECT t.id AS "taskId", c.theme, c.case_file #>> '{answer,letter,id}' AS "letterId",
       c.case_file #>> '{answer,letter,hash}' AS "letterHash", c.case_file #>> '{answer,conclusion,kind}' AS conclusion,
       c.case_file #>> '{answer,author}' AS author, c.case_file -> 'endorsements' AS endorsements,
       c.case_file -> 'sentBack' AS "sentBack",
       nullif(concat_ws(' ', left(p.first_name, 1) || '.', left(p.last_name, 1) || '.'), '') AS initials,
       EXISTS (SELECT 1 FROM letter_openings o WHERE o.case_id = c.case_id AND o.person = $2
         AND o.letter_hash = c.case_file #>> '{answer,letter,hash}') AS opened,
       EXISTS (SELECT 1 FROM letter_openings o WHERE o.case_id = c.case_id AND o.person = $2
         AND o.letter_hash <> c.case_file #>> '{answer,letter,hash}') AS "openedBefore"
     FROM tasks t JOIN case_files c ON c.case_id = t.case_id LEFT JOIN requests r ON r.case_id = c.case_id
       LEFT JOIN citizens p ON p.id = r.citizen_id
     WHERE t.id = ANY ($1) AND c.case_file #>> '{answer,letter,id}' IS NOT NULL`,
    [taskIds, reader],
  );
}

/** A case that is being answered or endorsed by others, and names one of these persons for an office. */
export interface CaseOnTheWay {
  readonly processId: string;
  readonly processHash: string;
  readonly step: number;
  readonly validators: Route['validators'];
  /** Offices that have endorsed it already. */
  readonly endorsed: readonly string[];
  /** The target of the task that is open now, else the promised day. */
  readonly expectedOn: string;
}

/** Enough to find the first that comes: what is expected latest may be left out. */
const ON_THE_WAY_AT_MOST = 500;

/** Those that come to somebody's work, the first expected first. */
export function casesLeadingTo(sql: Sql, shares: readonly Share[]): Promise<readonly CaseOnTheWay[]> {
  const { params, bind } = boundParameters();
  const theirs = anyShare(shares, bind, {
    of: (list) =>
      `EXISTS (SELECT 1 FROM jsonb_each_text(c.case_file #> '{route,validators}') v WHERE v.value = ANY (${list}))`,
    processId: 'c.process_id',
  });
  return sql.query<CaseOnTheWay>(
    `SELECT c.process_id AS "processId", c.process_hash AS "processHash", (c.case_file ->> 'step')::int AS step, c.case_file #> '{route,validators}' AS validators,
       ARRAY(SELECT e ->> 'role' FROM jsonb_array_elements(c.case_file -> 'endorsements') e) AS endorsed, t."expectedOn"
     FROM case_files c CROSS JOIN LATERAL (
       SELECT min(coalesce(t.target_on, t.due_on))::text AS "expectedOn" FROM tasks t
       WHERE t.case_id = c.case_id AND t.open AND t.kind IN ('answer', 'endorse')) t
     WHERE c.status = 'open' AND t."expectedOn" IS NOT NULL AND ${notSetAside('c.case_id')}
       AND ${theirs}
     ORDER BY t."expectedOn", c.case_id LIMIT ${String(ON_THE_WAY_AT_MOST)}`,
    params,
  );
}

/** The text of the last letter of the case that the person opened, other than the one of that hash. */
export async function lastOpenedText(
  sql: Sql,
  asked: { readonly caseId: string; readonly person: string; readonly otherThan: string },
): Promise<{ readonly letterId: string; readonly openedAt: Date; readonly text: string | null } | undefined> {
  const [row] = await sql.query<{ letterId: string; openedAt: Date; text: string | null }>(
    `SELECT o.letter_id AS "letterId", o.opened_at AS "openedAt", x.body AS text
     FROM letter_openings o JOIN letters l ON l.id = o.letter_id LEFT JOIN texts x ON x.id = l.text_id
     WHERE o.case_id = $1 AND o.person = $2 AND o.letter_hash <> $3 ORDER BY o.opened_at DESC LIMIT 1`,
    [asked.caseId, asked.person, asked.otherThan],
  );
  return row;
}
