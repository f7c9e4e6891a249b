import { aPothole, call } from '../support/desk.js';
import { runningTownHall } from '../support/running-product.js';

interface Bench {
  readonly frames: readonly {
    readonly at: string;
    readonly refused?: string;
    readonly mails: readonly string[];
    readonly tasks: readonly { readonly words: string; readonly who: string }[];
    readonly clocks: readonly { readonly name: string; readonly dueOn?: string }[];
  }[];
  readonly next: readonly { readonly words: string; readonly label: string }[];
}

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
    expect(body.frames[0]!.mails).toContain('Courriel à l’usager : accusé de réception');
    expect(body.frames[0]!.clocks[0]!.dueOn).toBe('2026-05-21');
    expect(body.frames[1]!.mails.some((mail) => mail.startsWith('Alerte de retard'))).toBe(true);
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
    expect(body.frames.flatMap(({ mails }) => mails)).toContain('Courriel à l’usager : la réponse');
    expect(body.frames.slice(-2).every(({ refused }) => refused !== undefined)).toBe(true);
  });
});
