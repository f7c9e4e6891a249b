import { randomUUID } from 'node:crypto';
import { searchCases } from '../../src/database/repositories/case-search.repository.js';
import type { CaseText } from '../../src/database/repositories/case-text-search.js';
import { scratchDatabase, type ScratchDatabase } from '../support/scratch-database.js';

let scratch: ScratchDatabase;

const PLACES = [
  '12 rue de la Gare',
  '14 bis, rue de la gare, 3e étage',
  'Rue de la Gare',
  'Place de la Gare',
  'Rue de la Garenne',
  'Rue Gambetta',
  'Av. du Pont-Canal, face au 9',
  'Devant l’école Jules-Ferry',
  '3 rue St Éloi',
] as const;

/** Half say it beside the request, half in the form. */
async function aRequestAt(label: string, at: number): Promise<void> {
  const caseId = randomUUID();
  const [place, answers] = at % 2 === 0 ? [{ text: label }, {}] : [null, { danger: false, lieu: { label } }];
  await scratch.database.query(
    `INSERT INTO case_files (case_id, case_number, process_id, process_version, process_hash, title, theme, organisation, department,
       team, sector, sensitive, channel, status, step, holders, involved, teams, received_at, opened_at, revision, updated_at, case_file)
     VALUES ($1, $2, 'voirie.nid-de-poule', 1, '', $3, 'voirie', 'ville', 'voirie', '', 'general', false, 'telephone', 'open',
       'answer', '{}', '{}', '{}', now(), now(), 0, now(), '{}')`,
    [caseId, `D-2026-0000${String(at)}`, label],
  );
  await scratch.database.query(
    `INSERT INTO requests (id, case_id, organisation, sector, channel, words, place, answers, received_at, entered_at, tracking_code, actor,
       client_key, body_hash)
     VALUES ($1, $1, 'ville', 'general', 'telephone', 'Un trou', $2, $3, now(), now(), '', 'p', $1::uuid::text, '')`,
    [caseId, place === null ? null : JSON.stringify(place), JSON.stringify(answers)],
  );
}

beforeAll(async () => {
  scratch = await scratchDatabase('street_search');
  for (const [at, label] of PLACES.entries()) await aRequestAt(label, at);
});

afterAll(() => scratch.drop());

async function found(words: string, inStreet?: CaseText['inStreet']): Promise<readonly string[]> {
  const rows = await scratch.database.transaction((sql) =>
    searchCases(sql, {
      filter: { words, ...(inStreet === undefined ? {} : { inStreet }) },
      sort: 'received',
      limit: 50,
      withFound: true,
      scope: () => ({ sql: 'true', params: [] }),
    }),
  );
  expect(rows.map((row) => row.found?.place)).toEqual(rows.map(() => true));
  expect(rows.map((row) => row.found?.placeText)).toEqual(rows.map(({ title }) => title));
  return rows.map(({ title }) => title).sort();
}

const GARE = ['12 rue de la Gare', '14 bis, rue de la gare, 3e étage', 'Rue de la Gare'];

describe('a street that is searched', () => {
  it.each(['rue de la gare', 'Rue de la Gare', 'r. de la Garre', 'la rue d la gare'])(
    'finds the cases whose place is there, written « %s »',
    async (typed) => {
      expect(await found(typed)).toEqual(GARE);
    },
  );

  it('with a number, finds those of that house, and those that say no number', async () => {
    expect(await found('12 rue de la gare')).toEqual(['12 rue de la Gare', 'Rue de la Gare']);
    expect(await found('14 rue de la gare')).toEqual(['14 bis, rue de la gare, 3e étage', 'Rue de la Gare']);
  });

  it('without its way, finds all that bear the name', async () => {
    expect(await found('gare')).toEqual([...GARE, 'Place de la Gare'].sort());
  });

  it.each([
    ['avenue du pont canal', 'Av. du Pont-Canal, face au 9'],
    ['pont canale', 'Av. du Pont-Canal, face au 9'],
    ['rue saint eloi', '3 rue St Éloi'],
    ['école jules ferry', 'Devant l’école Jules-Ferry'],
  ])('« %s » finds « %s » alone', async (typed, place) => {
    expect(await found(typed)).toEqual([place]);
  });

  it('after what it is about, finds those that say so', async () => {
    const street = 'rue de la gare';
    expect(await found(`trou ${street}`, { about: 'trou', street })).toEqual(GARE);
    expect(await found(`banc ${street}`, { about: 'banc', street })).toEqual([]);
  });

  it('finds nothing by the way alone, nor by another street', async () => {
    expect(await found('rue')).toEqual([]);
    expect(await found('rue du beffroi')).toEqual([]);
  });

  it('is forgotten with the place, when the data of a case are erased', async () => {
    await scratch.database.query(
      `UPDATE requests SET place = NULL, answers = '{}' WHERE place->>'text' = 'Rue Gambetta'`,
    );
    await scratch.database.query(
      `UPDATE requests SET place = NULL, answers = '{}' WHERE answers->'lieu'->>'label' = 'Rue Gambetta'`,
    );
    expect(await found('rue gambetta')).toEqual([]);
  });
});
