import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many requests of a case are open, beside its file: counting a team's tasks must not unpack a thousand files. */
export class WaitingCases1764000800000 implements MigrationInterface {
  readonly name = 'WaitingCases1764000800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE case_files ADD COLUMN open_requests int
        GENERATED ALWAYS AS (jsonb_array_length(case_file -> 'openRequests')) STORED;
      CREATE INDEX case_files_waiting ON case_files (case_id) WHERE open_requests > 0;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE case_files DROP COLUMN open_requests');
  }
}
