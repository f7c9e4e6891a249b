import { randomUUID } from 'node:crypto';
import { aPothole } from '../support/desk.js';
import { axeFindings, picture } from '../support/e2e.js';
import { openConsole } from '../support/open-console.js';

const { console_, hall } = openConsole();

describe('a search with more results than a page shows', () => {
  it('is selected whole, counted, and frozen as a lot', async () => {
    const words = randomUUID();
    for (let n = 0; n < 52; n += 1) await aPothole(hall, { words: `Balise ${words}` });
    const page = await console_.as('chef.grc', `/demandes?status=open&q=${words}`);
    await page.getByLabel(/Sélectionner les 52\srésultats/).check();
    await page.getByText(/^Les 52\srésultats$/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'tous-les-resultats');
    await page.getByRole('button', { name: 'Relancer' }).click();
    await page.getByRole('button', { name: 'Voir la liste avant de lancer' }).click();
    await page.waitForURL(/\/pilotage\/lots\//);
    await page.getByText(/52/).first().waitFor();
    const [lot] = await hall.rows<{ n: number }>(`SELECT count(*)::int AS n FROM lot_items WHERE lot_id = $1`, [
      page.url().split('/').at(-1),
    ]);
    expect(lot?.n).toBe(52);
  });
});
