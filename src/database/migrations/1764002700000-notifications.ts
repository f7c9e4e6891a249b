import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person asked to hear of a case, who is named in a note, and until when each one read their notifications. */
export class Notifications1764002700000 implements MigrationInterface {
  readonly name = 'Notifications1764002700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_followings (person_id text NOT NULL, case_id uuid NOT NULL, organisation text NOT NULL, sector text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('followed', 'muted')), since timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (person_id, case_id));
      -- Goes with its note.
      CREATE TABLE note_mentions (note_id uuid NOT NULL REFERENCES notes (id) ON DELETE CASCADE, person_id text NOT NULL,
        case_id uuid NOT NULL, organisation text NOT NULL, sector text NOT NULL, PRIMARY KEY (note_id, person_id));
      CREATE INDEX note_mentions_person ON note_mentions (person_id);
      CREATE TABLE notification_reads (person_id text PRIMARY KEY, read_until timestamptz NOT NULL);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notification_reads; DROP TABLE note_mentions; DROP TABLE case_followings');
  }
}
