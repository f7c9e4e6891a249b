import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How the catalogue serves those who answer: sheets read and used, and the words for which it had nothing. */
export class CatalogUses1764001230000 implements MigrationInterface {
  readonly name = 'CatalogUses1764001230000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Counts only: who read what is nobody's business.
      CREATE TABLE sheet_uses (process_id text NOT NULL, kind text NOT NULL CHECK (kind IN ('read', 'answeredAtOnce')), day date NOT NULL,
        count integer NOT NULL, PRIMARY KEY (process_id, kind, day));
      CREATE INDEX sheet_uses_day ON sheet_uses (day);
      -- Words without an answer: no number, no address, no name, and not who asked.
      CREATE TABLE unanswered_searches (id uuid PRIMARY KEY, words text NOT NULL UNIQUE, count integer NOT NULL, last_on date NOT NULL,
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'dismissed', 'phraseAdded')), marked_by text, marked_at timestamptz);
      CREATE INDEX unanswered_searches_order ON unanswered_searches (state, count DESC, id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sheet_uses, unanswered_searches');
  }
}
