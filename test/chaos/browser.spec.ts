/// <reference lib="dom" />
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { startStack, type Stack } from '../../scripts/stack/product.mjs';
import { Console } from '../support/e2e.js';
import { aCitizen, agreeing, doTask, openPothole } from '../support/lives.js';
import { repliesTo } from '../support/mail-box.js';
import { eventually, TownHall, type OpenTask } from '../support/town-hall.js';

let stack: Stack;
let hall: TownHall;
let console_: Console;

beforeAll(async () => {
  stack = await startStack({ build: false, durable: true });
  hall = new TownHall(stack.urls.api, stack.urls.database);
  console_ = new Console(stack);
}, 240_000);

afterAll(async () => {
  await console_.close();
  await hall.close();
  await stack.stop();
}, 120_000);

describe('a part that dies under the hands of a person at a browser', () => {
  it('the API, while a request is sent twice over: one case, its receipt, nothing typed again', async () => {
    const words = `Le banc de la place est cassé ${randomUUID()}`;
    const page = await console_.as('ambassadrice1', '/file');
    await page.keyboard.press('c');
    await page.getByLabel('Ce que dit l’usager').fill(words);
    await page.getByRole('radio', { name: /Je ne sais pas encore/ }).check();
    await page.locator('section.pv-call').getByText('Brouillon gardé').waitFor();
    await stack.processes.api.kill('SIGKILL');
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('Control+Enter');
    await page
      .getByText(/[Nn]ouvel(le)? (essai|tentative)/)
      .first()
      .waitFor();
    await stack.processes.api.start();
    await page.getByTestId('case-number').waitFor({ timeout: 90_000 });
    const cases = await hall.rows('SELECT case_id FROM requests WHERE words = $1', [words]);
    expect(cases).toHaveLength(1);
    await page.context().close();
  }, 180_000);

  it('Postgres, while a lot is signed: every letter is signed, each reply leaves once', async () => {
    const letters = [];
    for (let number = 0; number < 6; number += 1) letters.push(await aLetterToSign());
    const page = await console_.as('elu.voirie', '/parapheur');
    await readAll(page, letters.length);
    await page.getByRole('button', { name: /M’authentifier pour signer/ }).waitFor();
    await page.keyboard.press('s');
    await page.waitForSelector('#password');
    await page.fill('#password', 'parvis');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Signer 6 lettres/ }).waitFor();
    await page.keyboard.press('s');
    await stack.processes.postgres.kill('SIGKILL');
    await stack.processes.postgres.start();
    await eventually('every letter is signed', async () => {
      const again = page.getByRole('button', { name: /^Réessayer/ });
      // Gone as soon as it works: then there is nothing to press.
      if ((await again.count()) > 0) await again.click({ timeout: 2000 }).catch(() => undefined);
      return page
        .getByText(/6\slettres signées/)
        .first()
        .isVisible();
    });
    for (const { caseId, citizen } of letters) {
      await agreeing(hall, caseId);
      await eventually('its reply leaves', async () => (await repliesTo(stack.urls.mail, citizen.email)).length > 0);
      expect(await repliesTo(stack.urls.mail, citizen.email)).toHaveLength(1);
    }
    await page.context().close();
  }, 300_000);
});

interface Letter {
  readonly caseId: string;
  readonly task: OpenTask;
  readonly citizen: ReturnType<typeof aCitizen>;
}

async function aLetterToSign(): Promise<Letter> {
  const citizen = aCitizen();
  const { caseId } = await openPothole(hall, { citizen });
  const task = await eventually('it waits for a signature', async () => {
    const [open] = await hall.openTasks(caseId);
    if (open === undefined || open.kind === 'sign') return open;
    await doTask(hall, caseId, open);
    return undefined;
  });
  return { caseId, task, citizen };
}

/** Opens every letter in turn, up to the page of the lot. */
async function readAll(page: Page, count: number): Promise<void> {
  await page.locator('.pv-letter-row').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  for (let number = 1; number <= count; number += 1) {
    await page.getByText(new RegExp(`\\s${String(number)} sur ${String(count)}$`)).waitFor();
    await page.getByText(/Toutes les pages ont été affichées|Lettre ouverte/).waitFor();
    const before = page.url();
    await page.keyboard.press('j');
    await page.waitForURL((url) => url.href !== before);
  }
}
