import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two records of one citizen become one: nothing is deleted, cases change hands, and can go back for a while. */
export class CitizenMerges1764001400000 implements MigrationInterface {
  readonly name = 'CitizenMerges1764001400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE citizens ADD COLUMN merged_into uuid REFERENCES citizens ON DELETE SET NULL;
      CREATE INDEX citizens_merged_into ON citizens (merged_into) WHERE merged_into IS NOT NULL;
      -- What is needed to undo it: whose cases they were, and what the kept record said.
      CREATE TABLE citizen_merges (id uuid PRIMARY KEY, kept_id uuid NOT NULL REFERENCES citizens ON DELETE CASCADE,
        merged_id uuid NOT NULL REFERENCES citizens ON DELETE CASCADE, cases uuid[] NOT NULL, followers uuid[] NOT NULL, taken text[] NOT NULL,
        before jsonb NOT NULL, merged_by text NOT NULL, merged_at timestamptz NOT NULL DEFAULT now(), undone_by text, undone_at timestamptz,
        client_key text NOT NULL, UNIQUE (merged_by, client_key), CHECK (kept_id <> merged_id));
      CREATE INDEX citizen_merges_kept ON citizen_merges (kept_id, merged_at);
      CREATE UNIQUE INDEX citizen_merges_merged ON citizen_merges (merged_id) WHERE undone_at IS NULL;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE requests r SET citizen_id = m.merged_id FROM citizen_merges m
        WHERE m.undone_at IS NULL AND r.case_id = ANY (m.cases) AND r.citizen_id = m.kept_id;
      DROP TABLE citizen_merges; ALTER TABLE citizens DROP COLUMN merged_into`);
  }
}
