/// <reference lib="dom" />
import { randomUUID } from 'node:crypto';
import { aPothole, type Receipt } from '../support/desk.js';
import { axeFindings, NARROW, overflowsSideways, picture, settled } from '../support/e2e.js';
import { openConsole } from '../support/open-console.js';

const { console_, hall } = openConsole();

function potholeIn(street: string, house: number): Promise<Receipt> {
  const answers = { danger: false, emplacement: 'chaussee', lieu: { label: `${String(house)} ${street}` } };
  return aPothole(hall, { answers, words: `Un trou devant le ${String(house)}` });
}

describe('reports that may be one', () => {
  it('are found together, compared side by side, decided of by keys, and answered once', async () => {
    const street = `rue du Sureau ${randomUUID().slice(0, 8)}`;
    const [first, second, third] = [await potholeIn(street, 3), await potholeIn(street, 5), await potholeIn(street, 7)];
    const page = await console_.as('ambassadrice1', '/file');
    await page.keyboard.press('g');
    await page.keyboard.press('o');
    const row = page.getByRole('link', { name: new RegExp(`${first.caseNumber} et 2\\sautres`) });
    await row.focus();
    await page.keyboard.press('Enter');
    const pane = page.getByRole('region', { name: 'Aperçu des demandes semblables' });
    const table = pane.getByRole('table', { name: `${first.caseNumber} et ${second.caseNumber}, côte à côte` });
    await table.getByText('Un trou devant le 3').waitFor();
    await table.getByText('Un trou devant le 5').waitFor();
    await settled(page);
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'doublons');
    await page.keyboard.press('p');
    await pane.getByRole('table', { name: new RegExp(`${first.caseNumber} et ${third.caseNumber}`) }).waitFor();
    await page.keyboard.press('z');
    await table.waitFor();
    await page.keyboard.press('d');
    await pane.getByRole('button', { name: `Délier ${second.caseNumber}` }).waitFor();
    await pane.getByText(/^1\sdemande à comparer/).waitFor();
    await pane.getByRole('button', { name: 'C’est un doublon', disabled: false }).waitFor();
    await page.keyboard.press('d');
    await pane.getByText('Tout a été examiné dans ce groupe.').waitFor();
    await pane.getByRole('button', { name: `Délier ${third.caseNumber}` }).waitFor();
    await row.waitFor({ state: 'detached' });
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'doublons-lies');

    const [task] = await hall.openTasks(first.caseId);
    const referent = await console_.as(await hall.loginOf(task!), `/doublons/${first.caseId}`);
    await referent.getByLabel('La même réponse pour toutes').fill('Le trou est signalé à l’équipe de la chaussée.');
    await referent.getByRole('button', { name: 'Répondre à 3 demandes' }).click();
    await referent.getByRole('dialog').getByRole('button', { name: 'Répondre à 3 demandes' }).click();
    await referent.getByText('3 réponses données').waitFor();
    for (const { caseId } of [first, second, third])
      expect((await hall.openTasks(caseId)).map(({ kind }) => kind)).not.toContain('answer');
  });

  it('hang on the one that is chosen, and are linked all at once', async () => {
    const street = `rue du Noisetier ${randomUUID().slice(0, 8)}`;
    const [first, second, third] = [await potholeIn(street, 3), await potholeIn(street, 5), await potholeIn(street, 7)];
    const page = await console_.as('ambassadrice1', `/doublons/${first.caseId}`);
    await page.getByRole('button', { name: `Prendre ${second.caseNumber} comme principale` }).click();
    await page.getByRole('table', { name: new RegExp(`${second.caseNumber} et ${first.caseNumber}`) }).waitFor();
    await page.setViewportSize(NARROW);
    expect(await overflowsSideways(page)).toBe(false);
    await page.getByRole('button', { name: /^Les 2\sdemandes en sont des doublons/ }).click();
    await page.getByRole('button', { name: `Délier ${third.caseNumber}` }).waitFor();
    const principals = await hall.rows<{ other: string }>(
      'SELECT DISTINCT other_id AS other FROM case_links WHERE case_id = ANY ($1) AND unlinked_at IS NULL',
      [[first.caseId, third.caseId]],
    );
    expect(principals).toEqual([{ other: second.caseId }]);
  });

  it('say what did not come of the other, and leave the principal one', async () => {
    const street = `rue du Merisier ${randomUUID().slice(0, 8)}`;
    const [first, second] = [await potholeIn(street, 3), await potholeIn(street, 5)];
    const page = await console_.as('ambassadrice1', '/file');
    await page.route(`**/cases/${second.caseId}`, (route) => route.fulfill({ status: 500, json: {} }));
    await console_.go(page, `/doublons/${first.caseId}`);
    await page.getByText('Les détails de l’autre demande n’ont pas pu').waitFor();
    await page.getByRole('button', { name: 'Ce n’est pas un doublon' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.unroute(`**/cases/${second.caseId}`);
    await page.getByRole('button', { name: 'Réessayer' }).first().click();
    await page.getByText('Un trou devant le 5').waitFor();
  });
});
