/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { anyone, aPothole, upload } from '../support/desk.js';
import { axeFindings, Console, NARROW, overflowsSideways, picture } from '../support/e2e.js';
import { runningTownHall } from '../support/running-product.js';

const console_ = new Console();
const hall = runningTownHall();

afterAll(async () => {
  await console_.close();
  await hall.close();
});

/** The smallest picture there is. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const photo = (name: string) => ({ name, mimeType: 'image/png', buffer: PHOTO });

/** Shows the code, and reads it as a camera would. */
async function showCode(page: Page): Promise<string> {
  const opening = page.waitForResponse(
    (answer) => answer.url().includes('/phone-uploads/') && answer.request().method() === 'PUT',
  );
  await page.getByRole('button', { name: 'Scanner avec mon téléphone' }).click();
  const { address } = (await (await opening).json()) as { address: string };
  await page.getByRole('img', { name: 'Code à scanner avec un téléphone' }).waitFor();
  return new URL(address).pathname + new URL(address).hash;
}

describe('a telephone at the desk', () => {
  it('sends photographs to the request that is open on the screen, until it is told to stop', async () => {
    const { caseId, caseNumber } = await aPothole(hall);
    const desk = await console_.as('ambassadrice1', `/dossiers/${caseId}?onglet=documents`);
    const address = await showCode(desk);
    await desk.getByText('Rien n’est encore arrivé.').waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    await picture(desk, 'scanner');

    const phone = await (await console_.context({ viewport: NARROW, colorScheme: 'dark' })).newPage();
    await phone.goto(`${hall.api}${address}`);
    await phone.getByText(caseNumber).waitFor();
    await phone.getByLabel('Fichiers à choisir').setInputFiles([photo('bail-1.png'), photo('bail-2.png')]);
    await phone.getByText(/2\sfichiers envoyés/).waitFor();
    expect(await axeFindings(phone)).toEqual([]);
    expect(await overflowsSideways(phone)).toBe(false);
    await picture(phone, 'scanner-telephone');

    await desk.getByText(/2\sfichiers sont arrivés/).waitFor();
    await desk.getByRole('button', { name: 'Terminer' }).click();
    await desk.getByRole('button', { name: 'bail-2.png' }).click();
    const shown = desk.getByRole('img', { name: /bail-2\.png/ });
    await shown.waitFor();
    await desk.getByRole('button', { name: 'Tourner' }).click();
    expect(await shown.evaluate((image) => getComputedStyle(image).transform)).toBe('matrix(0, 1, -1, 0, 0, 0)');
    expect(await axeFindings(desk)).toEqual([]);

    await phone.getByLabel('Fichiers à choisir').setInputFiles(photo('trop-tard.png'));
    await phone.getByText('Cette page d’envoi est fermée').first().waitFor();
    expect(await axeFindings(phone)).toEqual([]);
  });

  it('gives the request that is being written what came while the desk could not look', async () => {
    const desk = await console_.as('ambassadrice1', '/file');
    await desk.keyboard.press('c');
    await desk.getByLabel('Ce que dit l’usager').fill('y a un trou dans la route');
    await desk.getByRole('radio', { name: /nid-de-poule/ }).check();
    let isClosed = false;
    await desk.route('**/api/v1/phone-uploads/*', (route) => {
      const method = route.request().method();
      isClosed ||= method === 'DELETE';
      return method === 'GET' && !isClosed ? route.abort() : route.continue();
    });
    const secret = (await showCode(desk)).split('#')[1] ?? '';
    const photograph = { content: 'Le trou', name: 'trou.txt', type: 'text/plain' };
    const sent = await upload(anyone(hall), `/public/phone-uploads/${secret}/documents`, photograph);
    expect(sent.status).toBe(201);
    await desk.getByRole('button', { name: 'Terminer' }).click();
    await desk.getByRole('button', { name: 'Retirer trou.txt' }).waitFor();
  });

  it('takes a file that is dropped on the page', async () => {
    const { caseId } = await aPothole(hall);
    const desk = await console_.as('ambassadrice1', `/dossiers/${caseId}?onglet=documents`);
    await desk.getByText('ou déposez-le sur cette page').waitFor();
    await desk.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['Le devis'], 'devis.txt', { type: 'text/plain' }));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    });
    await desk.getByRole('link', { name: 'devis.txt' }).waitFor();
  });
});
