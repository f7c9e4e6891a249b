import { aPothole, call } from '../support/desk.js';
import { runningTownHall } from '../support/running-product.js';

const hall = runningTownHall();
afterAll(() => hall.close());

interface Refused {
  readonly status?: number;
  readonly code?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
}

const ADDRESS = { lines: ['3 rue des Teinturières'], postalCode: '51999', city: 'Valmont-sur-Marne' };

/** The same request with other contacts, as the desk sends it: what is answered, whatever it is. */
async function sent(changes: Readonly<Record<string, unknown>>): Promise<Refused> {
  const { body } = await hall.post<Refused>('ambassadrice1', '/requests', {
    processId: 'voirie.nid-de-poule',
    words: 'Un trou dans la chaussée',
    channel: 'telephone',
    answers: { danger: false, emplacement: 'chaussee', lieu: { label: '3 rue des Teinturières' } },
    ...changes,
  });
  return body;
}

async function changed(caseId: string, channel: string): Promise<Refused> {
  const amb = await hall.as('ambassadrice1');
  return (await call<Refused>(amb, `POST /cases/${caseId}/reply-channel`, { body: { channel } })).body;
}

async function citizenOf(caseId: string): Promise<{ readonly id: string; readonly version: number }> {
  const [row] = await hall.rows<{ id: string; version: number }>(
    'SELECT z.id, z.version FROM requests r JOIN citizens z ON z.id = r.citizen_id WHERE r.case_id = $1',
    [caseId],
  );
  return row!;
}

describe('the channel of the reply', () => {
  it.each([
    ['email', { lastName: 'Essai', address: ADDRESS }, '/citizen/email', 'citizen.no-mail-address'],
    ['letter', { lastName: 'Essai', email: 'rose@exemple.fr' }, '/citizen/address', 'citizen.no-postal-address'],
    ['email', undefined, '/citizen/email', 'citizen.no-mail-address'],
  ] as const)('%s is refused at intake to whoever it cannot reach', async (replyChannel, citizen, pointer, code) => {
    const refused = await sent({ replyChannel, ...(citizen === undefined ? {} : { citizen }) });
    expect(refused).toMatchObject({ status: 422, code: 'request.invalid-answers' });
    expect(refused.errors).toMatchObject([{ pointer, code }]);
  });

  it('is refused at intake too where the sheet of a known citizen lacks what it needs', async () => {
    const { caseId } = await aPothole(hall);
    const { id } = await citizenOf(caseId);
    const refused = await sent({ replyChannel: 'email', citizen: { id } });
    expect(refused.errors).toMatchObject([{ pointer: '/citizen/email', code: 'citizen.no-mail-address' }]);
  });

  it('follows what is known of a citizen where nobody chose it', async () => {
    const { caseId } = await aPothole(hall);
    const { id } = await citizenOf(caseId);
    const again = await aPothole(hall, { citizen: { id }, replyChannel: undefined });
    const detail = await call(await hall.as('ambassadrice1'), `GET /cases/${again.caseId}`);
    expect(detail.body).toMatchObject({ replyChannel: 'letter' });
  });

  it('is refused later to whoever it cannot reach, and the case stays as it was', async () => {
    const onPaper = await aPothole(hall);
    expect(await changed(onPaper.caseId, 'email')).toMatchObject({
      status: 422,
      code: 'citizen.no-mail-address',
      detail: expect.stringContaining('adresse électronique') as string,
    });
    expect(await changed(onPaper.caseId, 'spoken')).toMatchObject({ revision: 1 });
    const byMail = await aPothole(hall, {
      replyChannel: 'email',
      citizen: { lastName: 'Essai', email: 'rose@exemple.fr' },
    });
    expect(await changed(byMail.caseId, 'letter')).toMatchObject({ status: 422, code: 'citizen.no-postal-address' });
  });
});

describe('what the desk types over a known sheet', () => {
  it('is written on it with the request, unless somebody changed the sheet meanwhile', async () => {
    const { caseId } = await aPothole(hall);
    const { id, version } = await citizenOf(caseId);
    const typed = { replyChannel: 'email', citizen: { id, version, email: 'rose@exemple.fr' } };
    await aPothole(hall, typed);
    const sheet = await call(await hall.as('ambassadrice1'), `GET /citizens/${id}`);
    expect(sheet.body).toMatchObject({ email: 'rose@exemple.fr', lastName: 'Essai', address: ADDRESS });
    expect(await sent(typed)).toMatchObject({ status: 412, code: 'request.version-mismatch' });
  });
});
