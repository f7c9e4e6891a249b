import { randomUUID } from 'node:crypto';
import { call } from '../support/desk.js';
import { runningTownHall } from '../support/running-product.js';

interface Planned {
  readonly login: string;
  readonly outcome: string;
  readonly fields: readonly { readonly label: string; readonly before: string; readonly after: string }[];
  readonly faults: readonly { readonly line: number; readonly column: string; readonly code: string }[];
}
interface Preview {
  readonly seen: string;
  readonly accounts: readonly Planned[];
  readonly faults: readonly { readonly line: number; readonly code: string }[];
}
interface Account {
  readonly id: string;
  readonly login: string;
  readonly functionTitle: string;
  readonly active: boolean;
  readonly lastAccess?: string;
  readonly roles: readonly unknown[];
}

const hall = runningTownHall();
afterAll(() => hall.close());

const PREVIEW = 'POST /accounts/import/preview';
const HEADER = 'identifiant;prénom;nom;courriel;fonction;rôle;service;quartiers';

async function accountOf(login: string): Promise<Account | undefined> {
  const { body } = await call<readonly Account[]>(await hall.as('admin'), 'GET /accounts');
  return body.find((one) => one.login === login);
}

/** No other test reads who heads it: the head made here comes first by name. */
const UNREAD_DEPARTMENT = 'jumelages';

describe('accounts from a file', () => {
  it('are shown before they are written, written together once, and the same again the second time', async () => {
    const admin = await hall.as('admin');
    const login = `import.${randomUUID().slice(0, 8)}`;
    const before = await call<readonly Account[]>(admin, 'GET /accounts');
    const content = [
      `\uFEFF${HEADER}`,
      `${login};Dominique;Essai;${login}@valmont.example;Référent voirie;référent;Voirie;`,
      `${login};;;;;responsable de service;${UNREAD_DEPARTMENT};`,
      `${login}.bis;Claude;Essai;pas une adresse;;référent;Voirei;Nulle part`,
      'chef.voirie;;;;;;;',
    ].join('\r\n');
    const seen = await call<Preview>(admin, PREVIEW, { body: { content } });
    expect(seen.body.accounts.map(({ outcome }) => outcome)).toEqual(['created', 'refused', 'unchanged']);
    expect(seen.body.accounts[1]?.faults.map(({ line, column, code }) => [line, column, code])).toEqual([
      [4, 'service', 'unknown'],
      [4, 'quartiers', 'unknown'],
      [4, 'courriel', 'isEmail'],
      [4, 'fonction', 'missing'],
    ]);
    expect(await accountOf(login)).toBeUndefined();
    const body = { content, seen: seen.body.seen };
    const applied = await call(admin, 'POST /accounts/import', { body });
    expect(applied).toMatchObject({ status: 200, body: { created: 1, changed: 0 } });
    expect(await accountOf(login)).toMatchObject({ functionTitle: 'Référent voirie', active: true });
    expect((await accountOf(login))?.roles).toHaveLength(2);
    // What was confirmed no longer says what would happen now: it is to be seen again, and changes nothing.
    const again = await call<{ current: Preview }>(admin, 'POST /accounts/import', { body });
    expect(again.status).toBe(412);
    expect(again.body.current.accounts[0]).toMatchObject({ login, outcome: 'unchanged' });
    const after = await call<readonly Account[]>(admin, 'GET /accounts');
    expect(after.body.filter(({ active }) => active)).toHaveLength(
      before.body.filter(({ active }) => active).length + 1,
    );
    const journal = await call<{ items: readonly { label: string }[] }>(admin, 'GET /settings/changes');
    expect(journal.body.items[0]).toMatchObject({ label: 'Compte de Dominique Essai' });
  });

  it('change field by field, without touching what a cell leaves empty', async () => {
    const admin = await hall.as('admin');
    const roles = (await accountOf('referent.voirie'))?.roles;
    const functionTitle = `Fonction ${randomUUID().slice(0, 6)}`;
    const content = `identifiant,fonction\nreferent.voirie,"${functionTitle}"`;
    const { body } = await call<Preview>(admin, PREVIEW, { body: { content } });
    expect(body.accounts).toMatchObject([
      { outcome: 'changed', fields: [{ label: 'Fonction', after: functionTitle }] },
    ]);
    await call(admin, 'POST /accounts/import', { body: { content, seen: body.seen } });
    expect(await accountOf('referent.voirie')).toMatchObject({ functionTitle, roles });
  });

  it('never leave the town without an administrator', async () => {
    const admin = await hall.as('admin');
    const { body: all } = await call<readonly (Account & { roles: readonly { role: string }[] })[]>(
      admin,
      'GET /accounts',
    );
    const others = all.filter((one) => one.active && one.roles.some(({ role }) => role === 'administrator'));
    const lines = others.map(({ login }) => `${login},référent,ville`);
    const content = ['identifiant,rôle,organisation', ...lines].join('\n');
    const { body } = await call<Preview>(admin, PREVIEW, { body: { content } });
    expect(body.accounts.flatMap(({ faults }) => faults.map(({ code }) => code))).toEqual(
      others.map(() => 'lastAdministrator'),
    );
  });

  it.each([
    ['identifiant;fonctoin\nadmin;x', /fonctoin/],
    ['nom\nx', /identifiant/],
    ['identifiant', /aucune ligne/],
    ['identifiant;nom\nadmin;\uFFFD', /UTF-8/],
    [`identifiant\n${'admin\n'.repeat(1001)}`, /1.000\slignes/],
  ])('are refused as a whole: %#', async (content, why) => {
    const { status, body } = await call<{ errors: readonly { detail: string }[] }>(await hall.as('admin'), PREVIEW, {
      body: { content },
    });
    expect([status, body.errors[0]?.detail]).toEqual([400, expect.stringMatching(why)]);
  });

  it('are an administrator’s to bring', async () => {
    const body = { content: HEADER };
    expect((await call(await hall.as('chef.grc'), PREVIEW, { body })).status).toBe(403);
  });
});

describe('the last access of an account', () => {
  it('is the day of its last sign-in, and nothing before the first', async () => {
    const admin = await hall.as('admin');
    const login = `acces.${randomUUID().slice(0, 8)}`;
    const content = `identifiant,prénom,nom,courriel,fonction,rôle,service\n${login},Alex,Essai,${login}@valmont.example,Essai,référent,Voirie`;
    const { body } = await call<Preview>(admin, PREVIEW, { body: { content } });
    await call(admin, 'POST /accounts/import', { body: { content, seen: body.seen } });
    expect((await accountOf(login))?.lastAccess).toBeUndefined();
    await hall.as(login);
    expect((await accountOf(login))?.lastAccess).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});
