/// <reference lib="dom" />
import { randomUUID } from 'node:crypto';
import { aPothole, call } from '../support/desk.js';
import { axeFindings } from '../support/e2e.js';
import { openConsole } from '../support/open-console.js';

const { console_, hall } = openConsole();

describe('the keys', () => {
  it('select from row to row with Shift, and take back what the range leaves', async () => {
    const word = `zw${randomUUID().slice(0, 8)}`;
    for (let made = 0; made < 4; made += 1) await aPothole(hall, { words: `Balise ${word}` });
    const page = await console_.as('chef.grc', `/demandes?q=${word}`);
    await page.locator('.pv-row-link').first().focus();
    const selected = async (): Promise<readonly boolean[]> =>
      page
        .locator('.pv-list tbody input[type="checkbox"]')
        .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).checked));
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    expect(await selected()).toEqual([true, true, true, false]);
    await page.keyboard.press('Shift+ArrowUp');
    expect(await selected()).toEqual([true, true, false, false]);
    const boxes = page.locator('.pv-list tbody input[type="checkbox"]');
    await boxes.nth(2).click();
    await boxes.nth(3).click({ modifiers: ['Shift'] });
    expect(await selected()).toEqual([true, true, true, true]);
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByRole('cell', { name: 'Sélectionner de ligne en ligne' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('take the request that is open, and note what it has to be recalled for', async () => {
    const words = `À qualifier ${randomUUID()}`;
    const body = { channel: 'letter', words, answers: { demande: words } };
    const made = await call<{ caseId: string; caseNumber: string }>(await hall.as('ambassadrice1'), 'POST /requests', {
      body,
    });
    const { caseId, caseNumber } = made.body;
    const page = await console_.as('ambassadrice1', `/dossiers/${caseId}`);
    await page.getByRole('button', { name: 'Prendre', exact: false }).first().waitFor();
    await page.keyboard.press('i');
    await page.getByText(`${caseNumber} est à vous.`).waitFor();
    await page.locator('.pv-case-owner').waitFor();
    await page.keyboard.press('s');
    const note = page.getByLabel('Ce qu’il faudra faire');
    await note.and(page.locator(':focus')).waitFor();
    await page.keyboard.type('Rappeler après 17 h');
    expect(await note.inputValue()).toBe('Rappeler après 17 h');
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe('the key of the theme', () => {
  it('changes the process of the request, which gives it its theme, and is told in the help', async () => {
    const { caseId } = await aPothole(hall);
    const page = await console_.as('ambassadrice1', `/dossiers/${caseId}`);
    await page.getByRole('group', { name: 'Agir sur la demande' }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('row', { name: /^T\sRequalifier$/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('t');
    await page.getByRole('region', { name: 'Requalifier' }).waitFor();
    await page.context().close();
  });
});

describe('the views of « Ma file »', () => {
  it('stand on one line at the usual widths, none out of sight', async () => {
    const page = await console_.as('ambassadrice1', '/file?vue=toutes');
    await page.getByRole('link', { name: /^Rappels du jour\s*\d/ }).waitFor();
    await page.getByRole('link', { name: /^Tout\s*[1-9]/ }).waitFor();
    for (const width of [1440, 1366, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const { lines, slides } = await page.locator('.pv-tabs').evaluate((list) => ({
        lines: new Set([...list.children].map((tab) => Math.round(tab.getBoundingClientRect().top))).size,
        slides: list.scrollWidth > list.clientWidth,
      }));
      expect([width, lines, slides]).toEqual([width, 1, false]);
    }
  });
});
