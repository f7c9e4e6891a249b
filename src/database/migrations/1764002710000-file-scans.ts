import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the antivirus said of each file that was sent: of a request, or of a delegation. */
export class FileScans1764002710000 implements MigrationInterface {
  readonly name = 'FileScans1764002710000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A file without a row was never scanned. It is kept in the folder under this id, whatever table names it.
      CREATE TABLE file_scans (file uuid PRIMARY KEY, state text NOT NULL CHECK (state IN ('pending', 'clean', 'blocked')), virus text,
        tries integer NOT NULL DEFAULT 0, since timestamptz NOT NULL DEFAULT now(), due timestamptz NOT NULL DEFAULT now());
      CREATE INDEX file_scans_due ON file_scans (due) WHERE state = 'pending';
      -- An incident of the whole town hall is no department's.
      ALTER TABLE incidents ALTER COLUMN department DROP NOT NULL;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM incidents WHERE department IS NULL;
      ALTER TABLE incidents ALTER COLUMN department SET NOT NULL;
      DROP TABLE file_scans;`);
  }
}
