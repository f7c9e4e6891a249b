import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a photograph says that it was taken: offered as the place of the request. */
export class PointsOfDocuments1764002620000 implements MigrationInterface {
  readonly name = 'PointsOfDocuments1764002620000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE documents ADD COLUMN point jsonb;');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE documents DROP COLUMN point;');
  }
}
