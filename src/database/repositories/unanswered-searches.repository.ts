import type { Sql } from '../database.js';

/** `open`: nobody looked at it yet; `phraseAdded`: a sheet says it now. */
export const SEARCH_MARKS = ['open', 'dismissed', 'phraseAdded'] as const;
export type SearchMark = (typeof SEARCH_MARKS)[number];

export interface UnansweredSearchRow {
  readonly id: string;
  readonly words: string;
  readonly count: number;
  readonly lastOn: string;
  readonly state: SearchMark;
  readonly markedBy: string | null;
}

const COLUMNS = `id, words, count, last_on::text AS "lastOn", state, marked_by AS "markedBy"`;

/** As alike as that, a word is a name: of a citizen, of somebody of the town hall, of a street. */
const NAME_LIKENESS = '0.8';

/** Those of these folded words that name somebody. Run it in a transaction: the likeness of names is set for it alone. */
export async function namesAmong(sql: Sql, words: readonly string[]): Promise<ReadonlySet<string>> {
  if (words.length === 0) return new Set();
  await sql.query(`SELECT set_config('pg_trgm.word_similarity_threshold', $1, true)`, [NAME_LIKENESS]);
  const rows = await sql.query<{ word: string }>(
    `SELECT word FROM unnest($1::text[]) AS w(word)
     WHERE NOT EXISTS (SELECT 1 FROM process_search_words k WHERE k.word = w.word)
       AND (EXISTS (SELECT 1 FROM citizens z WHERE w.word <% fold_text(coalesce(z.last_name, '') || ' ' || coalesce(z.first_name, '')))
         OR EXISTS (SELECT 1 FROM people p WHERE w.word <% fold_text(p.last_name || ' ' || p.first_name))
         OR EXISTS (SELECT 1 FROM streets s WHERE w.word <% fold_text(s.name)))`,
    [words],
  );
  return new Set(rows.map(({ word }) => word));
}

/** The words of a text, folded, in their order: letters only. */
export async function foldedWords(sql: Sql, text: string): Promise<readonly string[]> {
  const [row] = await sql.query<{ words: readonly string[] }>(
    `SELECT coalesce(array_agg(word ORDER BY place) FILTER (WHERE word ~ '^[a-z]+$'), '{}') AS words FROM search_tokens($1)`,
    [text],
  );
  return row?.words ?? [];
}

/** Once more; what was said to be in a sheet now, and is still not found, is open again. */
export async function countUnanswered(sql: Sql, id: string, words: string, day: string): Promise<void> {
  await sql.query(
    `INSERT INTO unanswered_searches (id, words, count, last_on) VALUES ($1, $2, 1, $3)
     ON CONFLICT (words) DO UPDATE SET count = unanswered_searches.count + 1, last_on = $3,
       state = CASE unanswered_searches.state WHEN 'phraseAdded' THEN 'open' ELSE unanswered_searches.state END`,
    [id, words, day],
  );
}

/** The most asked first; one row more than asked. */
export function listUnanswered(
  sql: Sql,
  { state, limit, after }: { readonly state: SearchMark; readonly limit: number; readonly after?: readonly unknown[] },
): Promise<readonly UnansweredSearchRow[]> {
  return sql.query<UnansweredSearchRow>(
    `SELECT ${COLUMNS} FROM unanswered_searches WHERE state = $1
       AND ($2::int IS NULL OR (-count, id) > (-$2::int, $3::uuid)) ORDER BY -count, id LIMIT $4`,
    [state, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
  );
}

/** @returns undefined where there is none */
export async function markUnanswered(
  sql: Sql,
  { id, as, by }: { readonly id: string; readonly as: SearchMark; readonly by: string },
): Promise<UnansweredSearchRow | undefined> {
  const [row] = await sql.query<UnansweredSearchRow>(
    `UPDATE unanswered_searches SET state = $2, marked_by = $3, marked_at = now() WHERE id = $1 RETURNING ${COLUMNS}`,
    [id, as, by],
  );
  return row;
}
