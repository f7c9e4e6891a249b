import type { Sql } from '../database.js';

export interface ProcessSearchFilter {
  readonly theme?: string | undefined;
  readonly organisation?: string | undefined;
  readonly department?: string | undefined;
  readonly teleservice?: string | undefined;
}

/** A process that words lead to, with what led there. */
export interface FoundProcess {
  readonly processId: string;
  /** Sum of what its words are worth; compare with `possible`. */
  readonly worth: number;
  /** What the words asked would be worth at best. */
  readonly possible: number;
  /** Share, from 0 to 1, of the rarity of the words asked that the entry holds. */
  readonly covered: number;
  /** Words asked that the entry holds, the most telling first. */
  readonly words: readonly string[];
  /** What people say for it, or its title: the nearest to what was asked; null where none is near. */
  readonly saying: string | null;
}

/** How alike a phrasing must be, from 0 to 1, to be shown as the reason. */
const NEAR = 0.35;

/**
 * The processes that a sentence leads to, best first. Words by their stems, each as rare as it is in the catalogue; a word
 * that no entry holds by those it looks or sounds like; pairs of words; families of words by their groups of letters; then
 * what people say for each of the best, compared as a whole. The number of cases separates equals only.
 */
export async function findProcesses(
  sql: Sql,
  sentence: string,
  { filter, limit }: { readonly filter: ProcessSearchFilter; readonly limit: number },
): Promise<readonly FoundProcess[]> {
  const { theme = null, organisation = null, department = null, teleservice = null } = filter;
  return sql.query<FoundProcess>(SEARCH, [sentence, theme, organisation, department, teleservice, limit, NEAR]);
}

/*
 * How few rows the tables made on the way hold, the planner cannot know: what they look up is written as a lateral query
 * of its own (`OFFSET 0`), so that each look-up goes by its index.
 */

const ASKED = `
  tokens AS MATERIALIZED (SELECT place, word, stem FROM search_tokens($1)),
  asked AS MATERIALIZED (SELECT word, min(stem) AS stem FROM tokens WHERE stem IS NOT NULL GROUP BY word),
  known AS MATERIALIZED (SELECT a.word, a.stem, t.rarity FROM asked a CROSS JOIN LATERAL (
    SELECT rarity FROM process_search_terms WHERE kind = 'w' AND term = a.stem OFFSET 0) t),
  -- Turns of several words that stand for another: « carte bleue », « à toute allure ».
  turns AS MATERIALIZED (SELECT array_to_string(words[i : i + n - 1], ' ') AS word, array_to_string(keys[i : i + n - 1], ' ') AS key
    FROM (SELECT array_agg(word ORDER BY place) AS words, array_agg(coalesce(stem, word) ORDER BY place) AS keys FROM tokens) AS s
    CROSS JOIN generate_series(2, 5) n CROSS JOIN generate_series(1, cardinality(words) + 1 - n) i),
  kin AS MATERIALIZED (SELECT a.word, k.term, k.likeness FROM (SELECT word, stem AS key FROM asked UNION ALL SELECT word, key FROM turns) a
    CROSS JOIN LATERAL (SELECT term, likeness FROM process_search_kin WHERE said = a.key OFFSET 0) k),
  lost AS MATERIALIZED (SELECT word, search_sound(word) AS sound FROM asked
    WHERE length(word) > 2 AND word NOT IN (SELECT word FROM known UNION ALL SELECT word FROM kin)),
  meant AS MATERIALIZED (
    SELECT word, 'w' AS kind, stem AS term, 1.0::real AS likeness FROM known
    UNION ALL SELECT word, CASE WHEN term LIKE '% %' THEN 'b' ELSE 'w' END, term, likeness FROM kin
    UNION ALL SELECT l.word, 'w', n.stem, 0.9::real * n.likeness FROM lost l CROSS JOIN LATERAL (
      SELECT stem, max(likeness) AS likeness FROM (
        SELECT stem, similarity(word, l.word) AS likeness FROM process_search_words WHERE word % l.word
        UNION ALL SELECT stem, 0.8 FROM process_search_words WHERE sound = l.sound
        UNION ALL SELECT stem, 0.9 FROM process_search_words WHERE word ~>=~ l.word AND word ~<~ (l.word || '{')) AS alike
      GROUP BY stem HAVING max(likeness) >= 0.4 ORDER BY likeness DESC, stem LIMIT 8) n),
  held AS MATERIALIZED (SELECT m.word, m.likeness, m.kind, m.term, t.rarity, t.numbers, t.worths FROM meant m CROSS JOIN LATERAL (
    SELECT rarity, numbers, worths FROM process_search_terms WHERE kind = m.kind AND term = m.term OFFSET 0) t),
  -- A word that the catalogue does not hold is as rare as can be, whatever it may stand for.
  weighed AS MATERIALIZED (SELECT a.word, coalesce(k.rarity, ln((SELECT count(*) + 1 FROM process_search_entries))) AS rarity
    FROM asked a LEFT JOIN known k USING (word)),
  whole AS MATERIALIZED (SELECT sqrt(sum(rarity * rarity)) AS size, sum(rarity) AS rarity FROM weighed)`;

const FOUND = `
  by_word AS MATERIALIZED (SELECT e.number, h.word, max(e.worth * h.likeness) AS worth, least(1, max(h.likeness)) AS likeness
    FROM held h CROSS JOIN unnest(h.numbers, h.worths) AS e(number, worth) GROUP BY e.number, h.word),
  beside AS (
    SELECT 'b' AS kind, stem || ' ' || lead(stem) OVER (ORDER BY place) AS term FROM tokens WHERE stem IS NOT NULL
    UNION SELECT 'g', g.term FROM asked CROSS JOIN search_grams(word) AS g(term)),
  found AS MATERIALIZED (SELECT number, sum(worth) AS worth FROM (
      SELECT number, worth FROM by_word
      UNION ALL SELECT e.number, e.worth FROM beside s CROSS JOIN LATERAL (
          SELECT numbers, worths FROM process_search_terms WHERE kind = s.kind AND term = s.term OFFSET 0) t
        CROSS JOIN unnest(t.numbers, t.worths) AS e(number, worth)
    ) AS parts GROUP BY number),
  best AS MATERIALIZED (SELECT f.number, e.process_id, e.cases, f.worth FROM found f CROSS JOIN LATERAL (
      SELECT process_id, cases FROM process_search_entries WHERE number = f.number
        AND ($2::text IS NULL OR theme = $2) AND ($3::text IS NULL OR organisation = $3)
        AND ($4::text IS NULL OR department = $4) AND ($5::text IS NULL OR teleservice = $5) OFFSET 0) e
    ORDER BY f.worth DESC, e.cases DESC, e.process_id LIMIT $6)`;

/** Likeness of two texts: the cosine of their words, each as long as it is rare. Then the words that led to each entry. */
const COMPARED = `
  near AS MATERIALIZED (SELECT term, max(likeness * rarity * rarity) AS shared FROM held WHERE kind = 'w' GROUP BY term),
  said AS MATERIALIZED (SELECT x.id, sum(n.shared) AS shared FROM near n CROSS JOIN LATERAL (
      SELECT numbers FROM process_search_terms WHERE kind = 't' AND term = n.term OFFSET 0) t
    CROSS JOIN unnest(t.numbers) AS x(id) GROUP BY x.id),
  likened AS MATERIALIZED (SELECT b.number, x.body, s.shared / x.size / w.size AS likeness,
      row_number() OVER (PARTITION BY b.number ORDER BY s.shared / x.size DESC, s.id) AS rank
    FROM best b JOIN said s ON s.id / 1000 = b.number CROSS JOIN whole w
    CROSS JOIN LATERAL (SELECT body, size FROM process_search_texts WHERE id = s.id OFFSET 0) x),
  -- The nearest of them, confirmed by the next two.
  nearest AS MATERIALIZED (SELECT number, sum(likeness / rank) / (1 + 1.0 / 2 + 1.0 / 3) AS likeness,
      max(likeness) AS of_best, min(body) FILTER (WHERE rank = 1) AS body
    FROM likened WHERE rank <= 3 GROUP BY number),
  told AS MATERIALIZED (SELECT h.number, sum(h.likeness * w.rarity) AS covered,
      (array_agg(h.word ORDER BY h.worth DESC, h.word) FILTER (WHERE coalesce(w.rarity, 2) > 1))[:6] AS words
    FROM best b JOIN by_word h USING (number) LEFT JOIN weighed w USING (word) GROUP BY h.number)`;

/** What likeness to what people say is worth, as a share of what the words asked are worth. */
const AS_A_WHOLE = 0.6;

const SEARCH = `WITH ${ASKED}, ${FOUND}, ${COMPARED}
  SELECT b.process_id AS "processId", b.worth + ${String(AS_A_WHOLE)} * w.rarity * coalesce(n.likeness, 0) AS worth, 2.2 * w.rarity AS possible,
    coalesce(t.covered, 0) / w.rarity AS covered, coalesce(t.words, '{}') AS words,
    CASE WHEN n.of_best >= $7 THEN n.body END AS saying
  FROM best b CROSS JOIN whole w LEFT JOIN nearest n USING (number) LEFT JOIN told t USING (number)
  ORDER BY worth DESC, b.cases DESC, b.process_id`;
