import { Client } from 'pg';
import { anyone, aPothole, call, upload } from '../support/desk.js';
import { EICAR } from '../support/clamd-responder.js';
import { runningProduct, runningTownHall } from '../support/running-product.js';
import { ScanningProduct } from '../support/scanning-product.js';
import { eventually, type TownHall } from '../support/town-hall.js';

interface Document {
  readonly id: string;
  readonly name: string;
  readonly scan: string;
  readonly virus?: string;
}

interface Detail {
  readonly messages: readonly { readonly kind: string; readonly state?: string; readonly text?: string }[];
}

interface Incidents {
  readonly items: readonly { readonly kind: string; readonly title: string; readonly department?: unknown }[];
}

const scanning = new ScanningProduct();
const plain = runningTownHall();
let hall: TownHall;

beforeAll(async () => {
  hall = await scanning.start();
});

afterAll(async () => {
  await hall.close();
  await plain.close();
  await scanning.stop();
});

const sound = { content: 'Bonjour, voici le relevé.\n', name: 'releve.txt', type: 'text/plain' };
const infected = { content: EICAR, name: 'facture.txt', type: 'text/plain' };

async function scanned(caseId: string, id: string): Promise<Document> {
  const amb = await hall.as('ambassadrice1');
  return eventually('the file is scanned', async () => {
    const list = await call<{ items: readonly Document[] }>(amb, `GET /cases/${caseId}/documents`);
    const found = list.body.items.find((one) => one.id === id);
    return found?.scan === 'pending' ? undefined : found;
  });
}

describe('a file of a town with an antivirus', () => {
  it('is opened once it is found sound', async () => {
    const amb = await hall.as('ambassadrice1');
    const { caseId } = await aPothole(hall);
    const sent = await upload<Document>(amb, `/cases/${caseId}/documents`, sound);
    expect(await scanned(caseId, sent.body.id)).toMatchObject({ scan: 'clean' });
    expect((await call<string>(amb, `GET /documents/${sent.body.id}`)).body).toBe(sound.content);
  });

  it('is opened by nobody where it holds a virus, and the citizen reads it in their follow-up', async () => {
    const amb = await hall.as('ambassadrice1');
    const sent = await upload<Document>(anyone(hall), '/public/documents', infected);
    const { caseId, caseNumber, trackingCode } = await aPothole(hall);
    const message = { number: caseNumber, code: trackingCode, text: 'Voici la facture.', documents: [sent.body.id] };
    expect((await call(anyone(hall), 'POST /public/cases/messages', { body: message })).status).toBe(201);
    const found = await scanned(caseId, sent.body.id);
    expect(found.scan).toBe('blocked');
    expect(found.virus).toContain('Eicar');
    for (const route of [
      `/documents/${found.id}`,
      `/documents/${found.id}?as=inline`,
      `/documents/${found.id}/thumbnail`,
    ]) {
      expect((await call(amb, `GET ${route}`)).body).toMatchObject({ status: 403, code: 'document.blocked' });
    }
    const asked = { body: { number: caseNumber, code: trackingCode } };
    const followed = await call(anyone(hall), 'POST /public/cases/follow', asked);
    expect(followed.body).toMatchObject({ blockedFiles: ['facture.txt'] });
    // An API without an antivirus keeps to what the other one was told.
    expect((await call(await plain.as('ambassadrice1'), `GET /documents/${found.id}`)).status).toBe(403);
  });

  it('does not go with a request that is passed on, and the authority reads why', async () => {
    const sent = await upload<Document>(anyone(hall), '/public/documents', infected);
    const { caseId, caseNumber, trackingCode } = await aPothole(hall, { replyChannel: 'none' });
    const message = { number: caseNumber, code: trackingCode, text: 'La facture.', documents: [sent.body.id] };
    await call(anyone(hall), 'POST /public/cases/messages', { body: message });
    await scanned(caseId, sent.body.id);
    const amb = await hall.as('ambassadrice1');
    const conclusion = { kind: 'notOurs', authority: 'departement-routes' };
    await call(amb, `POST /cases/${caseId}/answer-at-once`, {
      body: { text: 'Cette rue est au département.', conclusion },
    });
    const text = await eventually('it is passed on', async () => {
      const { body } = await call<Detail>(amb, `GET /cases/${caseId}`);
      return body.messages.find(({ kind, state }) => kind === 'transmit' && state === 'sent')?.text;
    });
    expect(text).toMatch(/Pièces bloquées par notre antivirus, à redemander à l’auteur\s+- facture\.txt/i);
    expect(text).not.toMatch(/pièces? jointe/i);
  });

  it('waits while the antivirus says nothing, becomes an incident when that lasts, and is scanned when it is back', async () => {
    if (process.env['CLAMAV_ADDRESS'] !== undefined) return;
    const amb = await hall.as('ambassadrice1');
    scanning.antivirus.silent = true;
    const { caseId } = await aPothole(hall);
    const sent = await upload<Document>(amb, `/cases/${caseId}/documents`, sound);
    expect(sent.body.scan).toBe('pending');
    const early = await call(amb, `GET /documents/${sent.body.id}`);
    expect(early.body).toMatchObject({ status: 409, code: 'document.being-scanned' });
    const incidents = async (state: string): Promise<Incidents['items']> => {
      const { body } = await call<Incidents>(await hall.as('admin'), `GET /incidents?state=${state}`);
      return body.items.filter(({ kind }) => kind === 'antivirus');
    };
    expect(await incidents('open')).toEqual([]);
    await later(sent.body.id, '20 minutes');
    const [opened] = await eventually('the incident', async () => {
      const found = await incidents('open');
      return found.length === 0 ? undefined : found;
    });
    expect(opened).toMatchObject({ title: 'L’antivirus ne répond plus' });
    expect(opened).not.toHaveProperty('department');
    scanning.antivirus.silent = false;
    await later(sent.body.id, '20 minutes');
    expect(await scanned(caseId, sent.body.id)).toMatchObject({ scan: 'clean' });
    await eventually('the incident ends', async () => ((await incidents('open')).length === 0 ? true : undefined));
  });
});

describe('a file of a town without an antivirus', () => {
  it('is opened at once, and says that it was not scanned', async () => {
    const amb = await plain.as('ambassadrice1');
    const sent = await upload<Document>(amb, '/documents', sound);
    expect(sent.body.scan).toBe('unscanned');
    expect((await call(amb, `GET /documents/${sent.body.id}`)).status).toBe(200);
  });
});

/** As if it had come before, and were due now. */
async function later(file: string, by: string): Promise<void> {
  const database = new Client({ connectionString: runningProduct().urls.database });
  await database.connect();
  try {
    await database.query('UPDATE file_scans SET since = since - $2::interval, due = now() WHERE file = $1', [file, by]);
  } finally {
    await database.end();
  }
}
