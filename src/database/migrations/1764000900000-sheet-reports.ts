import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Errors that people who answer citizens found in a sheet of the catalogue, for its designers. */
export class SheetReports1764000900000 implements MigrationInterface {
  readonly name = 'SheetReports1764000900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sheet_reports (id uuid PRIMARY KEY, process_id text NOT NULL, version integer NOT NULL, author text NOT NULL,
        body text NOT NULL, created_at timestamptz NOT NULL DEFAULT now(), treated_at timestamptz, treated_by text,
        client_key text NOT NULL, UNIQUE (author, client_key));
      CREATE INDEX sheet_reports_open ON sheet_reports (created_at, id) WHERE treated_at IS NULL;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sheet_reports');
  }
}
