import {
  releaseEndingDelegation,
  takeEndingDelegations,
} from '../../src/database/repositories/delegation-arretes.repository.js';
import { scratchDatabase, type ScratchDatabase } from '../support/scratch-database.js';

let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await scratchDatabase('ending_delegations');
  await scratch.database.query("INSERT INTO organisations (id, name, data) VALUES ('ville', 'Ville', '{}')");
  await scratch.database.query(
    `INSERT INTO people (id, login, first_name, last_name, email, data)
     VALUES ('p-un', 'un', 'Un', 'Essai', 'un@essai.invalid', '{}')`,
  );
});

afterAll(() => scratch.drop());

async function delegation(id: string, from: string, to: string): Promise<void> {
  await scratch.database.query(
    `INSERT INTO delegations (id, person_id, authority, organisation, kind, from_date, to_date, arrete)
     VALUES ($1, 'p-un', 'p-maire', 'ville', 'signature', $2::date, $3::date, 'A')`,
    [id, from, to],
  );
}

it('a delegation that ends within two weeks is taken once, whoever asks; others are not', async () => {
  await delegation('today', '2026-01-01', '2026-06-01');
  await delegation('two-weeks', '2026-01-01', '2026-06-15');
  await delegation('later', '2026-01-01', '2026-06-16');
  await delegation('over', '2026-01-01', '2026-05-31');
  await delegation('not-yet', '2026-06-02', '2026-06-10');
  const when = { today: '2026-06-01', days: 14 };
  const taken = await Promise.all([
    takeEndingDelegations(scratch.database, when),
    takeEndingDelegations(scratch.database, when),
  ]);
  expect(taken.flat().sort()).toEqual(['today', 'two-weeks']);
  expect(await takeEndingDelegations(scratch.database, when)).toEqual([]);
  await releaseEndingDelegation(scratch.database, 'today');
  expect(await takeEndingDelegations(scratch.database, when)).toEqual(['today']);
});
