import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A view kept under a name changes on the version that was read; each person puts the views in an order of their own. */
export class SavedViewRanks1764001000000 implements MigrationInterface {
  readonly name = 'SavedViewRanks1764001000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE saved_views ADD COLUMN version integer NOT NULL DEFAULT 1;
      CREATE TABLE saved_view_ranks (person text NOT NULL, view_id uuid NOT NULL REFERENCES saved_views ON DELETE CASCADE,
        rank integer NOT NULL, PRIMARY KEY (person, view_id));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE saved_view_ranks; ALTER TABLE saved_views DROP COLUMN version');
  }
}
