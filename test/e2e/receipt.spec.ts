/// <reference lib="dom" />
import { randomUUID } from 'node:crypto';
import { aPothole } from '../support/desk.js';
import { axeFindings, NARROW, overflowsSideways, picture } from '../support/e2e.js';
import { openConsole } from '../support/open-console.js';

const { console_, hall } = openConsole();

describe('the receipt', () => {
  it('says the number, how to follow the request and the rights of the citizen, on the screen and on paper', async () => {
    const page = await console_.as('ambassadrice1', '/file');
    await page.keyboard.press('c');
    await page.getByLabel('Ce que dit l’usager').fill(`Une question sans réponse ${randomUUID()}`);
    await page.getByRole('radio', { name: /Je ne sais pas encore/ }).check();
    await page.keyboard.press('Control+Enter');
    const number = page.getByTestId('case-number');
    await number.waitFor();
    const code = page.getByRole('img', { name: /Code à scanner/ });
    await code.waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await code.scrollIntoViewIfNeeded();
    await picture(page, 'recepisse');

    // As the button does while the paper is made.
    await page.evaluate(() => {
      document.body.dataset['printing'] = 'receipt';
    });
    await page.emulateMedia({ media: 'print' });
    for (const seen of [number, code, page.getByText('faire corriger ce qui est inexact')]) {
      expect(await seen.isVisible()).toBe(true);
    }
    expect(await page.getByRole('button', { name: 'Imprimer le récépissé' }).isVisible()).toBe(false);
    expect(await page.getByRole('heading', { name: 'Ma file' }).isVisible()).toBe(false);
    await picture(page, 'recepisse-papier');
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize(NARROW);
    expect(await code.evaluate((box) => box.getBoundingClientRect().right <= window.innerWidth)).toBe(true);
  });

  it('leads a citizen without an account to their request, who writes back', async () => {
    const { caseId, caseNumber, trackingCode } = await aPothole(hall);
    const [task] = await hall.openTasks(caseId);
    const body = { text: '- Une photo', until: '2027-12-10' };
    await hall.post(await hall.loginOf(task!), `/tasks/${task!.id}/ask-citizen`, body);
    const page = await (await console_.context({ viewport: NARROW, colorScheme: 'dark' })).newPage();
    await page.goto(`${hall.api}/suivi?numero=${caseNumber}`);
    await page.getByLabel('Code de suivi').fill('AAAA-BBBB-CCCC');
    await page.getByRole('button', { name: 'Voir ma demande' }).click();
    await page.getByText('Aucune demande ne correspond').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('Code de suivi').fill(trackingCode.toLowerCase());
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Votre demande' }).waitFor();
    await page.getByText('En attente d’un élément de votre part').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await overflowsSideways(page)).toBe(false);
    await picture(page, 'suivi');
    await page.getByLabel('Votre message').fill('Voici la photo.');
    const file = { name: 'trou.txt', mimeType: 'text/plain', buffer: Buffer.from('Le trou') };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: 'Envoyer', exact: true }).click();
    await page.getByText('La mairie a bien reçu votre message.').waitFor();
    await page.getByText('En cours d’examen').waitFor();
    expect(page.url()).not.toContain(trackingCode);
  });
});
