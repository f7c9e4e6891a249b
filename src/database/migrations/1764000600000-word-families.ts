import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Search reads one word of a family where it hears another (« prune », « amende »), and knows from what it was made. What
 * the index holds is made again at the next load of the catalogue.
 */
export class WordFamilies1764000600000 implements MigrationInterface {
  readonly name = 'WordFamilies1764000600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(gramsOf('4, 4'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE process_search_sources, process_search_kin');
    await runner.query(gramsOf('3, 5'));
  }
}

const TABLES = `
  -- What a stem, or a turn of several (« cart bleu »), may stand for: a stem, or a pair of them, and for how much.
  CREATE TABLE process_search_kin (said text NOT NULL, term text NOT NULL, likeness real NOT NULL, PRIMARY KEY (said, term));
  -- One row: what the index was made from, and by.
  CREATE TABLE process_search_sources (fingerprint text NOT NULL);
`;

/** Groups of four letters alone find as well as those of three to five, for a third of the work. */
const gramsOf = (sizes: string): string => `
  CREATE OR REPLACE FUNCTION search_grams(word text) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
    SELECT DISTINCT substr('_' || word || '_', i, n) FROM generate_series(${sizes}) n, generate_series(1, length(word) + 3 - n) i $$;`;
