/// <reference lib="dom" />
import { randomUUID } from 'node:crypto';
import { aPothole } from '../support/desk.js';
import { axeFindings, picture, settled } from '../support/e2e.js';
import { openConsole } from '../support/open-console.js';

const { console_, hall } = openConsole();

describe('what was just done', () => {
  it('is taken back by its message, or by one key', async () => {
    const { caseId, caseNumber } = await aPothole(hall);
    const note = `Rappeler ${randomUUID().slice(0, 8)}`;
    const page = await console_.as('ambassadrice1', `/dossiers/${caseId}`);
    await page.getByRole('button', { name: 'Me rappeler le…' }).click();
    await page.getByLabel('Ce qu’il faudra faire').fill(note);
    await page.getByRole('button', { name: 'Enregistrer le rappel' }).click();
    const done = page.getByRole('button', { name: `Rappel de ${caseNumber} fait` });
    await done.press('Enter');
    await done.waitFor({ state: 'detached' });
    await settled(page);
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'annuler');
    await page.getByRole('button', { name: /^Annuler/ }).click();
    await done.waitFor();
    await done.press('Enter');
    await done.waitFor({ state: 'detached' });
    await page.evaluate(() => {
      (document.activeElement as HTMLElement | null)?.blur();
    });
    await page.keyboard.press('z');
    await done.waitFor();
  });
});

describe('a reassignment', () => {
  it('goes back to whoever had the request, by its key', async () => {
    const { caseId } = await aPothole(hall);
    const holder = async (): Promise<string | null | undefined> => (await hall.openTasks(caseId))[0]?.holder;
    const before = await holder();
    const page = await console_.as('chef.voirie', `/dossiers/${caseId}`);
    await page.getByRole('button', { name: 'Autres actions' }).click();
    await page.getByRole('menuitem', { name: /Réattribuer/ }).click();
    // The list of the field that takes the focus does not open over the next one.
    await page.getByRole('combobox', { name: 'Service' }).and(page.locator(':focus')).waitFor();
    expect(await page.getByRole('listbox').count()).toBe(0);
    const [other] = await hall.rows<{ name: string }>(
      `SELECT first_name || ' ' || last_name AS name FROM people WHERE id LIKE 'p-voirie-%' AND id <> $1 ORDER BY id LIMIT 1`,
      [before],
    );
    await page.getByRole('combobox', { name: 'Personne' }).fill(other!.name);
    await page.getByRole('option', { name: new RegExp(other!.name) }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page
      .getByRole('button', { name: /^Réattribuer/ })
      .last()
      .click();
    await page
      .getByText(/c’est fait/)
      .first()
      .waitFor();
    expect(await holder()).not.toBe(before);
    await page.evaluate(() => {
      (document.activeElement as HTMLElement | null)?.blur();
    });
    await picture(page, 'reassign-undo');
    await page.keyboard.press('z');
    await page.getByText('C’est annulé.').first().waitFor();
    expect(await holder()).toBe(before);
  });
});

describe('the palette', () => {
  it('acts on the request that is open, and says which', async () => {
    const { caseId, caseNumber } = await aPothole(hall);
    const page = await console_.as('ambassadrice1', `/dossiers/${caseId}`);
    await page.keyboard.press('Control+k');
    // The library writes the names of groups by its style sheet.
    await page.locator(`[style*="Agir sur ${caseNumber}"]`).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'palette-agir');
    await page.getByRole('textbox', { name: 'Chercher ou agir' }).fill('demander à');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Demander à l’usager' }).waitFor();
  });
});
