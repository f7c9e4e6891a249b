import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What citizens ask about their data, what must not be erased for now, and what was erased when and by whom. */
export class Privacy1764001500000 implements MigrationInterface {
  readonly name = 'Privacy1764001500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE citizens ADD COLUMN opposed_on date, ADD COLUMN limited_on date;
      CREATE SEQUENCE privacy_request_numbers;
      -- The register outlives what was erased: no name in it, and no reference to a record that may be gone.
      CREATE TABLE privacy_requests (id uuid PRIMARY KEY, number text NOT NULL UNIQUE, citizen_id uuid NOT NULL, organisation text NOT NULL,
        sector text NOT NULL, kind text NOT NULL, received_on date NOT NULL, due_on date NOT NULL, extended boolean NOT NULL DEFAULT false,
        entered_by text NOT NULL, entered_at timestamptz NOT NULL DEFAULT now(), outcome text, answer text, answered_on date, answered_by text,
        erased_cases integer, client_key text NOT NULL, UNIQUE (entered_by, client_key));
      CREATE INDEX privacy_requests_open ON privacy_requests (due_on) WHERE answered_on IS NULL;
      CREATE INDEX privacy_requests_citizen ON privacy_requests (citizen_id);
      CREATE TABLE legal_holds (id uuid PRIMARY KEY, case_id uuid, citizen_id uuid, organisation text NOT NULL, sector text NOT NULL,
        reason text NOT NULL, until date NOT NULL, set_by text NOT NULL, set_at timestamptz NOT NULL DEFAULT now(), lifted_by text, lifted_at timestamptz,
        client_key text NOT NULL, UNIQUE (set_by, client_key), CHECK (num_nonnulls(case_id, citizen_id) = 1));
      CREATE INDEX legal_holds_case ON legal_holds (case_id) WHERE lifted_at IS NULL;
      CREATE INDEX legal_holds_citizen ON legal_holds (citizen_id) WHERE lifted_at IS NULL;
      CREATE TABLE case_erasures (case_id uuid PRIMARY KEY, organisation text NOT NULL, sector text NOT NULL,
        erased_at timestamptz NOT NULL DEFAULT now(), erased_by text NOT NULL, under text NOT NULL);
      -- Rows of documents go with their case; the bytes follow, again and again until they are gone.
      CREATE TABLE files_to_remove (id uuid PRIMARY KEY, since timestamptz NOT NULL DEFAULT now());
      -- A list is drawn up first and erases nothing; what it names is erased once somebody has approved it.
      CREATE TABLE purges (id uuid PRIMARY KEY, until date NOT NULL, state text NOT NULL, prepared_by text NOT NULL,
        prepared_at timestamptz NOT NULL DEFAULT now(), visa text, approved_by text, approved_at timestamptz, ended_at timestamptz);
      CREATE TABLE purge_items (purge_id uuid NOT NULL REFERENCES purges ON DELETE CASCADE, case_id uuid NOT NULL, organisation text NOT NULL, sector text NOT NULL,
        case_number text NOT NULL, process_id text NOT NULL, title text NOT NULL, closed_on date NOT NULL, over_on date NOT NULL, state text NOT NULL, reason text,
        PRIMARY KEY (purge_id, case_id));
      CREATE INDEX purge_items_to_do ON purge_items (purge_id) WHERE state = 'listed';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE purge_items, purges, files_to_remove, case_erasures, legal_holds, privacy_requests;
      DROP SEQUENCE privacy_request_numbers;
      ALTER TABLE citizens DROP COLUMN opposed_on, DROP COLUMN limited_on`);
  }
}
