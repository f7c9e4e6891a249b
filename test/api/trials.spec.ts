import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { call } from '../support/desk.js';
import { runningProduct, runningTownHall } from '../support/running-product.js';

interface Trial {
  readonly id: string;
  readonly name: string;
  readonly expects: string;
  readonly differences: readonly { readonly step: number; readonly title: string; readonly words: string }[];
}
interface Comparison {
  readonly sentence: string;
  readonly sections: readonly {
    readonly heading: string;
    readonly changed: number;
    readonly lines: readonly { readonly kind: string; readonly text: string }[];
  }[];
}

const hall = runningTownHall();
let database: Client;
beforeAll(async () => {
  database = new Client({ connectionString: runningProduct().urls.database });
  await database.connect();
});
afterAll(async () => {
  await database.end();
  await hall.close();
});

const POTHOLE = 'voirie.nid-de-poule';
const PLAY = {
  openedAt: '2026-11-16T09:00:00+01:00',
  channel: 'telephone',
  answers: { danger: false },
  acts: [{ workingDays: 3 }, { words: 'referent answers' }],
};
const TRIALS = `/processes/${POTHOLE}/trials`;

describe('a play that is kept as a trial', () => {
  it('is replayed with the same result, and says at its moment what becomes otherwise', async () => {
    const designer = await hall.as('designer1');
    const body = { name: `Répondu en trois jours ${randomUUID()}`, play: PLAY };
    const key = randomUUID();
    const kept = await call<Trial>(designer, `POST ${TRIALS}`, { body, key });
    expect(kept).toMatchObject({ status: 201, body: { name: body.name, differences: [] } });
    expect(kept.body.expects).toMatch(/Engagement/);
    expect((await call<Trial>(designer, `POST ${TRIALS}`, { body, key })).body.id).toBe(kept.body.id);
    const replayed = async (): Promise<Trial> => {
      const all = await call<readonly Trial[]>(designer, `POST ${TRIALS}/replay`);
      return all.body.find(({ id }) => id === kept.body.id)!;
    };
    expect((await replayed()).differences).toEqual([]);
    // As if the version in force gave another due date and sent another mail than when it was kept.
    await database.query(
      `UPDATE process_trials SET expected = jsonb_set(jsonb_set(expected, '{1,clocks,0,dueOn}', '"2026-11-20"'),
         '{0,mails}', '["Courriel à l’usager : un autre"]') WHERE id = $1`,
      [kept.body.id],
    );
    const { differences } = await replayed();
    expect(differences.map(({ step }) => step)).toEqual([0, 0, 1]);
    expect(differences[0]?.words).toMatch(/ne part plus/);
    expect(differences[2]?.words).toMatch(/échéance attendue le 20/);
    const { body: catalog } = await call<readonly { id: string; failedTrials: number; health: string }[]>(
      designer,
      'GET /catalog',
    );
    expect(catalog.find(({ id }) => id === POTHOLE)).toMatchObject({
      failedTrials: 1,
      health: expect.stringMatching(/1\sessai en échec/) as string,
    });
    expect((await call<Trial>(designer, `POST /trials/${kept.body.id}/accept`)).body.differences).toEqual([]);
    expect((await replayed()).differences).toEqual([]);
    expect((await call(designer, `DELETE /trials/${kept.body.id}`)).status).toBe(204);
    expect((await call(designer, `DELETE /trials/${kept.body.id}`)).body).toMatchObject({ code: 'trial.not-found' });
  });

  it('is kept with answers that a citizen could send, and replayed with those that its form still takes', async () => {
    const designer = await hall.as('designer1');
    const keep = (answers: object): ReturnType<typeof call<Trial>> => {
      const body = { name: `Rue des Tilleuls ${randomUUID()}`, play: { ...PLAY, answers } };
      return call<Trial>(designer, `POST ${TRIALS}`, { body });
    };
    expect(await keep({ danger: 'oui' })).toMatchObject({
      status: 422,
      body: { code: 'request.invalid-answers', errors: [{ pointer: '/play/answers/danger' }] },
    });
    const kept = await keep({ danger: true, lieu: { label: '12 rue des Tilleuls' }, taille: 'petite' });
    expect(kept).toMatchObject({
      status: 201,
      body: { play: { answers: { lieu: { label: '12 rue des Tilleuls' } } } },
    });
    // As if it had been kept on a version that asked something else.
    await database.query(
      `UPDATE process_trials SET play = jsonb_set(play, '{answers}', play->'answers' || '{"couleur": "bleue", "taille": "minuscule"}')
       WHERE id = $1`,
      [kept.body.id],
    );
    const all = await call<readonly Trial[]>(designer, `POST ${TRIALS}/replay`);
    expect(all.body.find(({ id }) => id === kept.body.id)!.differences).toEqual([]);
    expect((await call(designer, `DELETE /trials/${kept.body.id}`)).status).toBe(204);
  });

  it('is kept by designers alone, with a name', async () => {
    const body = { name: '', play: PLAY };
    expect((await call(await hall.as('designer1'), `POST ${TRIALS}`, { body })).body).toMatchObject({
      status: 400,
      errors: [{ pointer: '/name' }],
    });
    expect((await call(await hall.as('ambassadrice1'), `POST ${TRIALS}`, { body })).status).toBe(403);
  });
});

describe('two processes side by side', () => {
  it('says in words what one has and the other has not', async () => {
    const designer = await hall.as('designer1');
    const same = await call<Comparison>(designer, `GET /catalog/comparison?from=${POTHOLE}&to=${POTHOLE}`);
    expect(same.body.sentence).toMatch(/Rien ne change/);
    expect(same.body.sections.every(({ changed }) => changed === 0)).toBe(true);
    const { body } = await call<Comparison>(
      designer,
      `GET /catalog/comparison?from=${POTHOLE}@1&to=eclairage.lampadaire-eteint`,
    );
    expect(body.sections[0]?.heading).toBe('Étapes');
    expect(body.sections.map(({ heading }) => heading)).toEqual(
      expect.arrayContaining(['Délais', 'Formulaire', 'Courrier : répondu']),
    );
    const kinds = new Set(body.sections.flatMap(({ lines }) => lines.map(({ kind }) => kind)));
    expect([...kinds].sort()).toEqual(['gone', 'new', 'same']);
    const missing = await call(designer, `GET /catalog/comparison?from=${POTHOLE}@999&to=${POTHOLE}`);
    expect(missing.body).toMatchObject({ status: 404, code: 'process.not-found' });
  });
});
