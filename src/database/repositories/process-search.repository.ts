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

const ASKED = `
  asked AS MATERIALIZED (SELECT min(place) AS place, word, min(stem) AS stem FROM search_tokens($1) WHERE stem IS NOT NULL GROUP BY word),
  known AS MATERIALIZED (SELECT a.word, a.stem, t.rarity FROM asked a JOIN process_search_terms t ON t.kind = 'w' AND t.term = a.stem),
  lost AS MATERIALIZED (SELECT word, search_sound(word) AS sound FROM asked WHERE length(word) > 2 AND word NOT IN (SELECT word FROM known)),
  meant AS MATERIALIZED (
    SELECT word, stem, 1.0 AS likeness, rarity FROM known
    UNION ALL
    SELECT l.word, n.stem, 0.9 * n.likeness, t.rarity FROM lost l CROSS JOIN LATERAL (
      SELECT v.stem,
        max(greatest(similarity(v.word, l.word), CASE WHEN v.word LIKE l.word || '%' THEN 0.9 WHEN v.sound = l.sound THEN 0.8 ELSE 0 END)) AS likeness
      FROM process_search_words v WHERE v.word % l.word OR v.sound = l.sound OR v.word LIKE l.word || '%'
      GROUP BY v.stem ORDER BY likeness DESC LIMIT 8) n
    JOIN process_search_terms t ON t.kind = 'w' AND t.term = n.stem WHERE n.likeness >= 0.4),
  -- A word that the catalogue does not hold is as rare as can be, whatever it may stand for.
  weighed AS MATERIALIZED (SELECT a.word, coalesce(k.rarity, ln((SELECT count(*) + 1 FROM process_search_entries))) AS rarity
    FROM asked a LEFT JOIN known k USING (word)),
  whole AS MATERIALIZED (SELECT sqrt(sum(rarity * rarity)) AS size, sum(rarity) AS rarity FROM weighed)`;

const FOUND = `
  by_word AS MATERIALIZED (SELECT DISTINCT ON (e.number, m.word) e.number, m.word, e.worth * m.likeness AS worth, m.rarity * m.likeness AS rarity
    FROM meant m JOIN process_search_terms t ON t.kind = 'w' AND t.term = m.stem CROSS JOIN unnest(t.numbers, t.worths) AS e(number, worth)
    ORDER BY e.number, m.word, e.worth * m.likeness DESC),
  pairs AS (SELECT DISTINCT stem || ' ' || lead(stem) OVER (ORDER BY place) AS term FROM search_tokens($1) WHERE stem IS NOT NULL),
  letters AS (SELECT DISTINCT g.term FROM asked, search_grams(word) AS g(term)),
  found AS (SELECT number, sum(worth) AS worth FROM (
      SELECT number, worth FROM by_word
      UNION ALL SELECT e.number, e.worth FROM pairs p JOIN process_search_terms t ON t.kind = 'b' AND t.term = p.term
        CROSS JOIN unnest(t.numbers, t.worths) AS e(number, worth)
      UNION ALL SELECT e.number, e.worth FROM letters l JOIN process_search_terms t ON t.kind = 'g' AND t.term = l.term
        CROSS JOIN unnest(t.numbers, t.worths) AS e(number, worth)) AS parts
    GROUP BY number),
  best AS MATERIALIZED (SELECT f.number, e.process_id, e.cases, f.worth FROM found f JOIN process_search_entries e USING (number)
    WHERE ($2::text IS NULL OR e.theme = $2) AND ($3::text IS NULL OR e.organisation = $3)
      AND ($4::text IS NULL OR e.department = $4) AND ($5::text IS NULL OR e.teleservice = $5)
    ORDER BY f.worth DESC, e.cases DESC, e.process_id LIMIT $6)`;

/** Likeness of two texts: the cosine of their words, each as long as it is rare. Then the words that led to each entry. */
const COMPARED = `
  near AS MATERIALIZED (SELECT stem, max(likeness * rarity * rarity) AS shared FROM meant GROUP BY stem),
  said AS (SELECT x.number, x.id, x.body, sum(n.shared) / x.size AS likeness
    FROM best b JOIN process_search_texts x ON x.number = b.number AND x.spoken
    CROSS JOIN LATERAL (SELECT DISTINCT unnest(x.stems) AS stem) s JOIN near n USING (stem)
    GROUP BY x.id),
  nearest AS (SELECT DISTINCT ON (number) number, body, likeness FROM said ORDER BY number, likeness DESC, id),
  told AS (SELECT h.number, sum(h.rarity) AS covered,
      (array_agg(h.word ORDER BY h.worth DESC, h.word) FILTER (WHERE h.rarity > 1))[:6] AS words
    FROM best b JOIN by_word h USING (number) GROUP BY h.number)`;

const SEARCH = `WITH ${ASKED}, ${FOUND}, ${COMPARED}
  SELECT b.process_id AS "processId", b.worth + 0.3 * coalesce(n.likeness, 0) AS worth, 2.2 * w.rarity AS possible,
    coalesce(t.covered, 0) / w.rarity AS covered, coalesce(t.words, '{}') AS words,
    CASE WHEN n.likeness / w.size >= $7 THEN n.body END AS saying
  FROM best b CROSS JOIN whole w LEFT JOIN nearest n USING (number) LEFT JOIN told t USING (number)
  ORDER BY worth DESC, b.cases DESC, b.process_id`;
