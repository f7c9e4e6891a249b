import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What finds a process in the citizen's own words: folding functions, and the index that `rebuildSearchIndex` fills. */
export class ProcessSearch1764000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [FUNCTIONS, TABLES]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE IF EXISTS process_search_words, process_search_terms, process_search_texts, process_search_entries',
    );
    await runner.query('DROP FUNCTION IF EXISTS search_tokens(text), search_sound(text), search_grams(text)');
    await runner.query('DROP TEXT SEARCH CONFIGURATION IF EXISTS fr');
  }
}

// Words are unaccented before they are stemmed, so that « bibliotheque » and « bibliothèque » meet. The stop list knows
// words with their accents only, and lacks « les »: what it lets through weighs next to nothing, being in every entry.
// Hence a rank by rarity (idf), and no list of ours.
const FUNCTIONS = `
  CREATE TEXT SEARCH CONFIGURATION fr (COPY = pg_catalog.french);
  ALTER TEXT SEARCH CONFIGURATION fr ALTER MAPPING FOR hword, hword_part, word WITH unaccent, french_stem;

  -- The words of a text in order, folded, each beside its stem: a misspelt word is corrected, not its stem. No stem: an
  -- empty word (« de », « pour »).
  CREATE FUNCTION search_tokens(input text) RETURNS TABLE (place bigint, word text, stem text)
    LANGUAGE sql STABLE PARALLEL SAFE STRICT AS $$
    SELECT place, word, (ts_lexize('french_stem', word))[1]
    FROM regexp_split_to_table(replace(fold_text(input), 'œ', 'oe'), '[^a-z0-9]+') WITH ORDINALITY AS w(word, place)
    WHERE word <> '' $$;

  -- Words that sound alike in French get one key: « encombrents » and « encombrants », « paseport » and « passeport ».
  CREATE FUNCTION search_sound(input text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
    DECLARE
      sound text := input;
    BEGIN
      sound := replace(sound, 'ph', 'f');
      sound := regexp_replace(sound, 'eau|au', 'o', 'g');
      sound := regexp_replace(sound, 'qu|ck|k|c(?=[aoult])|c(?=r)', 'k', 'g');
      sound := regexp_replace(sound, 'sc(?=[ei])|ss|c(?=[eiy])|z', 's', 'g');
      sound := regexp_replace(sound, 'gu(?=[eiy])', 'G', 'g');
      sound := regexp_replace(sound, 'ge(?=[aou])|g(?=[eiy])', 'j', 'g');
      sound := regexp_replace(sound, 'ain|ein|yn|im(?=[bp])', 'in', 'g');
      sound := regexp_replace(sound, 'ai|ei|(er|ez|ee|et)$', 'e', 'g');
      sound := regexp_replace(sound, 'en|em(?=[bp])|am(?=[bp])', 'an', 'g');
      sound := replace(replace(sound, 'y', 'i'), 'h', '');
      sound := regexp_replace(sound, '(.)\\1+', '\\1', 'g');
      RETURN regexp_replace(sound, '(es|s|x|t|d|e)+$', '');
    END $$;

  -- What is left alike in words of one family: « enterrer » and « enterrement », « rat » and « dératisation ».
  CREATE FUNCTION search_grams(word text) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
    SELECT DISTINCT substr('_' || word || '_', i, n) FROM generate_series(3, 5) n, generate_series(1, length(word) + 3 - n) i $$;
`;

const TABLES = `
  -- One row a process, for the version in force.
  CREATE TABLE process_search_entries (number integer PRIMARY KEY, process_id text NOT NULL UNIQUE, hash text NOT NULL,
    theme text NOT NULL, organisation text NOT NULL, department text NOT NULL, teleservice text, cases integer NOT NULL,
    words tsvector NOT NULL);
  -- The texts it is found by, each with its weight; those people say are compared as a whole.
  CREATE TABLE process_search_texts (id integer PRIMARY KEY, number integer NOT NULL REFERENCES process_search_entries ON DELETE CASCADE,
    weight real NOT NULL, spoken boolean NOT NULL, body text NOT NULL, words text[] NOT NULL, stems text[] NOT NULL,
    size real NOT NULL DEFAULT 1);
  CREATE INDEX process_search_texts_spoken ON process_search_texts (number) WHERE spoken;
  -- Stems (« w »), groups of letters (« g ») and pairs of stems (« b »): the entries that hold one, and what it is worth in each.
  CREATE TABLE process_search_terms (kind text NOT NULL, term text NOT NULL, rarity real NOT NULL, numbers integer[] NOT NULL,
    worths real[] NOT NULL, PRIMARY KEY (kind, term));
  -- The words that a misspelt one may stand for.
  CREATE TABLE process_search_words (word text PRIMARY KEY, stem text NOT NULL, sound text NOT NULL);
  CREATE INDEX process_search_words_alike ON process_search_words USING gin (word gin_trgm_ops);
  CREATE INDEX process_search_words_sound ON process_search_words (sound);
  CREATE INDEX process_search_words_begun ON process_search_words (word text_pattern_ops);
`;
