import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a telephone said it is sending: the desk waits for it, after its page was closed too. */
export class PhoneUploadFiles1764002610000 implements MigrationInterface {
  readonly name = 'PhoneUploadFiles1764002610000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The key is the one its document will have. Nothing of the file is known before it is there.
      CREATE TABLE phone_upload_files (phone_upload uuid NOT NULL REFERENCES phone_uploads ON DELETE CASCADE, key text NOT NULL,
        failed boolean NOT NULL DEFAULT false, said_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (phone_upload, key));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE phone_upload_files;');
  }
}
