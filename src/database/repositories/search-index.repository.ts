import type { Sql } from '../database.js';

/**
 * Fills the search index anew from the versions in force. Rarity is a matter of the whole catalogue, so one changed entry
 * changes the worth of words in all: the index is small, and made again in seconds. Run it in the transaction that
 * publishes.
 */
export async function rebuildSearchIndex(sql: Sql): Promise<void> {
  await sql.query('TRUNCATE process_search_words, process_search_terms, process_search_texts, process_search_entries');
  await sql.query(ENTRIES);
  await sql.query(TEXTS);
  await sql.query(WEIGHTED_WORDS);
  await sql.query(VOCABULARY);
  for (const { kind, terms, factor, rarerThan } of TERM_KINDS)
    await sql.query(termsSql(terms), [kind, factor, rarerThan]);
  await sql.query(SIZES);
  for (const table of ['entries', 'texts', 'terms', 'words']) await sql.query(`ANALYZE process_search_${table}`);
}

/** True when the index was made from the versions that are in force. */
export async function searchIndexIsFresh(sql: Sql): Promise<boolean> {
  const [row] = await sql.query<{ fresh: boolean }>(
    `SELECT NOT EXISTS (SELECT hash FROM process_versions WHERE current EXCEPT SELECT hash FROM process_search_entries)
       AND NOT EXISTS (SELECT hash FROM process_search_entries EXCEPT SELECT hash FROM process_versions WHERE current) AS fresh`,
  );
  return row?.fresh === true;
}

const ENTRIES = `
  INSERT INTO process_search_entries (number, process_id, hash, theme, organisation, department, teleservice, cases, words)
  SELECT row_number() OVER (ORDER BY v.process_id), v.process_id, v.hash, v.theme, v.organisation, v.department,
    v.definition #>> '{teleservice,kind}', coalesce(c.cases, 0), ''::tsvector
  FROM process_versions v LEFT JOIN (SELECT process_id, count(*) AS cases FROM case_files GROUP BY process_id) c USING (process_id)
  WHERE v.current`;

/** What each text weighs was measured on sentences left out of the catalogue (README of the catalogue, « Recherche »). */
const TEXTS = `
  INSERT INTO process_search_texts (id, number, weight, spoken, body, words, stems)
  SELECT row_number() OVER (ORDER BY e.number, t.weight DESC, t.body), e.number, t.weight, t.spoken, t.body, k.words, k.stems
  FROM process_search_entries e JOIN process_versions v USING (hash)
  CROSS JOIN LATERAL (SELECT v.definition AS d) AS definition
  CROSS JOIN LATERAL (
    SELECT 4.0 AS weight, true AS spoken, v.title AS body
    UNION ALL SELECT 1.0, true, jsonb_array_elements_text(d -> 'phrasings')
    UNION ALL SELECT 1.2, false, d #>> '{teleservice,summary}'
    UNION ALL SELECT 2.0, false, d ->> 'themeTitle'
    UNION ALL SELECT 0.3, false, d ->> 'audience'
    UNION ALL SELECT 0.3, false, (SELECT string_agg(one, ' / ') FROM jsonb_array_elements_text(d -> 'needed') one)
    UNION ALL SELECT 0.3, false, (SELECT string_agg(one ->> 'label', ' / ') FROM jsonb_array_elements(d #> '{form,fields}') one)
    UNION ALL SELECT 0.3, false, concat_ws(' / ', d #>> '{script,opening}', d #>> '{script,handOver}',
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

/** A word is worth its place in the rank; a pair confirms it; a group of letters counts among some ten of one word,
 * and those found everywhere are left out. */
const TERM_KINDS = [
  { kind: 'w', terms: STEMS, factor: 1, rarerThan: 0 },
  { kind: 'b', terms: PAIRS, factor: 0.3, rarerThan: 0 },
  { kind: 'g', terms: GRAMS, factor: 0.2, rarerThan: 1.2 },
] as const;

/** BM25 with a weight for each text, worked out once: a search only adds up. A text that repeats a word counts it twice at most. */
const termsSql = (terms: string): string => `
  WITH held AS (SELECT number, term, sum(weight * least(times, 2))::float AS amount FROM (${terms}) AS t GROUP BY number, term),
    size AS (SELECT number, sum(amount) AS size FROM held GROUP BY number),
    mean AS (SELECT avg(size) AS mean, count(*) AS entries FROM size),
    rare AS (SELECT term, ln(1 + (entries - spread + 0.5) / (spread + 0.5)) AS rarity
      FROM (SELECT term, sum(least(amount, 1)) AS spread FROM held GROUP BY term) s, mean)
  INSERT INTO process_search_terms (kind, term, rarity, numbers, worths)
  SELECT $1, term, rarity, array_agg(number), array_agg($2 * rarity * amount * 2.2 / (amount + 1.2 * (0.25 + 0.75 * size / mean)))
  FROM held JOIN size USING (number) JOIN rare USING (term), mean WHERE rarity > $3 GROUP BY term, rarity`;
