import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links between cases, messages both ways with citizens, and who is on a case page right now. */
export class LinksAndMessages1764000400000 implements MigrationInterface {
  readonly name = 'LinksAndMessages1764000400000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [LINKS, MESSAGES, PRESENCE]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX IF EXISTS case_files_theme_received, outgoing_messages_to_send;
      INSERT INTO notes (id, case_id, organisation, sector, author, body, created_at, client_key)
        SELECT id, case_id, organisation, sector, author, body, created_at, client_key FROM case_messages WHERE direction = 'in';
      DROP TABLE IF EXISTS case_links, case_messages, case_presence CASCADE;
      DROP FUNCTION IF EXISTS fold_street(text)`);
  }
}

const LINKS = `
  -- « 12 bis rue de l'Église, 3e étage » and « rue de l’eglise » are one street.
  CREATE FUNCTION fold_street(input text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    AS $$ SELECT btrim(regexp_replace(regexp_replace(public.fold_text(split_part(replace(input, '’', ''''), ',', 1)),
      '^\\s*[0-9]+\\s*(bis|ter|quater|[a-d])?\\s+', ''), '\\s+', ' ', 'g')) $$;
  CREATE INDEX case_files_theme_received ON case_files (theme, received_at);
  -- Its own journal: a link that was taken away keeps its row, with who and when.
  CREATE TABLE case_links (id uuid PRIMARY KEY, case_id uuid NOT NULL, other_id uuid NOT NULL, organisation text NOT NULL,
    sector text NOT NULL, kind text NOT NULL, linked_by text NOT NULL, linked_at timestamptz NOT NULL DEFAULT now(),
    unlinked_by text, unlinked_at timestamptz, client_key text NOT NULL, UNIQUE (linked_by, client_key), CHECK (case_id <> other_id));
  CREATE UNIQUE INDEX case_links_pair ON case_links (least(case_id, other_id), greatest(case_id, other_id)) WHERE unlinked_at IS NULL;
  CREATE INDEX case_links_case ON case_links (case_id) WHERE unlinked_at IS NULL;
  CREATE INDEX case_links_other ON case_links (other_id) WHERE unlinked_at IS NULL;
`;

const MESSAGES = `
  -- What leaves has its row in outgoing_messages, under effect_id.
  CREATE TABLE case_messages (id uuid PRIMARY KEY, case_id uuid NOT NULL, organisation text NOT NULL, sector text NOT NULL,
    direction text NOT NULL CHECK (direction IN ('in', 'out')), author text NOT NULL, body text NOT NULL,
    documents uuid[] NOT NULL DEFAULT '{}', effect_id text UNIQUE, created_at timestamptz NOT NULL DEFAULT now(), attempted_at timestamptz,
    read_at timestamptz, read_by text, client_key text NOT NULL, UNIQUE (author, client_key));
  CREATE INDEX case_messages_case ON case_messages (case_id);
  CREATE INDEX case_messages_unread ON case_messages (case_id) WHERE direction = 'in' AND read_at IS NULL;
  CREATE INDEX outgoing_messages_to_send ON outgoing_messages (created_at) WHERE kind = 'message' AND state IN ('toSend', 'reserved');
  -- Plain messages of citizens stood among the notes of agents before.
  INSERT INTO case_messages (id, case_id, organisation, sector, direction, author, body, created_at, client_key)
    SELECT id, case_id, organisation, sector, 'in', author, body, created_at, client_key FROM notes WHERE author = 'citizen';
  DELETE FROM notes WHERE author = 'citizen';
`;

const PRESENCE = `
  -- True for less than a minute: not worth a write-ahead log, nor a backup.
  CREATE UNLOGGED TABLE case_presence (case_id uuid NOT NULL, person_id text NOT NULL, organisation text NOT NULL, sector text NOT NULL,
    state text NOT NULL, since timestamptz NOT NULL, seen_at timestamptz NOT NULL, PRIMARY KEY (case_id, person_id));
  CREATE INDEX case_presence_seen ON case_presence (seen_at);
`;
