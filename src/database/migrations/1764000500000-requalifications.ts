import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Changes of process: answers wait for their command to be taken, and those they replace are kept. */
export class Requalifications1764000500000 implements MigrationInterface {
  readonly name = 'Requalifications1764000500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE requalifications (command_id uuid PRIMARY KEY, case_id uuid NOT NULL, organisation text NOT NULL, sector text NOT NULL,
        answers jsonb NOT NULL, citizen_id uuid NOT NULL, from_hash text NOT NULL, former jsonb, asked_by text NOT NULL,
        asked_at timestamptz NOT NULL DEFAULT now(), applied_at timestamptz);
      CREATE INDEX requalifications_case ON requalifications (case_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE requalifications');
  }
}
