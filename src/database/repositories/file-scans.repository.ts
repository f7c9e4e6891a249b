import type { ScanVerdict } from '../../adapters/clamd.js';
import type { Sql } from '../database.js';

export type ScanState = 'pending' | 'clean' | 'blocked';

/** Files of a request and PDFs of delegations. */
const FILES = 'SELECT id AS file FROM documents UNION ALL SELECT document_id FROM delegation_arretes';

export async function expectScan(sql: Sql, file: string): Promise<void> {
  await sql.query(`INSERT INTO file_scans (file, state) VALUES ($1, 'pending') ON CONFLICT DO NOTHING`, [file]);
}

/**
 * Files that came before there was an antivirus: so many at a time, and none while others wait. Nobody opens what waits, so an
 * antivirus that is away must not take the old files along.
 */
export async function expectScansOfOthers(sql: Sql, atMost: number): Promise<void> {
  await sql.query(
    `INSERT INTO file_scans (file, state) SELECT file, 'pending' FROM (${FILES}) f
     WHERE NOT EXISTS (SELECT FROM file_scans s WHERE s.file = f.file) AND NOT EXISTS (SELECT FROM file_scans WHERE state = 'pending')
     LIMIT $1 ON CONFLICT DO NOTHING`,
    [atMost],
  );
}

/** Takes the file that came last of those that are due: somebody waits for it. A process that dies over it leaves it to the next round, ever later. */
export async function takeScan(sql: Sql): Promise<string | undefined> {
  const [row] = await sql.query<{ file: string }>(
    `UPDATE file_scans SET tries = tries + 1, due = now() + least(interval '1 minute', interval '5 seconds' * 2 ^ least(tries, 8))
     WHERE file = (SELECT file FROM file_scans WHERE state = 'pending' AND due <= now() ORDER BY since DESC LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING file`,
  );
  return row?.file;
}

/** @returns the case that the file belongs to, if it does already */
export async function noteVerdict(
  sql: Sql,
  file: string,
  verdict: ScanVerdict,
): Promise<{ readonly caseId: string; readonly revision: number } | undefined> {
  await sql.query(`UPDATE file_scans SET state = $2, virus = $3 WHERE file = $1`, [
    file,
    verdict.state,
    verdict.state === 'blocked' ? verdict.virus : null,
  ]);
  const [row] = await sql.query<{ caseId: string; revision: number }>(
    `SELECT c.case_id AS "caseId", c.revision FROM documents d JOIN case_files c ON c.case_id = d.case_id WHERE d.id = $1`,
    [file],
  );
  return row;
}

export async function scanStateOf(sql: Sql, file: string): Promise<ScanState | undefined> {
  const [row] = await sql.query<{ state: ScanState }>('SELECT state FROM file_scans WHERE file = $1', [file]);
  return row?.state;
}

/**
 * Nobody answers any more for what waited so long: it counts as never scanned. Not at once: another process of this town may
 * still have the antivirus, or have it again.
 */
export async function forgetPendingScans(sql: Sql): Promise<void> {
  await sql.query(`DELETE FROM file_scans WHERE state = 'pending' AND since < now() - interval '1 hour'`);
}

export async function forgetScan(sql: Sql, file: string): Promise<void> {
  await sql.query('DELETE FROM file_scans WHERE file = $1', [file]);
}

/** Of files that are erased since; one that has just come is named by nothing yet. */
export async function forgetScansOfErased(sql: Sql): Promise<void> {
  await sql.query(
    `DELETE FROM file_scans s WHERE since < now() - interval '1 day' AND NOT EXISTS (SELECT FROM (${FILES}) f WHERE f.file = s.file)`,
  );
}

/** One open incident while a file waits for too long, none otherwise. */
export async function syncAntivirusIncident(sql: Sql, waitsMinutes: number): Promise<void> {
  const [late] = await sql.query(
    `SELECT FROM file_scans WHERE state = 'pending' AND tries > 0 AND since < now() - make_interval(mins => $1) LIMIT 1`,
    [waitsMinutes],
  );
  if (late === undefined) {
    await sql.query(
      `UPDATE incidents SET state = 'ended', ended_at = now() WHERE kind = 'antivirus' AND state = 'open'`,
    );
    return;
  }
  await sql.query(
    `INSERT INTO incidents (id, organisation, sector, kind, code, state, opened_at)
     VALUES ('antivirus', '', '', 'antivirus', 'antivirus.away', 'open', now())
     ON CONFLICT (id) DO UPDATE SET state = 'open', opened_at = now(), ended_at = NULL WHERE incidents.state <> 'open'`,
  );
}
