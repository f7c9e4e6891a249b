import { aPothole, call } from '../support/desk.js';
import { runningTownHall } from '../support/running-product.js';

interface Bench {
  readonly frames: readonly {
    readonly at: string;
    readonly refused?: string;
    readonly mails: readonly {
      readonly words: string;
      readonly letter?: { readonly subject: string; readonly text?: string };
    }[];
    readonly tasks: readonly { readonly words: string; readonly who: string }[];
    readonly clocks: readonly { readonly name: string; readonly dueOn?: string }[];
  }[];
  readonly next: readonly { readonly words: string; readonly label: string }[];
  readonly missing: readonly string[];
}

const wordsOf = ({ mails }: Bench['frames'][number]): readonly string[] => mails.map(({ words }) => words);

const hall = runningTownHall();
afterAll(() => hall.close());
const POTHOLE = 'voirie.nid-de-poule';

describe('the designers’ catalogue', () => {
  it('counts the cases that run under each version', async () => {
    const designer = await hall.as('designer1');
    const running = async (): Promise<number> => {
      const { body } = await call<readonly { id: string; running: number }[]>(designer, 'GET /catalog');
      return body.find(({ id }) => id === POTHOLE)!.running;
    };
    const before = await running();
    await aPothole(hall);
    expect(await running()).toBe(before + 1);
    const { body } = await call<readonly { id: string; used: boolean }[]>(designer, 'GET /catalog');
    expect(body.find(({ id }) => id === POTHOLE)).toMatchObject({ used: true });
    const versions = await call<readonly { current: boolean }[]>(designer, `GET /processes/${POTHOLE}/versions`);
    expect(versions.body.filter(({ current }) => current)).toHaveLength(1);
  });

  it('shows the way of a case, and what its users read', async () => {
    const { body } = await call<{ diagram: string; acknowledgement: string; replies: readonly { text: string }[] }>(
      await hall.as('designer1'),
      `GET /processes/${POTHOLE}/design`,
    );
    expect(body.diagram).toContain('<title id="t">');
    expect(body.replies.length).toBeGreaterThan(0);
    expect([body.acknowledgement, ...body.replies.map(({ text }) => text)].some((text) => text.includes('{{'))).toBe(
      false,
    );
  });
});

describe('a process in words', () => {
  it('names departments, teams and telephones, and shows no key of theirs', async () => {
    const { body } = await call<{
      words: readonly { lines: readonly string[] }[];
      diagram: string;
      acknowledgement: string;
    }>(await hall.as('designer1'), `GET /processes/${POTHOLE}/design`);
    const teams = await hall.rows<{ id: string }>('SELECT id FROM teams');
    const said = [...body.words.flatMap(({ lines }) => lines), body.diagram].join('\n');
    expect(teams.length).toBeGreaterThan(10);
    expect(teams.filter(({ id }) => id.includes('.') && said.includes(id))).toEqual([]);
    expect(said).toContain('service Voirie');
    expect(said).not.toMatch(/ville\.[a-z]/);
  });
});

describe('the test bench', () => {
  it('plays a case in jumps of time, with its mails, tasks and dates', async () => {
    const designer = await hall.as('designer1');
    const play = { openedAt: '2026-05-04T10:00:00+02:00', acts: [{ workingDays: 12 }] };
    const { body, status } = await call<Bench>(designer, `POST /processes/${POTHOLE}/bench`, { body: play });
    expect(status).toBe(200);
    expect(wordsOf(body.frames[0]!)).toContain('Courriel à l’usager : accusé de réception');
    expect(body.frames[0]!.clocks[0]!.dueOn).toBe('2026-05-21');
    expect(wordsOf(body.frames[1]!).some((mail) => mail.startsWith('Alerte de retard'))).toBe(true);
    expect(body.next.map(({ words }) => words)).toContain('referent answers');
  });

  it('goes on act after act to the reply, and says why an act is refused', async () => {
    const designer = await hall.as('designer1');
    const acts: { words: string }[] = [];
    for (let step = 0; step < 8; step++) {
      const { body } = await call<Bench>(designer, `POST /processes/${POTHOLE}/bench`, {
        body: { openedAt: '2026-05-04T10:00:00+02:00', acts },
      });
      expect(body.frames.every(({ refused }) => refused === undefined)).toBe(true);
      const [next] = body.next;
      if (next === undefined || next.words === 'citizen reopens') break;
      acts.push({ words: next.words });
    }
    const { body } = await call<Bench>(designer, `POST /processes/${POTHOLE}/bench`, {
      body: {
        openedAt: '2026-05-04T10:00:00+02:00',
        acts: [...acts, { words: 'referent answers' }, { words: 'personne danse' }],
      },
    });
    expect(body.frames.flatMap(wordsOf)).toContain('Courriel à l’usager : la réponse');
    expect(body.frames.slice(-2).every(({ refused }) => refused !== undefined)).toBe(true);
  });

  it('takes the answers of a request, names the required ones left out, and writes what the citizen reads', async () => {
    const designer = await hall.as('designer1');
    const refusal = { words: 'referent answers', details: { conclusion: 'refused' } };
    const play = {
      openedAt: '2026-05-04T10:00:00+02:00',
      answers: { danger: false, lieu: { label: '12 rue des Tilleuls' }, dommage: true },
      acts: [refusal, { words: 'dgs endorses' }, { words: 'electedOfficial signs' }],
    };
    const { body } = await call<Bench>(designer, `POST /processes/${POTHOLE}/bench`, { body: play });
    expect(body.missing).toEqual([expect.stringMatching(/^Sur quelle partie de la rue\s\?$/)]);
    const letters = body.frames.flatMap(({ mails }) => mails.flatMap(({ letter }) => letter ?? []));
    expect(letters.map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^Nous avons reçu votre demande/) as string,
      expect.stringMatching(/^Votre demande n°/) as string,
    ]);
    expect(letters[1]?.text).toMatch(/\(12\srue des Tilleuls\)/);
    expect(letters[1]?.text).toMatch(/Signé électroniquement le 4.mai 2026/);
    expect(letters[1]?.text?.toLocaleUpperCase('fr-FR')).toContain('VOIES ET DÉLAIS DE RECOURS');
  });

  it('goes to whoever answers for the neighbourhood that was said', async () => {
    const designer = await hall.as('designer1');
    const holderIn = async (quartier: string): Promise<string | undefined> => {
      const answers = { danger: false, lieu: { label: 'Devant l’école', quartier } };
      const { body } = await call<Bench>(designer, `POST /processes/${POTHOLE}/bench`, {
        body: { openedAt: '2026-05-04T10:00:00+02:00', answers, acts: [] },
      });
      return body.frames[0]?.tasks[0]?.who;
    };
    const holders = [await holderIn('cerisaie'), await holderIn('lanternes'), await holderIn('verrerie')];
    expect(new Set(holders).size).toBe(3);
  });

  it('refuses, with the codes and words of a request, answers that a citizen could not send', async () => {
    const designer = await hall.as('designer1');
    const answers = { danger: 'oui', emplacement: 'lune', recitDommage: 'x'.repeat(1001), dommage: true, autre: 1 };
    const play = { openedAt: '2026-05-04T10:00:00+02:00', answers, acts: [] };
    const refused = await call<{ code: string; errors: readonly { pointer: string; code: string; detail: string }[] }>(
      designer,
      `POST /processes/${POTHOLE}/bench`,
      { body: play },
    );
    expect(refused).toMatchObject({ status: 422, body: { code: 'request.invalid-answers' } });
    const asked = await call<{ errors: typeof refused.body.errors }>(await hall.as('ambassadrice1'), 'POST /requests', {
      body: { processId: POTHOLE, channel: 'telephone', words: 'Un trou', answers },
    });
    const { errors } = refused.body;
    expect(errors.map(({ code }) => code)).toEqual([
      'answers.unknown-field',
      'answer.wrong-type',
      'answer.not-an-option',
      'answer.too-long',
    ]);
    expect(asked.body.errors.filter(({ code }) => code !== 'answer.required')).toEqual(errors);
  });
});
