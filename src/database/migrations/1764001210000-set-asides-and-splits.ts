import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Unqualified requests that were set aside as undesirable, and messages that were split into several requests. */
export class SetAsidesAndSplits1764001210000 implements MigrationInterface {
  readonly name = 'SetAsidesAndSplits1764001210000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Its own journal: a request that was restored keeps the row, with who and when.
      CREATE TABLE set_asides (id uuid PRIMARY KEY, case_id uuid NOT NULL, organisation text NOT NULL, sector text NOT NULL,
        set_aside_by text NOT NULL, set_aside_at timestamptz NOT NULL DEFAULT now(), restored_by text, restored_at timestamptz,
        client_key text NOT NULL, UNIQUE (set_aside_by, client_key));
      CREATE UNIQUE INDEX set_asides_in_force ON set_asides (case_id) WHERE restored_at IS NULL;
      -- What a request still speaks of, once parts of its message have become requests of their own.
      ALTER TABLE requests ADD COLUMN kept_words text;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE set_asides;
      UPDATE case_links SET kind = 'related' WHERE kind = 'splitFrom';
      ALTER TABLE requests DROP COLUMN kept_words;`);
  }
}
