import pg from 'pg';

/**
 * Years of cases put there by SQL, copied from one that was lived: open ones with their task, finished ones with their
 * whole journal, spread over departments, neighbourhoods and days.
 * @param {string} url
 * @param {{ open: number, finished: number }} sizes
 */
export async function fillTown(url, { open, finished }) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('CREATE TEMP TABLE places AS ' + PLACES);
    await client.query('CREATE TEMP TABLE model AS ' + MODEL);
    await addCases(client, 'open', open);
    await addCases(client, 'closed', finished);
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
}

/** Every team that has a referent, numbered; the roads get their real share, one case in ten. */
const PLACES = `
  SELECT row_number() OVER (ORDER BY weight DESC, department, team) - 1 AS n, organisation, department, team, holder FROM (
    SELECT DISTINCT ON (r.team) r.organisation, r.department, r.team, r.person_id AS holder, (r.team = 'voirie.chaussee')::int AS weight
    FROM person_roles r WHERE r.role = 'referent' AND r.team IS NOT NULL ORDER BY r.team, r.person_id) t`;

const MODEL = `SELECT * FROM case_files WHERE process_id = 'voirie.essai-de-charge' AND status = 'closed' ORDER BY updated_at DESC LIMIT 1`;

const BATCH = 20_000;

/** @param {pg.Client} client @param {'open' | 'closed'} status @param {number} count */
async function addCases(client, status, count) {
  for (let first = 0; first < count; first += BATCH) {
    await client.query('DROP TABLE IF EXISTS fresh');
    await client.query(FRESH, [first, Math.min(count, first + BATCH) - 1]);
    await client.query(CASES, [status]);
    await client.query(REQUESTS);
    await client.query(status === 'open' ? OPEN_TASKS : PAST_TASKS);
    await client.query(JOURNAL, [status === 'open' ? 0 : 99]);
  }
}

const FRESH = `
  CREATE TEMP TABLE fresh AS SELECT gen_random_uuid() AS case_id, i, p.organisation, p.department, p.team, p.holder,
    (SELECT array_agg(id ORDER BY id) FROM quartiers) AS quartiers, now() - make_interval(hours => (i % 9000)::int) AS received,
    current_date - 5 + (i % 20)::int AS due
  FROM generate_series($1::int, $2::int) AS i
  JOIN places p ON p.n = CASE WHEN i % 10 = 0 THEN 0 ELSE i % (SELECT count(*) FROM places) END`;

const CASES = `
  INSERT INTO case_files (case_id, case_number, process_id, process_version, process_hash, title, theme, organisation, department, team,
    sector, sensitive, quartier, channel, status, step, conclusion, holder, holders, involved, teams, promised_on, due_on, clock_state,
    received_at, opened_at, closed_at, revision, updated_at, case_file)
  SELECT f.case_id, 'D-2020-' || f.case_id, m.process_id, m.process_version, m.process_hash, m.title, m.theme, f.organisation,
    f.department, f.team, m.sector, false, f.quartiers[1 + f.i % cardinality(f.quartiers)], m.channel, $1,
    CASE WHEN $1 = 'open' THEN 'answer' ELSE 'closed' END, CASE WHEN $1 = 'open' THEN NULL ELSE 'answered' END,
    CASE WHEN $1 = 'open' THEN f.holder END, CASE WHEN $1 = 'open' THEN ARRAY[f.holder] ELSE '{}' END, ARRAY[f.holder], ARRAY[f.team],
    f.due, f.due, CASE WHEN $1 = 'open' THEN 'running' ELSE 'kept' END, f.received, f.received,
    CASE WHEN $1 = 'open' THEN NULL ELSE f.received + interval '3 days' END, m.revision, f.received, m.case_file
  FROM fresh f CROSS JOIN model m`;

const REQUESTS = `
  INSERT INTO requests (id, case_id, organisation, sector, channel, words, answers, received_at, entered_at, tracking_code, actor,
    client_key, body_hash)
  SELECT gen_random_uuid(), f.case_id, f.organisation, r.sector, r.channel, r.words, r.answers, f.received, f.received, r.tracking_code,
    r.actor, f.case_id, r.body_hash
  FROM fresh f CROSS JOIN (SELECT r.* FROM requests r JOIN model m USING (case_id)) r`;

const TASK = `INSERT INTO tasks (id, case_id, kind, role, organisation, department, team, sector, sensitive, holder, quartier, process_id,
    opened_at, due_on, open, ended_at)`;

/** One task in three is the team's and nobody's yet. */
const OPEN_TASKS = `${TASK}
  SELECT f.case_id || '.t1', f.case_id, 'answer', 'referent', f.organisation, f.department, f.team, m.sector, false,
    CASE WHEN f.i % 3 = 0 THEN NULL ELSE f.holder END, f.quartiers[1 + f.i % cardinality(f.quartiers)], m.process_id, f.received, f.due, true, NULL
  FROM fresh f CROSS JOIN model m`;

const PAST_TASKS = `${TASK}
  SELECT f.case_id || '.t' || n, f.case_id, CASE n WHEN 1 THEN 'answer' ELSE 'endorse' END, 'referent', f.organisation, f.department, f.team,
    m.sector, false, f.holder, f.quartiers[1 + f.i % cardinality(f.quartiers)], m.process_id, f.received, f.due, false, f.received + interval '2 days'
  FROM fresh f CROSS JOIN model m CROSS JOIN generate_series(1, 4) AS n`;

const JOURNAL = `
  INSERT INTO journal_entries (case_id, revision, line, at, code, actor, actor_role, on_behalf_of, organisation, sector, department, about,
    clocks, event, opened)
  SELECT f.case_id, j.revision, j.line, f.received, j.code, j.actor, j.actor_role, j.on_behalf_of, f.organisation, j.sector, f.department,
    j.about, j.clocks, j.event, j.opened
  FROM fresh f CROSS JOIN (SELECT j.* FROM journal_entries j JOIN model m USING (case_id) WHERE j.revision <= $1) j`;
