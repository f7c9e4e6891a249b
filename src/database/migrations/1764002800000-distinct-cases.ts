import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two cases that look like one and are not: somebody read both, and they are not offered together again. */
export class DistinctCases1764002800000 implements MigrationInterface {
  readonly name = 'DistinctCases1764002800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Once a pair, whichever was read first: case_id is the lesser of the two.
      CREATE TABLE distinct_cases (case_id uuid NOT NULL, other_id uuid NOT NULL, organisation text NOT NULL, sector text NOT NULL,
        told_by text NOT NULL, told_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (case_id, other_id), CHECK (case_id < other_id));
      CREATE INDEX distinct_cases_other ON distinct_cases (other_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE distinct_cases');
  }
}
