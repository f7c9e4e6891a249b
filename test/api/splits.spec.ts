import { randomUUID } from 'node:crypto';
import { call, type Receipt } from '../support/desk.js';
import { runningTownHall } from '../support/running-product.js';

const hall = runningTownHall();
afterAll(() => hall.close());

interface Part {
  readonly caseId: string;
  readonly caseNumber: string;
}
interface Stored {
  readonly words: string;
  readonly kept_words: string | null;
  readonly citizen_id: string;
  readonly received_at: Date;
  readonly channel: string;
}

const WORDS = 'La lampe est éteinte rue du Port, et je voudrais aussi un bac plus grand.';
const RECEIVED = '2026-11-20T15:30:00+01:00';

async function aMessage(): Promise<Receipt> {
  const email = `deux.${randomUUID().slice(0, 8)}@exemple.fr`;
  const citizen = { firstName: 'Ali', lastName: 'Essai', email };
  const place = { text: '3 rue du Port' };
  const body = { channel: 'email', words: WORDS, answers: { demande: WORDS }, citizen, place, replyChannel: 'email', receivedAt: RECEIVED }; // prettier-ignore
  return (await call<Receipt>(await hall.as('ambassadrice1'), 'POST /requests', { body })).body;
}

async function stored(caseId: string): Promise<Stored> {
  const [row] = await hall.rows<Stored>(
    'SELECT words, kept_words, citizen_id, received_at, channel FROM requests WHERE case_id = $1',
    [caseId],
  );
  return row!;
}

describe('a message that speaks of several things', () => {
  it('becomes requests of the same citizen and moment, linked to the first, which keeps number and words', async () => {
    const ambassador = await hall.as('ambassadrice1');
    const message = await aMessage();
    const split = { kept: 'La lampe est éteinte rue du Port', parts: ['je voudrais aussi un bac plus grand'] };
    const made = await call<{ parts: readonly Part[] }>(ambassador, `POST /cases/${message.caseId}/split`, {
      body: split,
    });
    expect(made.status).toBe(201);
    const [part] = made.body.parts;
    const [first, second] = [await stored(message.caseId), await stored(part!.caseId)];
    expect([first.words, first.kept_words, second.words]).toEqual([WORDS, split.kept, split.parts[0]]);
    expect(second).toMatchObject({ citizen_id: first.citizen_id, received_at: first.received_at, channel: 'email' });
    const one = await call<{ caseNumber: string; clocks: readonly { kind: string; dueOn?: string }[]; links: readonly { role: string; other: { caseId: string } }[] }>(ambassador, `GET /cases/${message.caseId}`); // prettier-ignore
    const two = await call<typeof one.body>(ambassador, `GET /cases/${part!.caseId}`);
    expect(one.body.caseNumber).toBe(message.caseNumber);
    expect(one.body.links.map(({ role, other }) => [role, other.caseId])).toEqual([['part', part!.caseId]]);
    expect(two.body.links.map(({ role, other }) => [role, other.caseId])).toEqual([['origin', message.caseId]]);
    const due = ({ clocks }: typeof one.body): unknown => clocks.find(({ kind }) => kind === 'promise')?.dueOn;
    expect(due(two.body)).toBe(due(one.body));
    expect((await hall.openTasks(part!.caseId)).map(({ kind }) => kind)).toEqual(['qualify']);
  });

  it('is split once for a key, also after the first was qualified', async () => {
    const ambassador = await hall.as('ambassadrice1');
    const { caseId } = await aMessage();
    const key = randomUUID();
    const body = { kept: 'La lampe', parts: ['Le bac', 'Le banc'] };
    const first = await call<{ parts: readonly Part[] }>(ambassador, `POST /cases/${caseId}/split`, { body, key });
    const [task] = await hall.openTasks(caseId);
    const answers = { danger: false, emplacement: 'chaussee', lieu: { label: '1 rue du Port' } };
    await call(ambassador, `POST /tasks/${task!.id}/qualify`, { body: { processId: 'voirie.nid-de-poule', answers } });
    const again = await call<{ parts: readonly Part[] }>(ambassador, `POST /cases/${caseId}/split`, { body, key });
    expect(again.body).toEqual(first.body);
    const links = await hall.rows(`SELECT id FROM case_links WHERE other_id = $1 AND kind = 'splitFrom'`, [caseId]);
    expect(links).toHaveLength(2);
    const late = await call(ambassador, `POST /cases/${caseId}/split`, { body });
    expect(late.body).toMatchObject({ status: 409, code: 'case.not-possible-now' });
  });

  it('is refused without words, in too many parts, and to whoever does not qualify', async () => {
    const ambassador = await hall.as('ambassadrice1');
    const { caseId } = await aMessage();
    const route = `POST /cases/${caseId}/split`;
    const faults = async (body: unknown): Promise<unknown> => {
      const answer = await call<{ status: number; errors: readonly { pointer: string }[] }>(ambassador, route, {
        body,
      });
      return [answer.body.status, answer.body.errors[0]?.pointer];
    };
    expect(await faults({ kept: ' ', parts: ['x'] })).toEqual([400, '/kept']);
    expect(await faults({ kept: 'x', parts: [] })).toEqual([400, '/parts']);
    expect(await faults({ kept: 'x', parts: Array.from({ length: 10 }, () => 'y') })).toEqual([400, '/parts']);
    const body = { kept: 'x', parts: ['y'] };
    expect((await call(await hall.as('referent.voirie'), route, { body })).status).toBe(403);
  });
});
