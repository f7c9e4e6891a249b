import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an administrator decides about the town is versioned, and each change is told with before and after. */
export class TownSettings1764002000000 implements MigrationInterface {
  readonly name = 'TownSettings1764002000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisations ADD COLUMN version integer NOT NULL DEFAULT 1;
      ALTER TABLE town_settings ADD COLUMN version integer NOT NULL DEFAULT 1;
      CREATE TABLE settings_changes (id uuid PRIMARY KEY, subject text NOT NULL, label text NOT NULL, person_id text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(), fields jsonb NOT NULL);
      CREATE INDEX settings_changes_at ON settings_changes (at DESC, id DESC);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE settings_changes;
      ALTER TABLE town_settings DROP COLUMN version;
      ALTER TABLE organisations DROP COLUMN version;`);
  }
}
