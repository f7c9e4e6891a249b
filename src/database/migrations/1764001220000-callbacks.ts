import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an agent asked to be reminded of on a day, about a case: a call to return, a thing to do again. */
export class Callbacks1764001220000 implements MigrationInterface {
  readonly name = 'Callbacks1764001220000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- For one person, or for a team or a department.
      CREATE TABLE callbacks (id uuid PRIMARY KEY, case_id uuid NOT NULL, organisation text NOT NULL, sector text NOT NULL,
        due_on date NOT NULL, note text NOT NULL, person text, team text, department text, created_by text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(), done_by text, done_at timestamptz, version integer NOT NULL DEFAULT 1,
        client_key text NOT NULL, UNIQUE (created_by, client_key), CHECK (num_nonnulls(person, coalesce(team, department)) = 1));
      CREATE INDEX callbacks_case ON callbacks (case_id);
      CREATE INDEX callbacks_to_do ON callbacks (due_on, created_at, id) WHERE done_at IS NULL;
      CREATE INDEX callbacks_done ON callbacks (done_at) WHERE done_at IS NOT NULL;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE callbacks');
  }
}
