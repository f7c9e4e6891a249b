import { createHash } from 'node:crypto';
import type { WordLine, WordLineKind } from '../../catalog/word-families.js';
import type { Sql } from '../database.js';

/**
 * Fills the search index anew from the versions in force. Rarity is a matter of the whole catalogue, so one changed entry
 * changes the worth of words in all: the index is small, and made again in seconds. Run it in the transaction that
 * publishes.
 */
export async function rebuildSearchIndex(sql: Sql, families: readonly WordLine[]): Promise<void> {
  await sql.query(`TRUNCATE ${TABLES.map((table) => `process_search_${table}`).join(', ')}`);
  await sql.query(ENTRIES);
  await sql.query(TEXTS);
  await sql.query(WEIGHTED_WORDS);
  await sql.query(VOCABULARY);
  for (const { kind, terms, factor, rarerThan } of TERM_KINDS)
    await sql.query(termsSql(terms), [kind, factor, rarerThan]);
  await sql.query(SIZES);
  await sql.query(TEXTS_OF_STEMS);
  await sql.query(KIN_BY_SPELLING, [BY_SPELLING]);
  await sql.query(KIN_BY_FAMILY, [JSON.stringify(families.map(weighedLine)), TURN, PAIR_AS_WORD]);
  await sql.query('INSERT INTO process_search_sources VALUES ($1)', [fingerprintOf(families)]);
  for (const table of TABLES) await sql.query(`ANALYZE process_search_${table}`);
}

/** True when the index was made from the versions that are in force and these families, by this code. */
export async function searchIndexIsFresh(sql: Sql, families: readonly WordLine[]): Promise<boolean> {
  const [row] = await sql.query<{ fresh: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM process_search_sources WHERE fingerprint = $1)
       AND NOT EXISTS (SELECT hash FROM process_versions WHERE current EXCEPT SELECT hash FROM process_search_entries)
       AND NOT EXISTS (SELECT hash FROM process_search_entries EXCEPT SELECT hash FROM process_versions WHERE current) AS fresh`,
    [fingerprintOf(families)],
  );
  return row?.fresh === true;
}

function fingerprintOf(families: readonly WordLine[]): string {
  const made = [
    TEXTS,
    TERM_KINDS,
    termsSql(''),
    TEXTS_OF_STEMS,
    KIN,
    BY_SPELLING,
    KIN_BY_SPELLING,
    KIN_BY_FAMILY,
    TURN,
    PAIR_AS_WORD,
  ];
  return createHash('sha256')
    .update(JSON.stringify([families, made]))
    .digest('hex');
}

const TABLES = ['sources', 'kin', 'words', 'terms', 'texts', 'entries'] as const;

/** What a word reached by a line of `word-families.txt` is worth beside the word itself. */
const KIN: Readonly<Record<WordLineKind, number>> = { form: 0.9, family: 0.5, broader: 0.4 };
/** A turn of several words says less surely what it means. */
const TURN = 0.6;
/** Words that begin alike for most of their length may be one family. */
const BY_SPELLING = 0.4;
const PAIR = 0.09;
/** A pair that stands for a word (« assistante maternelle » for « nounou ») is worth as much as one. */
const PAIR_AS_WORD = 6;

const ENTRIES = `
  INSERT INTO process_search_entries (number, process_id, hash, theme, organisation, department, teleservice, cases, words)
  SELECT row_number() OVER (ORDER BY v.process_id), v.process_id, v.hash, v.theme, v.organisation, v.department,
    v.definition #>> '{teleservice,kind}', coalesce(c.cases, 0), ''::tsvector
  FROM process_versions v LEFT JOIN (SELECT process_id, count(*) AS cases FROM case_files GROUP BY process_id) c USING (process_id)
  WHERE v.current`;

/** What each text weighs was measured on sentences left out of the catalogue (README of the catalogue, « Recherche »). */
const TEXTS = `
  INSERT INTO process_search_texts (id, number, weight, spoken, body, words, stems)
  SELECT e.number * 1000 + row_number() OVER (PARTITION BY e.number ORDER BY t.weight DESC, t.body), e.number, t.weight, t.spoken, t.body, k.words, k.stems
  FROM process_search_entries e JOIN process_versions v USING (hash)
  CROSS JOIN LATERAL (SELECT v.definition AS d) AS definition
  CROSS JOIN LATERAL (
    SELECT 4.0 AS weight, true AS spoken, v.title AS body
    UNION ALL SELECT 1.0, true, jsonb_array_elements_text(d -> 'phrasings')
    UNION ALL SELECT 1.2, false, d #>> '{teleservice,summary}'
    UNION ALL SELECT 2.0, false, d ->> 'themeTitle'
    UNION ALL SELECT 0.1, false, d ->> 'audience'
    UNION ALL SELECT 0.1, false, (SELECT string_agg(one, ' / ') FROM jsonb_array_elements_text(d -> 'needed') one)
    UNION ALL SELECT 0.1, false, (SELECT string_agg(one ->> 'label', ' / ') FROM jsonb_array_elements(d #> '{form,fields}') one)
    UNION ALL SELECT 0.1, false, concat_ws(' / ', d #>> '{script,opening}', d #>> '{script,handOver}',
      (SELECT string_agg(one ->> 'ask', ' / ') FROM jsonb_array_elements(d #> '{script,questions}') one),
      (SELECT string_agg(one, ' / ') FROM jsonb_array_elements_text(d #> '{script,say}') one))
  ) AS t
  CROSS JOIN LATERAL (SELECT array_agg(word ORDER BY place) AS words, array_agg(stem ORDER BY place) AS stems
    FROM search_tokens(t.body) WHERE stem IS NOT NULL) AS k
  WHERE k.words IS NOT NULL`;

/** The weighted document, for those who look for an entry by its exact words (\`websearch_to_tsquery('fr', …)\`). */
const WEIGHTED_WORDS = `
  UPDATE process_search_entries e SET words = t.words FROM (
    SELECT number, setweight(to_tsvector('fr', coalesce(string_agg(body, ' / ') FILTER (WHERE weight = 4), '')), 'A') ||
      setweight(to_tsvector('fr', coalesce(string_agg(body, ' / ') FILTER (WHERE spoken AND weight < 4), '')), 'B') ||
      setweight(to_tsvector('fr', coalesce(string_agg(body, ' / ') FILTER (WHERE NOT spoken), '')), 'D') AS words
    FROM process_search_texts GROUP BY number) t
  WHERE t.number = e.number`;

const VOCABULARY = `
  INSERT INTO process_search_words (word, stem, sound)
  SELECT DISTINCT ON (word) word, stem, search_sound(word)
  FROM process_search_texts, unnest(words, stems) AS k(word, stem) WHERE length(word) > 2`;

const STEMS = `SELECT t.id, t.number, t.weight, k.term, count(*) AS times
  FROM process_search_texts t, unnest(t.stems) AS k(term) GROUP BY 1, 2, 3, 4`;
const PAIRS = `SELECT t.id, t.number, t.weight, k.term || ' ' || k.next AS term, count(*) AS times
  FROM process_search_texts t, unnest(t.stems, t.stems[2:]) AS k(term, next) WHERE t.spoken AND k.next IS NOT NULL GROUP BY 1, 2, 3, 4`;
const GRAMS = `SELECT t.id, t.number, t.weight, g.term, count(*) AS times
  FROM process_search_texts t, unnest(t.words) AS k(word), search_grams(k.word) AS g(term) WHERE t.weight > 0.5 GROUP BY 1, 2, 3, 4`;

/** The length of a text people say, for comparing it: each of its words is as long as it is rare. */
const SIZES = `
  UPDATE process_search_texts x SET size = s.size FROM (
    SELECT k.id, sqrt(sum(t.rarity * t.rarity)) AS size
    FROM (SELECT DISTINCT id, unnest(stems) AS term FROM process_search_texts WHERE spoken) k
    JOIN process_search_terms t USING (term) WHERE t.kind = 'w' GROUP BY k.id) s
  WHERE s.id = x.id`;

/** The texts people say that hold a stem: each bears the number of its entry, a thousand apart. */
const TEXTS_OF_STEMS = `
  INSERT INTO process_search_terms (kind, term, rarity, numbers, worths)
  SELECT 't', k.term, t.rarity, array_agg(k.id), '{}'
  FROM (SELECT DISTINCT id, unnest(stems) AS term FROM process_search_texts WHERE spoken) k
  JOIN process_search_terms t ON t.kind = 'w' AND t.term = k.term GROUP BY k.term, t.rarity`;

/** « enterrer » and « enterrement »: stems that begin alike for most of their length. */
const KIN_BY_SPELLING = `
  WITH starts AS MATERIALIZED (SELECT term, n, left(term, n) AS start FROM process_search_terms CROSS JOIN generate_series(4, length(term)) n
    WHERE kind = 'w' AND term ~ '^[a-z]')
  INSERT INTO process_search_kin (said, term, likeness)
  SELECT a.term, b.term, $1::real * 2 * max(a.n) / (length(a.term) + length(b.term))
  FROM starts a JOIN starts b USING (start) WHERE a.term <> b.term
  GROUP BY a.term, b.term HAVING 2.0 * max(a.n) / (length(a.term) + length(b.term)) >= 0.6`;

const weighedLine = ({ kind, heard, read }: WordLine): Readonly<Record<string, unknown>> => {
  return { form: kind === 'form', worth: KIN[kind], heard, read };
};

/**
 * A turn is heard by its words in order; it is read by its stem if it is one word, by their pair if it has two. A form of a
 * word has the families of its other forms.
 */
const KIN_BY_FAMILY = `
  WITH lines AS (SELECT l.line, (l.words ->> 'form')::boolean AS form, (l.words ->> 'worth')::real AS worth, l.words
      FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS l(words, line)),
    members AS (
      SELECT l.line, m.side, m.said, string_agg(coalesce(t.stem, t.word), ' ' ORDER BY t.place) AS key, count(*) AS length,
        array_agg(t.stem ORDER BY t.place) FILTER (WHERE t.stem IS NOT NULL) AS stems
      FROM lines l CROSS JOIN LATERAL (
          SELECT 'heard' AS side, jsonb_array_elements_text(l.words -> 'heard') AS said
          UNION ALL SELECT 'read', jsonb_array_elements_text(l.words -> 'read')) m
      CROSS JOIN search_tokens(m.said) t GROUP BY l.line, m.side, m.said),
    means AS (SELECT line, array_to_string(stems, ' ') AS term, cardinality(stems) AS length FROM members
      WHERE side = 'read' AND (cardinality(stems) = 2 OR (cardinality(stems) = 1 AND length = 1))),
    direct AS (SELECT s.key AS said, m.term, l.form,
        l.worth * CASE s.length WHEN 1 THEN 1 ELSE $2::real END * CASE m.length WHEN 1 THEN 1 ELSE $3::real END AS likeness
      FROM lines l JOIN members s USING (line) JOIN means m USING (line)
      WHERE s.side = 'heard' AND s.key <> m.term AND s.stems IS NOT NULL),
    all_of_them AS (SELECT said, term, likeness FROM direct
      UNION ALL SELECT f.said, d.term, f.likeness * d.likeness FROM direct f JOIN direct d ON d.said = f.term
        WHERE f.form AND NOT d.form AND f.said <> d.term)
  INSERT INTO process_search_kin (said, term, likeness) SELECT said, term, max(likeness) FROM all_of_them GROUP BY said, term
  ON CONFLICT (said, term) DO UPDATE SET likeness = greatest(process_search_kin.likeness, excluded.likeness)`;

/** A word is worth its place in the rank; a pair confirms it; a group of letters counts among some ten of one word,
 * and those found everywhere are left out. */
const TERM_KINDS = [
  { kind: 'w', terms: STEMS, factor: 1, rarerThan: 0 },
  { kind: 'b', terms: PAIRS, factor: PAIR, rarerThan: 0 },
  { kind: 'g', terms: GRAMS, factor: 0.12, rarerThan: 1.2 },
] as const;

/** BM25 with a weight for each text, worked out once: a search only adds up. A text that repeats a word counts it twice at most. */
const termsSql = (terms: string): string => `
  WITH held AS (SELECT number, term, sum(weight * least(times, 2))::float AS amount FROM (${terms}) AS t GROUP BY number, term),
    size AS (SELECT number, sum(amount) AS size FROM held GROUP BY number),
    mean AS (SELECT avg(size) AS mean, count(*) AS entries FROM size),
    rare AS (SELECT term, ln(1 + (entries - spread + 0.5) / (spread + 0.5)) AS rarity
      FROM (SELECT term, sum(least(amount, 1)) AS spread FROM held GROUP BY term) s, mean)
  INSERT INTO process_search_terms (kind, term, rarity, numbers, worths)
  SELECT $1, term, rarity, array_agg(number), array_agg($2 * rarity * amount * 2.2 / (amount + 1.2 * (0.1 + 0.9 * size / mean)))
  FROM held JOIN size USING (number) JOIN rare USING (term), mean WHERE rarity > $3 GROUP BY term, rarity`;
