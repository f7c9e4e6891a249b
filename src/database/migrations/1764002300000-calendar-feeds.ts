import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The secret address at which a person's own calendar reads their due dates; only its digest is kept. */
export class CalendarFeeds1764002300000 implements MigrationInterface {
  readonly name = 'CalendarFeeds1764002300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE calendar_feeds (person_id text PRIMARY KEY, secret_hash bytea NOT NULL UNIQUE,
        created_at timestamptz NOT NULL DEFAULT now());`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE calendar_feeds');
  }
}
