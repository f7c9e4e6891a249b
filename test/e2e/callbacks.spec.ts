import { randomUUID } from 'node:crypto';
import { aPothole } from '../support/desk.js';
import { axeFindings, NARROW, overflowsSideways, picture } from '../support/e2e.js';
import { openConsole } from '../support/open-console.js';

const { console_, hall } = openConsole();

describe('a call to return', () => {
  it('is asked for on a request, found in the queue on its day, put off, and done', async () => {
    const { caseId, caseNumber } = await aPothole(hall);
    const note = `Rappeler après 17 h ${randomUUID().slice(0, 8)}`;
    const today = new Intl.DateTimeFormat('fr-CA', { timeZone: 'Europe/Paris' }).format(Date.now());
    const page = await console_.as('ambassadrice1', `/dossiers/${caseId}`);
    await page.getByRole('button', { name: 'Me rappeler le…' }).click();
    await page.getByLabel('Le jour').fill(today);
    await page.getByLabel('Ce qu’il faudra faire').fill(note);
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'rappel-formulaire');
    await page.getByRole('button', { name: 'Enregistrer le rappel' }).click();
    await page.getByRole('button', { name: `Rappel de ${caseNumber} fait` }).waitFor();

    await console_.go(page, '/file?vue=rappels');
    const row = page.locator('tr', { hasText: note });
    await row.waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'rappels');
    await row.getByRole('button', { name: `Reporter le rappel de ${caseNumber}` }).click();
    await page.getByRole('menuitem').first().click();
    await row.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'À venir' }).click();
    await row.getByRole('button', { name: `Rappel de ${caseNumber} fait` }).click();
    await page.getByRole('link', { name: 'Faits cette semaine' }).click();
    await row.getByRole('button', { name: `Remettre à faire le rappel de ${caseNumber}` }).waitFor();
    await page.setViewportSize(NARROW);
    await picture(page, 'rappels-320');
    expect(await overflowsSideways(page)).toBe(false);
  });
});
