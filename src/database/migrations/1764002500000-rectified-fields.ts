import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was corrected under a request for rectification: names of fields, never what stood in them. */
export class RectifiedFields1764002500000 implements MigrationInterface {
  readonly name = 'RectifiedFields1764002500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE privacy_requests ADD COLUMN rectified_fields text[]');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE privacy_requests DROP COLUMN rectified_fields');
  }
}
