import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Plays of the test bench that designers keep, with what they expect and what the last replay gave. */
export class ProcessTrials1764002100000 implements MigrationInterface {
  readonly name = 'ProcessTrials1764002100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE process_trials (id uuid PRIMARY KEY, process_id text NOT NULL, name text NOT NULL, play jsonb NOT NULL,
        expected jsonb NOT NULL, kept_version integer NOT NULL, kept_by text NOT NULL, kept_at timestamptz NOT NULL DEFAULT now(),
        replayed_hash text, replayed_version integer, replayed_at timestamptz, differences jsonb NOT NULL DEFAULT '[]',
        client_key text NOT NULL, UNIQUE (kept_by, client_key));
      CREATE INDEX process_trials_process ON process_trials (process_id, kept_at);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE process_trials');
  }
}
