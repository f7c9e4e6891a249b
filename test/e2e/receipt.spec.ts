/// <reference lib="dom" />
import { randomUUID } from 'node:crypto';
import { axeFindings, Console, NARROW, picture } from '../support/e2e.js';

const console_ = new Console();

afterAll(() => console_.close());

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
});
