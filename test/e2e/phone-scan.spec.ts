/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { anyone, aPothole, upload } from '../support/desk.js';
import { axeFindings, NARROW, overflowsSideways, picture, still } from '../support/e2e.js';
import { openConsole } from '../support/open-console.js';

const { console_, hall } = openConsole();

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

/** A request on the telephone, complete but for its photographs. */
async function writingAPothole(): Promise<Page> {
  const desk = await console_.as('ambassadrice1', '/file');
  await desk.keyboard.press('c');
  await desk.getByLabel('Ce que dit l’usager').fill('y a un trou dans la route');
  await desk.getByRole('radio', { name: /nid-de-poule/ }).check();
  await desk.getByRole('combobox', { name: /Adresse ou lieu/ }).fill('12 rue du Beffroi-Penché');
  await desk.getByRole('radio', { name: 'Non', exact: true }).first().check();
  await desk.getByRole('radio', { name: 'Voie des voitures' }).check();
  return desk;
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
    await desk.getByRole('button', { name: 'bail-2.png', exact: true }).click();
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

  it('waits for a photograph that is on its way when « Terminer » is pressed, and the request waits with it', async () => {
    const desk = await writingAPothole();
    const address = await showCode(desk);
    const phone = await (await console_.context({ viewport: NARROW })).newPage();
    await phone.goto(`${hall.api}${address}`);
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await phone.route('**/documents', async (route) => {
      await held;
      await route.continue();
    });
    await phone.getByLabel('Fichiers à choisir').setInputFiles([photo('trou-1.png'), photo('trou-2.png')]);
    await phone.getByText(/2\sfichiers en cours d’envoi\s: gardez cette page ouverte/).waitFor();
    expect(await axeFindings(phone)).toEqual([]);
    expect(await overflowsSideways(phone)).toBe(false);
    await picture(phone, 'scanner-telephone-envoi');

    await desk.getByText(/2\sphotos en cours d’envoi par le téléphone/).waitFor();
    await desk.getByRole('button', { name: 'Terminer' }).click();
    await desk.getByText(/2\sphotos en cours d’envoi par le téléphone/).waitFor();
    await desk.getByLabel('Ce que dit l’usager').press('Control+Enter');
    await desk.getByText(/La demande part dès que le fichier en cours d’envoi est arrivé/).waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    await picture(desk, 'scanner-attente');
    const sending = desk.waitForResponse((answer) => answer.url().endsWith('/api/v1/requests'));
    letGo();
    const { caseId } = (await (await sending).json()) as { caseId: string };
    await desk.getByTestId('case-number').waitFor();
    await phone.getByText(/2\sfichiers envoyés/).waitFor();

    await console_.go(desk, `/dossiers/${caseId}?onglet=documents`);
    for (const name of ['trou-1.png', 'trou-2.png']) await desk.getByRole('button', { name, exact: true }).waitFor();
  });

  it('says which photograph did not leave, and waits no longer when it is told so', async () => {
    const desk = await writingAPothole();
    const address = await showCode(desk);
    const phone = await (await console_.context({ viewport: NARROW })).newPage();
    await phone.goto(`${hall.api}${address}`);
    await phone.route('**/documents', (route) => route.abort());
    await phone.getByLabel('Fichiers à choisir').setInputFiles(photo('trou.png'));
    await phone.getByText('Le réseau est coupé').waitFor();
    expect(await axeFindings(phone)).toEqual([]);
    await desk.getByRole('button', { name: 'Terminer' }).click();
    await desk.getByText(/1\sphoto n’est pas partie\s: réessayez sur le téléphone/).waitFor();
    await phone.unroute('**/documents');
    await phone.getByRole('button', { name: 'Réessayer trou.png' }).click();
    await desk.getByRole('button', { name: 'Retirer trou.png' }).waitFor();

    const again = await showCode(desk);
    await phone.goto('about:blank');
    await phone.goto(`${hall.api}${again}`);
    await phone.route('**/documents', (route) => route.abort());
    await phone.getByLabel('Fichiers à choisir').setInputFiles(photo('autre.png'));
    await phone.getByText('Le réseau est coupé').waitFor();
    await desk.getByRole('button', { name: 'Terminer' }).click();
    await desk.getByRole('button', { name: 'Ne pas attendre' }).click();
    await desk.getByText('réessayez sur le téléphone').waitFor({ state: 'detached' });
    await phone.unroute('**/documents');
    await phone.getByRole('button', { name: 'Réessayer autre.png' }).click();
    await phone.getByText('Cette page d’envoi est fermée').first().waitFor();
    expect(await desk.getByRole('button', { name: /Retirer/ }).count()).toBe(1);
  });

  it('tries again what could not leave the desk, and keeps it while another request is written', async () => {
    const desk = await writingAPothole();
    await desk.route('**/api/v1/documents', (route) =>
      route.fulfill({
        status: 413,
        contentType: 'application/problem+json',
        body: JSON.stringify({ status: 413, code: 'document.too-large', detail: 'Trop lourd.' }),
      }),
    );
    await desk.locator('input[type=file]').setInputFiles(photo('trou.png'));
    await desk.getByText('N’est pas parti. Trop lourd.').waitFor();
    await desk.keyboard.press('Control+Enter');
    // Scrolled away, what lies in layers is misjudged.
    await desk.getByRole('link', { name: /Un fichier n’est pas parti/ }).scrollIntoViewIfNeeded();
    await still(desk);
    expect(await axeFindings(desk)).toEqual([]);
    await picture(desk, 'piece-pas-partie');
    await desk.unroute('**/api/v1/documents');
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await desk.route('**/api/v1/documents', async (route) => {
      await held;
      await route.continue();
    });
    await desk.getByRole('button', { name: 'Réessayer trou.png' }).click();
    await desk.getByRole('button', { name: 'Annuler l’envoi trou.png' }).waitFor();
    await desk.getByRole('button', { name: 'Autre appel' }).click();
    await desk.getByRole('button', { name: 'Annuler l’envoi' }).waitFor({ state: 'detached' });
    const sent = desk.waitForResponse((answer) => answer.url().endsWith('/api/v1/documents'));
    letGo();
    await sent;
    await desk
      .getByRole('button', { name: /nid-de-poule/ })
      .first()
      .click();
    await desk.getByRole('button', { name: 'Retirer trou.png' }).waitFor();
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
    await desk.getByRole('button', { name: 'devis.txt', exact: true }).waitFor();
  });
});
