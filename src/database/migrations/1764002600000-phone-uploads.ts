import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pages by which a telephone adds photographs to what its owner is working on at a desk. */
export class PhoneUploads1764002600000 implements MigrationInterface {
  readonly name = 'PhoneUploads1764002600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Without a case: for a request that is still being written. Only the digest of the secret is kept.
      CREATE TABLE phone_uploads (id uuid PRIMARY KEY, digest bytea NOT NULL UNIQUE, opened_by text NOT NULL,
        case_id uuid, organisation text, sector text, opened_at timestamptz NOT NULL DEFAULT now(), closes_at timestamptz NOT NULL,
        CHECK (num_nonnulls(case_id, organisation, sector) IN (0, 3)));
      CREATE INDEX phone_uploads_closed ON phone_uploads (closes_at);
      ALTER TABLE documents ADD COLUMN phone_upload uuid REFERENCES phone_uploads ON DELETE SET NULL;
      CREATE INDEX documents_phone_upload ON documents (phone_upload) WHERE phone_upload IS NOT NULL;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE documents DROP COLUMN phone_upload;
      DROP TABLE phone_uploads;`);
  }
}
