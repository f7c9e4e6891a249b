import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Acts on many cases at once, views that people keep, and what figures and accounts need to be read and changed safely. */
export class Lots1764000300000 implements MigrationInterface {
  readonly name = 'Lots1764000300000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [LOTS, VIEWS, FIGURES]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX IF EXISTS journal_entries_openings, journal_entries_code;
      ALTER TABLE people DROP COLUMN IF EXISTS version;
      DROP TABLE IF EXISTS lot_items, lots, saved_views CASCADE`);
  }
}

const LOTS = `
  -- The list is frozen when the lot is made; each case then has a result of its own.
  CREATE TABLE lots (id uuid PRIMARY KEY, kind text NOT NULL, owner text NOT NULL, params jsonb NOT NULL, state text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(), started_at timestamptz, ended_at timestamptz, client_key text NOT NULL,
    UNIQUE (owner, client_key));
  CREATE TABLE lot_items (lot_id uuid NOT NULL REFERENCES lots ON DELETE CASCADE, position integer NOT NULL, case_id uuid NOT NULL,
    organisation text NOT NULL, sector text NOT NULL, state text NOT NULL, attempt integer NOT NULL DEFAULT 0, code text,
    preview jsonb NOT NULL, attempted_at timestamptz, ended_at timestamptz, PRIMARY KEY (lot_id, position), UNIQUE (lot_id, case_id));
  CREATE INDEX lot_items_to_do ON lot_items (lot_id, position) WHERE state IN ('queued', 'running');
`;

const VIEWS = `
  CREATE TABLE saved_views (id uuid PRIMARY KEY, owner text NOT NULL, audience text NOT NULL, place text NOT NULL, screen text NOT NULL,
    name text NOT NULL, query text NOT NULL, created_at timestamptz NOT NULL DEFAULT now(), client_key text NOT NULL,
    UNIQUE (owner, client_key));
  CREATE INDEX saved_views_place ON saved_views (audience, place, screen);
`;

const FIGURES = `
  ALTER TABLE people ADD COLUMN version integer NOT NULL DEFAULT 1;
  CREATE INDEX journal_entries_openings ON journal_entries (case_id) WHERE revision = 0 AND line = 0;
  CREATE INDEX journal_entries_code ON journal_entries (code, at);
`;
