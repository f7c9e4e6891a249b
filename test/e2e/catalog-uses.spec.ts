import { randomUUID } from 'node:crypto';
import { axeFindings, Console, NARROW, overflowsSideways, picture } from '../support/e2e.js';

const console_ = new Console();

afterAll(() => console_.close());

describe('words looked for in vain', () => {
  it('reach the designers from the knowledge base, and are marked once a phrase was added', async () => {
    const word = `zq${randomUUID()
      .replaceAll(/[^a-f]/g, '')
      .slice(0, 10)}xw`;
    const agent = await console_.as('ambassadrice1', '/connaissances');
    const kept = agent.waitForResponse((response) => response.url().endsWith('/unanswered-searches'));
    await agent.getByLabel('Chercher avec les mots de l’usager').fill(word);
    expect((await kept).status()).toBe(204);

    const page = await console_.as('designer1', '/processus?vue=recherches');
    const added = page.getByRole('button', { name: new RegExp(`Phrase ajoutée pour\\s: ${word}`) });
    await added.waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'recherches');
    await added.click();
    await added.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Phrase ajoutée' }).click();
    await page.getByRole('button', { name: new RegExp(`Remettre à voir\\s: ${word}`) }).waitFor();
    await page.setViewportSize(NARROW);
    await picture(page, 'recherches-320');
    expect(await overflowsSideways(page)).toBe(false);
  });
});
