import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The day on which each account was last signed in with: the day alone, since more would watch how people work. */
export class LastAccesses1764002200000 implements MigrationInterface {
  readonly name = 'LastAccesses1764002200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE people ADD COLUMN last_access date');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE people DROP COLUMN last_access');
  }
}
