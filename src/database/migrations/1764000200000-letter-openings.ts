import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who has opened which letter: nobody signs what they did not open. And which tasks their people were told of: a table
 * of its own, because rebuilding a case writes its tasks again. What was open before is not news to anybody.
 */
export class LetterOpenings1764000200000 implements MigrationInterface {
  readonly name = 'LetterOpenings1764000200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE letter_openings (letter_id uuid NOT NULL, person text NOT NULL, case_id uuid NOT NULL,
        organisation text NOT NULL, sector text NOT NULL, letter_hash text NOT NULL,
        opened_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (letter_id, person));
      CREATE INDEX letter_openings_case ON letter_openings (case_id, person, opened_at);
      CREATE TABLE task_notices (task_id text PRIMARY KEY, at timestamptz NOT NULL DEFAULT now());
      INSERT INTO task_notices (task_id) SELECT id FROM tasks;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS letter_openings, task_notices');
  }
}
