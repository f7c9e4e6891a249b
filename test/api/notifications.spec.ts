import type { Browser } from '../support/browser.js';
import { aPothole, call } from '../support/desk.js';
import { runningTownHall } from '../support/running-product.js';
import { eventually } from '../support/town-hall.js';

interface Notification {
  readonly caseId: string;
  readonly level: string;
  readonly unread: boolean;
  readonly following?: string;
  readonly entries: readonly { readonly words: string; readonly by?: { readonly id: string } }[];
}
interface Notifications {
  readonly unread: number;
  readonly readUntil?: string;
  readonly items: readonly Notification[];
}

const hall = runningTownHall();
afterAll(() => hall.close());

async function ofCase(who: Browser, caseId: string): Promise<Notification | undefined> {
  const { items } = (await call<Notifications>(who, 'GET /notifications')).body;
  return items.find((one) => one.caseId === caseId);
}

async function note(login: string, caseId: string, mentions: readonly string[] = []): Promise<number> {
  const body = { body: 'À voir ensemble.', mentions };
  return (await call(await hall.as(login), `POST /cases/${caseId}/notes`, { body })).status;
}

async function follow(who: Browser, caseId: string, kind: string): Promise<number> {
  return (await call(who, `PUT /cases/${caseId}/following`, { body: { kind } })).status;
}

describe('the followers of a case', () => {
  it('are told to whoever reads it, the first first; whoever mutes it is not one of them', async () => {
    const { caseId } = await aPothole(hall);
    const [amb, other, chef] = [
      await hall.as('ambassadrice1'),
      await hall.as('ambassadrice2'),
      await hall.as('chef.voirie'),
    ];
    await follow(amb, caseId, 'followed');
    await follow(chef, caseId, 'followed');
    await follow(other, caseId, 'muted');
    interface Followed {
      readonly following?: string;
      readonly followers: readonly { readonly id: string }[];
    }
    const idOf = async (who: Browser): Promise<string> =>
      (await call<{ person: { id: string } }>(who, 'GET /session')).body.person.id;
    const read = async (who: Browser): Promise<Followed> => (await call<Followed>(who, `GET /cases/${caseId}`)).body;
    const followers = [await idOf(amb), await idOf(chef)];
    const seen = await read(other);
    expect([seen.following, seen.followers.map(({ id }) => id)]).toEqual(['muted', followers]);
    await follow(amb, caseId, 'none');
    const left = await read(amb);
    expect([left.following, left.followers.map(({ id }) => id)]).toEqual([undefined, followers.slice(1)]);
  });
});

describe('notifications', () => {
  it('tell what is asked of a person, who is named in a note, and never one’s own acts', async () => {
    const { caseId } = await aPothole(hall);
    const referent = await hall.as('referent.voirie');
    const chef = await hall.as('chef.voirie');
    await eventually('the task is told', async () => (await ofCase(referent, caseId)) !== undefined);
    expect(await ofCase(referent, caseId)).toMatchObject({ level: 'action', unread: true });
    expect(await ofCase(chef, caseId)).toBeUndefined();
    expect(await note('ambassadrice1', caseId, ['p-chef-voirie'])).toBe(201);
    expect(await ofCase(chef, caseId)).toMatchObject({
      level: 'mention',
      entries: [{ words: 'Une note interne vous nomme' }],
    });
    expect((await ofCase(referent, caseId))?.entries.map(({ words }) => words)).toContain('Note interne');
    expect(await ofCase(await hall.as('ambassadrice1'), caseId)).toBeUndefined();
    expect(await note('ambassadrice1', caseId, ['p-personne'])).toBe(404);
  });

  it('follow what one asks to hear of, are muted, and hold nothing of what one may not read', async () => {
    const { caseId } = await aPothole(hall);
    const amb = await hall.as('ambassadrice1');
    expect(await follow(amb, caseId, 'followed')).toBe(204);
    expect((await call(amb, `GET /cases/${caseId}`)).body).toMatchObject({ following: 'followed' });
    expect(await note('referent.voirie', caseId)).toBe(201);
    expect(await ofCase(amb, caseId)).toMatchObject({ level: 'information', following: 'followed' });
    expect(await follow(amb, caseId, 'muted')).toBe(204);
    expect(await ofCase(amb, caseId)).toBeUndefined();
    expect(await note('referent.voirie', caseId, ['p-ambassadrice-01', 'p-chef-archives'])).toBe(201);
    expect(await ofCase(amb, caseId)).toBeUndefined();
    expect(await follow(amb, caseId, 'none')).toBe(204);
    const archives = await hall.as('chef.archives');
    expect(await ofCase(archives, caseId)).toBeUndefined();
    expect(await follow(archives, caseId, 'followed')).toBe(404);
  });

  it('are all read at once, and that is taken back', async () => {
    const { caseId } = await aPothole(hall);
    // Whoever answers requests hears of those of other tests meanwhile; this person, only of what they follow here.
    const reader = await hall.as('ambassadrice3');
    expect(await follow(reader, caseId, 'followed')).toBe(204);
    expect(await note('ambassadrice1', caseId)).toBe(201);
    await eventually('the note is told', async () => (await ofCase(reader, caseId)) !== undefined);
    const before = (await call<Notifications>(reader, 'GET /notifications')).body;
    const mark = async (until: string): Promise<Notifications> => {
      expect((await call(reader, 'PUT /notifications/read-until', { body: { until } })).status).toBe(204);
      return (await call<Notifications>(reader, 'GET /notifications')).body;
    };
    const read = await mark(new Date(Date.now() + 1000).toISOString());
    expect(read.unread).toBe(0);
    expect(read.items.map((one) => one.caseId)).toContain(caseId);
    const back = await mark(before.readUntil ?? '1970-01-01T00:00:00Z');
    expect(back.unread).toBe(before.unread);
    expect(back.unread).toBeGreaterThan(0);
    expect((await call(reader, 'PUT /notifications/read-until', { body: { until: 'hier' } })).status).toBe(400);
  });

  it('are told by the channel that one chose, level by level; what is asked is never kept back', async () => {
    const { caseId } = await aPothole(hall);
    const chef = await hall.as('chef.voirie');
    const channels = async (): Promise<unknown> => (await call(chef, 'GET /notifications/channels')).body;
    const choose = async (body: Readonly<Record<string, string>>): Promise<number> =>
      (await call(chef, 'PUT /notifications/channels', { body })).status;
    const usual = { action: 'mail', mention: 'application', information: 'application' };
    expect(await channels()).toEqual(usual);
    expect((await call(await hall.as('ambassadrice1'), 'GET /notifications/channels')).body).toEqual({
      ...usual,
      action: 'application',
    });
    expect(await choose({ ...usual, action: 'none' })).toBe(400);
    expect(await choose({ ...usual, mention: 'sms' })).toBe(400);
    const chosen = { action: 'digest', mention: 'none', information: 'mail' };
    expect(await choose(chosen)).toBe(204);
    expect(await channels()).toEqual(chosen);
    expect(await note('ambassadrice1', caseId, ['p-chef-voirie'])).toBe(201);
    expect(await ofCase(chef, caseId)).toBeUndefined();
    expect(await choose(usual)).toBe(204);
    expect(await ofCase(chef, caseId)).toMatchObject({ level: 'mention' });
  });
});
