/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { EICAR } from '../support/clamd-responder.js';
import { anyone, aPothole, call, upload } from '../support/desk.js';
import { axeFindings, Console, NARROW, overflowsSideways, picture } from '../support/e2e.js';
import { ScanningProduct } from '../support/scanning-product.js';
import type { TownHall } from '../support/town-hall.js';

const scanning = new ScanningProduct();
let console_: Console;
let hall: TownHall;

beforeAll(async () => {
  hall = await scanning.start();
  console_ = new Console(scanning.product);
});

afterAll(async () => {
  await console_.close();
  await hall.close();
  await scanning.stop();
});

const textFile = (name: string, content: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });

async function documentsOf(caseId: string): Promise<Page> {
  const desk = await console_.as('ambassadrice1', `/dossiers/${caseId}?onglet=documents`);
  await desk.getByText('ou déposez-le sur cette page').waitFor();
  return desk;
}

describe('the antivirus, on the screens', () => {
  it('says what it found in each file of a request, and the page follows by itself', async () => {
    const { caseId } = await aPothole(hall);
    const desk = await documentsOf(caseId);
    await desk.locator('input[type=file]').setInputFiles(textFile('releve.txt', 'Le relevé.'));
    await desk.getByText(/sain/).waitFor();
    await desk.locator('input[type=file]').setInputFiles(textFile('facture.txt', EICAR));
    await desk.getByText(/L’antivirus a bloqué 1\sfichier/).waitFor();
    expect(await desk.getByRole('button', { name: 'facture.txt' }).count()).toBe(0);
    await desk.getByRole('button', { name: 'releve.txt', exact: true }).waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    await picture(desk, 'antivirus');
    await desk.setViewportSize(NARROW);
    await desk.emulateMedia({ colorScheme: 'dark' });
    expect(await overflowsSideways(desk)).toBe(false);
    expect(await axeFindings(desk)).toEqual([]);
    await desk.getByText('facture.txt').last().scrollIntoViewIfNeeded();
    await picture(desk, 'antivirus-320');
  });

  it('tells the citizen which of their files is blocked, and what to do', async () => {
    const infected = { content: EICAR, name: 'facture.txt', type: 'text/plain' };
    const sent = await upload<{ id: string }>(anyone(hall), '/public/documents', infected);
    const { caseId, caseNumber, trackingCode } = await aPothole(hall);
    const message = { number: caseNumber, code: trackingCode, text: 'La facture.', documents: [sent.body.id] };
    await call(anyone(hall), 'POST /public/cases/messages', { body: message });
    const desk = await documentsOf(caseId);
    await desk.getByText(/L’antivirus a bloqué 1\sfichier/).waitFor();
    const phone = await (await console_.context({ viewport: NARROW })).newPage();
    await phone.goto(`${hall.api}/suivi`);
    await phone.getByLabel('Numéro de la demande').fill(caseNumber);
    await phone.getByLabel(/code/i).fill(trackingCode);
    await phone.getByRole('button', { name: 'Voir ma demande' }).click();
    await phone.getByText('Notre antivirus a bloqué des fichiers que vous avez envoyés').waitFor();
    expect(await axeFindings(phone)).toEqual([]);
    expect(await overflowsSideways(phone)).toBe(false);
    await phone.getByText('Notre antivirus').scrollIntoViewIfNeeded();
    await picture(phone, 'antivirus-suivi');
  });
});
