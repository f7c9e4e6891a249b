import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a record says beyond contacts: how to reach somebody, what helps, with whom they live; and who changed it. */
export class CitizenSheets1764001300000 implements MigrationInterface {
  readonly name = 'CitizenSheets1764001300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE citizens ADD COLUMN kind text NOT NULL DEFAULT 'person' CHECK (kind IN ('person', 'association')),
        ADD COLUMN birth_name text, ADD COLUMN preferred_channel text, ADD COLUMN language text,
        ADD COLUMN wishes text[] NOT NULL DEFAULT '{}';
      CREATE INDEX citizens_birth_name ON citizens (fold_text(birth_name) text_pattern_ops) WHERE birth_name IS NOT NULL;
      CREATE TABLE citizen_ties (id uuid PRIMARY KEY, citizen_id uuid NOT NULL REFERENCES citizens ON DELETE CASCADE,
        other_id uuid NOT NULL REFERENCES citizens ON DELETE CASCADE, kind text NOT NULL, added_by text NOT NULL,
        added_at timestamptz NOT NULL DEFAULT now(), client_key text NOT NULL, UNIQUE (added_by, client_key), CHECK (citizen_id <> other_id));
      CREATE UNIQUE INDEX citizen_ties_pair ON citizen_ties (least(citizen_id, other_id), greatest(citizen_id, other_id));
      CREATE INDEX citizen_ties_other ON citizen_ties (other_id);
      -- Names of fields, never what stood in them: a history that would have to be erased is no history.
      CREATE TABLE citizen_events (id uuid PRIMARY KEY, citizen_id uuid NOT NULL REFERENCES citizens ON DELETE CASCADE,
        at timestamptz NOT NULL DEFAULT now(), actor text NOT NULL, kind text NOT NULL, detail jsonb NOT NULL DEFAULT '{}');
      CREATE INDEX citizen_events_citizen ON citizen_events (citizen_id, at);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE citizen_events, citizen_ties;
      DROP INDEX citizens_birth_name;
      ALTER TABLE citizens DROP COLUMN kind, DROP COLUMN birth_name, DROP COLUMN preferred_channel, DROP COLUMN language, DROP COLUMN wishes`);
  }
}
