/// <reference lib="dom" />
import { randomUUID } from 'node:crypto';
import type { Locator } from 'playwright-core';
import { aPothole } from '../support/desk.js';
import { axeFindings, picture } from '../support/e2e.js';
import { openConsole } from '../support/open-console.js';

const { console_, hall } = openConsole();

/** What the browser itself says beside a field. */
function saidBeside(field: Locator): Promise<string> {
  return field.evaluate((element: HTMLInputElement) => element.validationMessage);
}

function isFocused(field: Locator): Promise<boolean> {
  return field.evaluate((element) => element === document.activeElement);
}

describe('a field that must be filled in and is left empty', () => {
  it('is named by the browser, gone to, and forgotten once it is filled in', async () => {
    const { caseId, caseNumber } = await aPothole(hall);
    const page = await console_.as('ambassadrice1', `/dossiers/${caseId}`);
    await page.getByRole('button', { name: 'Me rappeler le…' }).click();
    const note = page.getByLabel('Ce qu’il faudra faire');
    await page.getByRole('button', { name: 'Enregistrer le rappel' }).click();
    expect(await saidBeside(note)).toMatch(/^Renseignez\s: Ce qu’il faudra faire$/);
    expect(await isFocused(note)).toBe(true);
    await note.fill('Rappeler à midi');
    await page.getByRole('button', { name: 'Enregistrer le rappel' }).click();
    await page.getByRole('button', { name: `Rappel de ${caseNumber} fait` }).waitFor();
  });

  it('is named in the summary of a form that the server refuses', async () => {
    const page = await console_.as('admin', '/reglages/comptes');
    await page.getByRole('button', { name: 'Nouvelle personne' }).click();
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    const summary = page.getByRole('alert');
    await summary.getByRole('link', { name: /^Renseignez\s: Prénom$/ }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'champ-vide');
    await summary.getByRole('link', { name: /^Renseignez\s: Nom$/ }).click();
    expect(await isFocused(page.locator('#account-lastName'))).toBe(true);
  });

  it('is named among the questions of a process', async () => {
    const page = await console_.as('ambassadrice1', `/brouillons?nouvelle=${randomUUID()}`);
    await page.getByLabel('Ce que dit l’usager').fill('y a un trou dans la route');
    await page.getByRole('radio', { name: /nid-de-poule/ }).check();
    await page.getByLabel('Ce que dit l’usager').press('Control+Enter');
    await page
      .getByRole('alert')
      .getByRole('link', { name: /^Renseignez\s: \S/ })
      .first()
      .waitFor();
    await picture(page, 'question-vide');
  });
});
