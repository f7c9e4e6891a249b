import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The tables of the first whole: the town, the catalogue as published, requests and cases, tasks, the journal, what
 * leaves and what is kept. Every row that holds data of a case carries organisation and sector.
 */
export class FirstTables1764000000000 implements MigrationInterface {
  readonly name = 'FirstTables1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [EXTENSIONS, TOWN, CATALOGUE, CASES, CONTENT, SENDING, WORK]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE IF EXISTS ${TABLES.join(', ')} CASCADE`);
    await runner.query('DROP FUNCTION IF EXISTS fold_text(text), fold_phone(text)');
  }
}

const TABLES = [
  'organisations',
  'divisions',
  'directorates',
  'departments',
  'teams',
  'people',
  'person_roles',
  'absences',
  'delegations',
  'quartiers',
  'streets',
  'closures',
  'tariffs',
  'town_settings',
  'process_versions',
  'calendars',
  'calendar_state',
  'citizens',
  'requests',
  'case_files',
  'tasks',
  'journal_entries',
  'case_inputs',
  'texts',
  'documents',
  'notes',
  'letters',
  'outgoing_messages',
  'commands',
  'drafts',
  'incidents',
  'sessions',
  'api_keys',
];

const EXTENSIONS = `
  CREATE EXTENSION IF NOT EXISTS unaccent;
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  -- unaccent() is only STABLE, since its dictionary may change; indexes need a promise that ours does not.
  CREATE FUNCTION fold_text(input text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    AS $$ SELECT lower(public.unaccent('public.unaccent', input)) $$;
  -- One spelling for « 06 12 34 56 78 », « 06.12.34.56.78 » and « +33 (0)6 12 34 56 78 ».
  CREATE FUNCTION fold_phone(input text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    AS $$ SELECT regexp_replace(regexp_replace(input, '[^0-9]', '', 'g'), '^(?:00)?330?([1-9])', '0\\1') $$;
`;

const TOWN = `
  CREATE TABLE organisations (id text PRIMARY KEY, name text NOT NULL, data jsonb NOT NULL);
  CREATE TABLE divisions (id text PRIMARY KEY, organisation text NOT NULL REFERENCES organisations, name text NOT NULL);
  CREATE TABLE directorates (id text PRIMARY KEY, organisation text NOT NULL REFERENCES organisations,
    division text REFERENCES divisions, name text NOT NULL);
  CREATE TABLE departments (id text PRIMARY KEY, organisation text NOT NULL REFERENCES organisations,
    directorate text NOT NULL REFERENCES directorates, name text NOT NULL, data jsonb NOT NULL DEFAULT '{}');
  CREATE TABLE teams (id text PRIMARY KEY, department text NOT NULL REFERENCES departments, name text NOT NULL);
  CREATE TABLE people (id text PRIMARY KEY, login text NOT NULL UNIQUE, first_name text NOT NULL, last_name text NOT NULL,
    email text NOT NULL, active boolean NOT NULL DEFAULT true, data jsonb NOT NULL);
  CREATE UNIQUE INDEX people_email ON people (lower(email));
  CREATE TABLE person_roles (person_id text NOT NULL REFERENCES people ON DELETE CASCADE, role text NOT NULL,
    organisation text NOT NULL REFERENCES organisations, division text, directorate text, department text, team text,
    quartiers text[], themes text[]);
  CREATE INDEX person_roles_person ON person_roles (person_id);
  CREATE INDEX person_roles_role ON person_roles (role, organisation);
  CREATE TABLE absences (id text PRIMARY KEY, person_id text NOT NULL REFERENCES people ON DELETE CASCADE,
    from_date date NOT NULL, to_date date NOT NULL, substitutes text[] NOT NULL DEFAULT '{}', CHECK (to_date >= from_date));
  CREATE INDEX absences_dates ON absences (to_date, from_date);
  CREATE TABLE delegations (id text PRIMARY KEY, person_id text NOT NULL REFERENCES people ON DELETE CASCADE, authority text NOT NULL,
    organisation text NOT NULL REFERENCES organisations, kind text NOT NULL, matters text[], in_absence_of text,
    from_date date NOT NULL, to_date date NOT NULL, arrete text NOT NULL);
  CREATE TABLE quartiers (id text PRIMARY KEY, name text NOT NULL, priority boolean NOT NULL DEFAULT false, data jsonb NOT NULL DEFAULT '{}');
  CREATE TABLE streets (id text PRIMARY KEY, name text NOT NULL, stretches jsonb NOT NULL);
  CREATE INDEX streets_name ON streets USING gin (fold_text(name) gin_trgm_ops);
  CREATE TABLE closures (organisation text NOT NULL REFERENCES organisations, date date NOT NULL, kind text NOT NULL,
    closes_at integer, label text NOT NULL, decided_on date NOT NULL, decided_by text NOT NULL, PRIMARY KEY (organisation, date, kind));
  CREATE TABLE tariffs (key text PRIMARY KEY, label text NOT NULL, data jsonb NOT NULL);
  CREATE TABLE town_settings (key text PRIMARY KEY, value jsonb NOT NULL);
`;

const CATALOGUE = `
  -- A published version never changes; what running cases were opened with is found again by its hash.
  CREATE TABLE process_versions (process_id text NOT NULL, version integer NOT NULL, hash text NOT NULL UNIQUE, title text NOT NULL,
    theme text NOT NULL, organisation text NOT NULL, department text NOT NULL, definition jsonb NOT NULL, runnable jsonb NOT NULL,
    published_at timestamptz NOT NULL DEFAULT now(), current boolean NOT NULL DEFAULT true, PRIMARY KEY (process_id, version));
  CREATE UNIQUE INDEX process_versions_current ON process_versions (process_id) WHERE current;
  CREATE TABLE calendars (hash text PRIMARY KEY, organisation text NOT NULL, data jsonb NOT NULL, created_at timestamptz NOT NULL DEFAULT now());
  CREATE TABLE calendar_state (organisation text PRIMARY KEY, hash text NOT NULL REFERENCES calendars, revision integer NOT NULL);
`;

const CASES = `
  CREATE TABLE citizens (id uuid PRIMARY KEY, organisation text NOT NULL, sector text NOT NULL, first_name text, last_name text,
    email text, phone text, address jsonb, data jsonb NOT NULL DEFAULT '{}', version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now());
  CREATE INDEX citizens_name ON citizens USING gin (fold_text(coalesce(last_name, '') || ' ' || coalesce(first_name, '')) gin_trgm_ops);
  CREATE INDEX citizens_phone ON citizens (fold_phone(phone) text_pattern_ops);
  CREATE INDEX citizens_email ON citizens (lower(email) text_pattern_ops);
  CREATE TABLE requests (id uuid PRIMARY KEY, case_id uuid NOT NULL UNIQUE, organisation text NOT NULL, sector text NOT NULL,
    channel text NOT NULL, words text NOT NULL, answers jsonb NOT NULL DEFAULT '{}', place jsonb, quartier text,
    citizen_id uuid REFERENCES citizens, received_at timestamptz NOT NULL, entered_at timestamptz NOT NULL, entered_by text,
    tracking_code text NOT NULL, actor text NOT NULL, client_key text NOT NULL, body_hash text NOT NULL, UNIQUE (actor, client_key));
  CREATE INDEX requests_words ON requests USING gin (to_tsvector('french', words));
  CREATE INDEX requests_citizen ON requests (citizen_id);
  -- The read model: one row a case; the CaseFile whole, and the columns lists are searched by.
  CREATE TABLE case_files (case_id uuid PRIMARY KEY, case_number text NOT NULL UNIQUE, process_id text NOT NULL,
    process_version integer NOT NULL, process_hash text NOT NULL, title text NOT NULL, theme text NOT NULL,
    organisation text NOT NULL, department text NOT NULL, team text NOT NULL, sector text NOT NULL, sensitive boolean NOT NULL,
    quartier text, channel text NOT NULL, status text NOT NULL, step text NOT NULL, conclusion text, holder text,
    holders text[] NOT NULL, involved text[] NOT NULL, teams text[] NOT NULL, promised_on date, due_on date, clock_state text,
    received_at timestamptz NOT NULL, opened_at timestamptz NOT NULL, closed_at timestamptz, revision integer NOT NULL,
    updated_at timestamptz NOT NULL, case_file jsonb NOT NULL);
  CREATE INDEX case_files_open_due ON case_files (due_on, case_id) WHERE status = 'open';
  CREATE INDEX case_files_department ON case_files (department, status, due_on);
  CREATE INDEX case_files_received ON case_files (received_at DESC, case_id DESC);
  CREATE INDEX case_files_department_received ON case_files (department, received_at DESC, case_id DESC);
  CREATE INDEX case_files_process ON case_files (process_id, process_version, status);
  CREATE INDEX case_files_involved ON case_files USING gin (involved);
  CREATE INDEX case_files_number ON case_files USING gin (case_number gin_trgm_ops);
  CREATE TABLE tasks (id text PRIMARY KEY, case_id uuid NOT NULL, kind text NOT NULL, role text NOT NULL, organisation text NOT NULL,
    department text NOT NULL, team text, sector text NOT NULL, sensitive boolean NOT NULL, holder text, open_request text,
    quartier text, process_id text NOT NULL, opened_at timestamptz NOT NULL, target_on date, due_on date, open boolean NOT NULL DEFAULT true,
    ended_at timestamptz, claimed_by text, claimed_at timestamptz);
  CREATE INDEX tasks_case ON tasks (case_id);
  CREATE INDEX tasks_holder ON tasks (holder, due_on, opened_at, id) WHERE open;
  CREATE INDEX tasks_team ON tasks (team, due_on, opened_at, id) WHERE open;
  CREATE INDEX tasks_role ON tasks (role, organisation, due_on, opened_at, id) WHERE open;
  CREATE INDEX tasks_claimed ON tasks (claimed_by, due_on, opened_at, id) WHERE open AND claimed_by IS NOT NULL;
  CREATE INDEX tasks_department ON tasks (department, due_on, opened_at, id) WHERE open;
  -- Append only: what a court or an auditor reads.
  CREATE TABLE journal_entries (case_id uuid NOT NULL, revision integer NOT NULL, line integer NOT NULL, at timestamptz NOT NULL,
    code text NOT NULL, actor text, actor_role text, on_behalf_of text, organisation text NOT NULL, sector text NOT NULL,
    department text NOT NULL, about jsonb, clocks jsonb, event jsonb, opened jsonb, PRIMARY KEY (case_id, revision, line));
  CREATE INDEX journal_entries_at ON journal_entries (at);
  CREATE INDEX journal_entries_actor ON journal_entries (actor, at) WHERE actor IS NOT NULL;
  CREATE TABLE case_inputs (case_id uuid PRIMARY KEY, workflow_type text NOT NULL, input jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(), started_at timestamptz);
  CREATE INDEX case_inputs_pending ON case_inputs (created_at) WHERE started_at IS NULL;
`;

const CONTENT = `
  -- Erasable: known elsewhere by id and keyed hash; the key goes with the text.
  CREATE TABLE texts (id uuid PRIMARY KEY, case_id uuid NOT NULL, organisation text NOT NULL, sector text NOT NULL, kind text NOT NULL,
    author text, body text, hmac_key bytea, hmac text NOT NULL, created_at timestamptz NOT NULL DEFAULT now(), erased_at timestamptz);
  CREATE INDEX texts_case ON texts (case_id);
  -- A document may be sent before its case exists; from then on it carries the case's organisation and sector.
  CREATE TABLE documents (id uuid PRIMARY KEY, case_id uuid, organisation text, sector text, name text NOT NULL,
    type text NOT NULL, size integer NOT NULL, sha256 text NOT NULL, added_by text NOT NULL, from_citizen boolean NOT NULL DEFAULT false,
    open_request text, created_at timestamptz NOT NULL DEFAULT now(), client_key text NOT NULL, UNIQUE (added_by, client_key),
    CHECK (case_id IS NULL OR (organisation IS NOT NULL AND sector IS NOT NULL)));
  CREATE INDEX documents_case ON documents (case_id);
  CREATE INDEX documents_loose ON documents (created_at) WHERE case_id IS NULL;
  CREATE TABLE notes (id uuid PRIMARY KEY, case_id uuid NOT NULL, organisation text NOT NULL, sector text NOT NULL, author text NOT NULL,
    body text NOT NULL, created_at timestamptz NOT NULL DEFAULT now(), client_key text NOT NULL, UNIQUE (author, client_key));
  CREATE INDEX notes_case ON notes (case_id);
  -- What validators see are these bytes; unsigned when the answer is given, signed when the signer has signed.
  CREATE TABLE letters (id uuid PRIMARY KEY, case_id uuid NOT NULL, organisation text NOT NULL, sector text NOT NULL, text_id uuid NOT NULL,
    hash text NOT NULL, pdf bytea NOT NULL, input jsonb NOT NULL, mail_subject text NOT NULL, mail_text text NOT NULL, mail_html text NOT NULL,
    signed_from uuid, created_by text NOT NULL, created_at timestamptz NOT NULL DEFAULT now());
  ALTER TABLE letters ALTER COLUMN pdf SET STORAGE EXTERNAL;
  CREATE INDEX letters_case ON letters (case_id);
`;

const SENDING = `
  -- One row an effect, whatever the attempt: a reply is never sent twice by the system.
  CREATE TABLE outgoing_messages (effect_id text PRIMARY KEY, case_id uuid NOT NULL, organisation text NOT NULL, sector text NOT NULL,
    kind text NOT NULL, channel text NOT NULL, state text NOT NULL, message_id text, letter_id uuid, letter_hash text, content_hash text,
    created_at timestamptz NOT NULL DEFAULT now(), ended_at timestamptz, printed_at timestamptz, printed_by text);
  CREATE INDEX outgoing_messages_case ON outgoing_messages (case_id);
  CREATE INDEX outgoing_messages_to_post ON outgoing_messages (created_at) WHERE channel = 'letter' AND state = 'toPost';
  CREATE TABLE incidents (id text PRIMARY KEY, case_id uuid, organisation text NOT NULL, sector text NOT NULL, department text NOT NULL,
    sensitive boolean NOT NULL DEFAULT false, effect_id text, kind text NOT NULL, code text NOT NULL, state text NOT NULL,
    opened_at timestamptz NOT NULL, ended_at timestamptz, ended_by text, detail jsonb NOT NULL DEFAULT '{}');
  CREATE INDEX incidents_open ON incidents (opened_at) WHERE state = 'open';
`;

const WORK = `
  CREATE TABLE commands (id uuid PRIMARY KEY, case_id uuid NOT NULL, task_id text, actor text NOT NULL, client_key text NOT NULL,
    kind text NOT NULL, body_hash text NOT NULL, message jsonb NOT NULL, state text NOT NULL, refusal text, revision integer,
    created_at timestamptz NOT NULL DEFAULT now(), attempted_at timestamptz NOT NULL DEFAULT now(), ended_at timestamptz,
    UNIQUE (actor, client_key));
  CREATE UNIQUE INDEX commands_one_per_task ON commands (task_id) WHERE state = 'open' AND task_id IS NOT NULL;
  CREATE INDEX commands_open ON commands (attempted_at) WHERE state = 'open';
  CREATE TABLE drafts (id uuid PRIMARY KEY, owner text NOT NULL, kind text NOT NULL, case_id uuid, task_id text, title text NOT NULL DEFAULT '',
    body jsonb NOT NULL, version integer NOT NULL, shared_with text[] NOT NULL DEFAULT '{}', created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(), client_key text NOT NULL, UNIQUE (owner, client_key));
  CREATE INDEX drafts_shared ON drafts USING gin (shared_with);
  CREATE INDEX drafts_case ON drafts (case_id) WHERE case_id IS NOT NULL;
  CREATE INDEX drafts_owner ON drafts (owner, updated_at DESC);
  CREATE TABLE sessions (sid varchar NOT NULL PRIMARY KEY, sess json NOT NULL, expire timestamp(6) NOT NULL);
  CREATE INDEX sessions_expire ON sessions (expire);
  CREATE TABLE api_keys (id text PRIMARY KEY, name text NOT NULL, hash text NOT NULL UNIQUE, person_id text NOT NULL REFERENCES people,
    created_at timestamptz NOT NULL DEFAULT now(), revoked_at timestamptz);
`;
