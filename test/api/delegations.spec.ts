import { randomUUID } from 'node:crypto';
import { Absences, day } from '../support/absences.js';
import { aPothole, call, upload, type Reply } from '../support/desk.js';
import { ANSWER } from '../support/lives.js';
import { runningTownHall } from '../support/running-product.js';
import { eventually, type OpenTask } from '../support/town-hall.js';

interface Delegation {
  readonly id: string;
  readonly person: { readonly id: string };
  readonly authority: { readonly id: string };
  readonly state: string;
  readonly to: string;
  readonly mention: string;
  readonly pdf?: string;
}
interface Detail {
  readonly may: readonly { readonly act: string }[];
  readonly timeline: readonly { readonly code: string; readonly onBehalfRule?: string }[];
}

const hall = runningTownHall();
const absences = new Absences(hall);
const made: string[] = [];

afterEach(async () => {
  await absences.takeBack();
  for (const id of made.splice(0)) await call(await hall.as('admin'), `DELETE /delegations/${id}`);
});
afterAll(() => hall.close());

async function delegate(login: string, body: unknown, key: string = randomUUID()): Promise<Reply<Delegation>> {
  const reply = await call<Delegation>(await hall.as(login), 'POST /delegations', { body, key });
  if (reply.status === 201) made.push(reply.body.id);
  return reply;
}

const TO_THE_HEAD_OF_ROADS = {
  person: 'p-chef-voirie',
  organisation: 'ville',
  kind: 'signature',
  matters: ['proprete'],
  from: day(),
  to: day(30),
  arrete: '2026-AR-9001',
};

async function listed(login: string, scope: string): Promise<readonly Delegation[]> {
  const { body } = await call<{ items: readonly Delegation[] }>(
    await hall.as(login),
    `GET /delegations?scope=${scope}`,
  );
  return body.items;
}

/** A pothole answered and endorsed: the elected official's signature is what it waits for. */
async function aLetterToSign(): Promise<{ readonly caseId: string; readonly task: OpenTask }> {
  const { caseId } = await aPothole(hall);
  const [answer] = await hall.openTasks(caseId);
  await hall.post(await hall.loginOf(answer!), `/tasks/${answer!.id}/answer`, ANSWER);
  const [endorsement] = await hall.openTasks(caseId);
  const letterHash = await hall.letterHash(caseId);
  await hall.post(await hall.loginOf(endorsement!), `/tasks/${endorsement!.id}/endorse`, { letterHash });
  const [task] = await hall.openTasks(caseId);
  if (task?.kind !== 'sign') throw new Error('The letter does not wait for its signature');
  return { caseId, task };
}

/** Opens the letter, authenticates again and signs, as whoever it falls to. */
async function sign(
  login: string,
  { caseId, task }: { readonly caseId: string; readonly task: OpenTask },
): Promise<Reply<Record<string, unknown>>> {
  await hall.reauthenticate(login);
  await hall.openLetter(login, caseId);
  const letterHash = await hall.letterHash(caseId);
  return call(await hall.as(login), `POST /tasks/${task.id}/sign`, { body: { letterHash } });
}

async function signedLetter(caseId: string): Promise<string> {
  const [row] = await hall.rows<{ text: string }>(
    'SELECT mail_text AS text FROM letters WHERE case_id = $1 AND signed_from IS NOT NULL',
    [caseId],
  );
  return (row?.text ?? '').replaceAll(/\s+/g, ' ');
}

describe('a delegation', () => {
  it('is made once for a key, read by every agent, and found among one’s own by delegate and authority', async () => {
    const key = randomUUID();
    const first = await delegate('admin', TO_THE_HEAD_OF_ROADS, key);
    expect(first).toMatchObject({ status: 201, body: { authority: { id: 'p-maire' }, state: 'inForce' } });
    expect(first.body.mention).toBe('Pour le Maire et par délégation,');
    expect((await delegate('admin', TO_THE_HEAD_OF_ROADS, key)).body).toEqual(first.body);
    const other = await delegate('admin', { ...TO_THE_HEAD_OF_ROADS, arrete: '2026-AR-9002' }, key);
    expect(other.body).toMatchObject({ status: 422, code: 'request.idempotency-key-reused' });
    const isSeen = async (login: string, scope: string): Promise<boolean> =>
      (await listed(login, scope)).some(({ id }) => id === first.body.id);
    expect(await isSeen('referent.voirie', 'all')).toBe(true);
    expect(await isSeen('chef.voirie', 'mine')).toBe(true);
    expect(await isSeen('maire', 'mine')).toBe(true);
    expect(await isSeen('referent.voirie', 'mine')).toBe(false);
  });

  it('is written by the administrator, and by the DGS for their own organisation', async () => {
    for (const login of ['chef.voirie', 'elu.voirie', 'ambassadrice1'])
      expect((await delegate(login, TO_THE_HEAD_OF_ROADS)).body).toMatchObject({ status: 403, code: 'auth.forbidden' });
    expect((await delegate('dgs', TO_THE_HEAD_OF_ROADS)).status).toBe(201);
    const elsewhere = { ...TO_THE_HEAD_OF_ROADS, organisation: 'agglo', person: 'p-vp-eau' };
    expect((await delegate('dgs', elsewhere)).body).toMatchObject({ status: 403 });
  });

  it('is refused where the law does not allow it, with the article', async () => {
    const refused = async (changes: Readonly<Record<string, unknown>>): Promise<unknown> => {
      const { status, body } = await delegate('admin', { ...TO_THE_HEAD_OF_ROADS, ...changes });
      return [status, (body as unknown as { code?: string }).code];
    };
    expect(await refused({ person: 'p-cabinet' })).toEqual([422, 'delegation.not-allowed']);
    expect(await refused({ person: 'p-voirie-01' })).toEqual([422, 'delegation.not-allowed']);
    expect(await refused({ kind: 'function' })).toEqual([422, 'delegation.function-without-mandate']);
    expect(await refused({ organisation: 'ccas' })).toEqual([422, 'delegation.not-in-ccas']);
    expect(await refused({ to: day(-1) })).toEqual([422, 'delegation.dates-reversed']);
    expect(await refused({ person: 'p-personne' })).toEqual([404, 'person.not-found']);
    expect(await refused({ arrete: '' })).toEqual([400, 'request.invalid']);
  });

  it('that was in force is ended and not forgotten: letters were signed under it', async () => {
    const begun = await delegate('admin', { ...TO_THE_HEAD_OF_ROADS, from: day(-10) });
    const coming = await delegate('admin', { ...TO_THE_HEAD_OF_ROADS, from: day(5) });
    const admin = await hall.as('admin');
    for (const { body } of [begun, coming])
      expect((await call(admin, `DELETE /delegations/${body.id}`)).status).toBe(204);
    const all = await listed('admin', 'all');
    expect(all.find(({ id }) => id === begun.body.id)).toMatchObject({ state: 'ended', to: day(-1) });
    expect(all.find(({ id }) => id === coming.body.id)).toBeUndefined();
    expect((await call(admin, 'DELETE /delegations/d-personne')).body).toMatchObject({ code: 'delegation.not-found' });
  });
});

describe('a signature by a substitute', () => {
  it('is given under the delegation for that absence, and the letter prints whose place it takes and the arrêté', async () => {
    const letter = await aLetterToSign();
    expect(letter.task.holder).toBe('p-elu-voirie');
    await absences.away('p-elu-voirie', ['p-elu-solidarite']);
    expect((await sign('elu.solidarite', letter)).status).toBe(200);
    const text = await signedLetter(letter.caseId);
    expect(text).toContain('Pour le Maire et par délégation, en l’absence de Yanis Vertebrune, adjoint au maire');
    expect(text).toContain('Iris Rossevanne');
    expect(text).toContain('Arrêté n° 2026-AR-0106');
    const detail = await call<Detail>(await hall.as('ambassadrice1'), `GET /cases/${letter.caseId}`);
    const line = detail.body.timeline.find(({ code }) => code === 'command.sign');
    expect(line?.onBehalfRule).toMatch(/^absence:a-[0-9a-f]+:p-elu-solidarite$/);
  });

  it('is not given by whoever only replaces; a delegation makes it possible, its end impossible again', async () => {
    const [one, two] = [await aLetterToSign(), await aLetterToSign()];
    const absence = await absences.away('p-elu-voirie', ['p-elu-sports']);
    expect(absence).toMatchObject({ acting: { id: 'p-elu-sports' }, actingMaySign: false });
    const offered = async ({ caseId }: { readonly caseId: string }): Promise<boolean> => {
      const { body } = await call<Detail>(await hall.as('elu.sports'), `GET /cases/${caseId}`);
      return body.may.some(({ act }) => act === 'sign');
    };
    expect(await offered(one)).toBe(false);
    expect((await sign('elu.sports', one)).body).toMatchObject({ status: 403, code: 'delegation.missing' });
    const wrongMatter = { ...TO_THE_HEAD_OF_ROADS, person: 'p-elu-sports', kind: 'function', matters: ['culture'] };
    expect((await delegate('admin', wrongMatter)).status).toBe(201);
    expect((await sign('elu.sports', one)).body).toMatchObject({ code: 'delegation.missing' });
    const right = { ...wrongMatter, matters: ['voirie'], inAbsenceOf: 'p-elu-voirie', from: day(-3) };
    const given = await delegate('admin', right);
    await eventually('the signature is offered', () => offered(one));
    expect((await sign('elu.sports', one)).status).toBe(200);
    expect(await signedLetter(one.caseId)).toContain('Arrêté n° 2026-AR-9001');
    expect((await call(await hall.as('admin'), `DELETE /delegations/${given.body.id}`)).status).toBe(204);
    expect((await sign('elu.sports', two)).body).toMatchObject({ status: 403, code: 'delegation.expired' });
    expect(await offered(two)).toBe(false);
  });

  it('under a delegation for an absence holds no longer than the absence', async () => {
    const letter = await aLetterToSign();
    await absences.away('p-elu-voirie', ['p-elu-solidarite']);
    await absences.takeBack();
    const letterHash = await hall.letterHash(letter.caseId);
    await hall.reauthenticate('elu.solidarite');
    const late = await call(await hall.as('elu.solidarite'), `POST /tasks/${letter.task.id}/sign`, {
      body: { letterHash },
    });
    expect(late.body).toMatchObject({ status: 404, code: 'task.not-found' });
    expect((await sign('elu.voirie', letter)).status).toBe(200);
    expect(await signedLetter(letter.caseId)).toContain('Arrêté n° 2026-AR-0103');
  });

  it('has the PDF of its arrêté beside it: joined by who writes delegations, read by every agent, and nothing but a PDF', async () => {
    const { body } = await delegate('admin', TO_THE_HEAD_OF_ROADS);
    const path = `/delegations/${body.id}/arrete`;
    const join = async (login: string, content: string): Promise<Reply<Record<string, unknown>>> =>
      upload(await hall.as(login), path, { method: 'PUT', content, name: 'arrêté.pdf', type: 'application/pdf' });
    expect((await call(await hall.as('dgs'), `GET ${path}`)).body).toMatchObject({ status: 404 });
    expect((await join('referent.voirie', '%PDF-1.7 un')).status).toBe(403);
    expect((await join('admin', 'ceci n’est pas un PDF')).body).toMatchObject({ status: 415 });
    expect((await join('admin', '%PDF-1.7 un')).status).toBe(204);
    expect((await join('admin', '%PDF-1.7 deux')).status).toBe(204);
    const [shown] = (await listed('dgs', 'all')).filter(({ id }) => id === body.id);
    expect(shown?.pdf).toBe('arrêté.pdf');
    const read = await call<string>(await hall.as('referent.voirie'), `GET ${path}`);
    expect(read).toMatchObject({ status: 200, body: '%PDF-1.7 deux' });
    expect(read.type).toContain('application/pdf');
  });
});
