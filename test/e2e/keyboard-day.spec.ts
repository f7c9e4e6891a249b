/// <reference lib="dom" />
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { aPothole, call } from '../support/desk.js';
import { paletteListens, picture } from '../support/e2e.js';
import { Hands } from '../support/keyboard.js';
import { doTask, openPothole } from '../support/lives.js';
import { eventually, type OpenTask } from '../support/town-hall.js';
import { openConsole } from '../support/open-console.js';

const { console_, hall } = openConsole();

/** The letters of the days before have left: nobody tabs past a hundred of them. */
async function postWhatWaits(): Promise<void> {
  const agent = await hall.as('ambassadrice1');
  const { body } = await call<{ items: readonly { effectId: string }[] }>(agent, 'GET /letters-to-post?limit=200');
  for (const { effectId } of body.items) await call(agent, `POST /letters-to-post/${effectId}/posted`, { body: {} });
}

/** Signs in as a person without a mouse does: the page of the provider has the focus in its first field. */
async function arrive(login: string, address: string): Promise<Hands> {
  const page = await (await console_.context()).newPage();
  const hands = new Hands(page);
  await page.goto(`${console_.product.urls.api}/auth/login?returnTo=${encodeURIComponent(address)}`);
  await page.locator('#login:focus').waitFor();
  await hands.type(login);
  await hands.press('Tab');
  await hands.type('parvis');
  await hands.press('Enter');
  await page.waitForSelector('.pv-shell h1');
  return hands;
}

async function leave({ page, unseen }: Hands): Promise<void> {
  expect(unseen).toEqual([]);
  await page.context().close();
}

/** The form of an act, once it has the focus. */
async function actOpen(page: Page): Promise<void> {
  await page.locator('[data-testid="act-panel"]:focus-within').waitFor();
}

/** Ctrl+Enter, once the form says that it may leave. */
async function submit(hands: Hands): Promise<void> {
  await hands.page.locator('[data-testid="act-panel"] [data-submit]:enabled').waitFor();
  await hands.press('Control+Enter');
}

describe('the day of an ambassador, with the keyboard alone', () => {
  it('takes a question from the queue, notes, answers it at once and closes it', async () => {
    const words = `À quelle heure ferme la mairie ${randomUUID().slice(0, 8)}`;
    const { body } = await hall.post<{ caseId: string; caseNumber: string }>('ambassadrice1', '/requests', {
      channel: 'telephone',
      words,
      answers: { demande: words },
    });
    const hands = await arrive('ambassadrice1', '/file');
    const { page } = hands;

    // From the first Tab, over the navigation, to the list.
    await hands.press('Tab');
    await page.locator('.pv-skip:focus').waitFor();
    await hands.press('Enter');
    await page.locator('.pv-main:focus, .pv-main :focus').waitFor();

    // The palette finds a case by its number.
    await hands.press('Control+k');
    await paletteListens(page);
    await hands.type(body.caseNumber);
    await page.getByText(`${body.caseNumber} —`).first().waitFor();
    await hands.press('Enter');
    await page.waitForURL(new RegExp(body.caseId));
    await page.locator('.pv-case-head').waitFor();

    // A note among colleagues.
    await hands.press('n');
    await page.locator('textarea:focus').waitFor();
    await hands.type('Rappelle souvent le midi.');
    await hands.press('Control+Enter');
    await page.getByText('Rappelle souvent le midi.', { exact: true }).waitFor();
    await hands.press('Tab');

    // Escape puts an act away and keeps its draft; it is there when it is opened again.
    await hands.reach('Répondre tout de suite', { key: 'Shift+Tab' });
    await hands.press('Enter');
    await actOpen(page);
    await hands.type('La mairie ferme à 17 h.');
    await hands.press('Escape');
    await page.getByTestId('act-panel').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Répondre tout de suite');
    await hands.press('Enter');
    await actOpen(page);
    expect(await page.getByLabel('Votre réponse').inputValue()).toBe('La mairie ferme à 17 h.');

    // What will leave is seen first; then it leaves.
    await submit(hands);
    await page.locator('.pv-pdf canvas').first().waitFor();
    await page.getByRole('button', { name: /^Envoyer et clore/ }).waitFor();
    await picture(page, 'ambassador-answer-at-once');
    await submit(hands);
    await page.getByText('c’est fait').first().waitFor();
    const after = await hall.get<{ status: string }>('ambassadrice1', `/cases/${body.caseId}`);
    expect(after.body.status).not.toBe('open');
    await leave(hands);
  });

  it('qualifies a question: finds the process, sees what is kept, answers what is still asked', async () => {
    const words = `y a un trou dans la route devant chez moi ${randomUUID().slice(0, 8)}`;
    const { body } = await hall.post<{ caseId: string }>('ambassadrice1', '/requests', {
      channel: 'telephone',
      words,
      answers: { demande: words },
    });
    const hands = await arrive('ambassadrice1', `/dossiers/${body.caseId}`);
    const { page } = hands;
    await page.locator('.pv-case-head').waitFor();
    await hands.choose('Qualifier');
    await actOpen(page);
    await hands.press('Control+a');
    await hands.type('trou dans la route');
    await page
      .getByRole('radio', { name: /nid-de-poule/i })
      .first()
      .waitFor();
    await hands.choose(/nid-de-poule/i, 'Space');
    await page.getByRole('radio', { name: 'Voie des voitures' }).waitFor();
    await hands.reach(/^Où est-ce/);
    await hands.type('12 rue du Beffroi-Penché');
    // One stop for a group of radio buttons, its arrows choose.
    await hands.reach('Oui');
    await hands.press('ArrowDown');
    await page.getByRole('radio', { name: 'Non', checked: true }).first().waitFor();
    await hands.choose('Voie des voitures', 'Space');
    await submit(hands);
    await page.getByText('c’est fait').first().waitFor();
    const after = await hall.get<{ process: { id: string } }>('ambassadrice1', `/cases/${body.caseId}`);
    expect(JSON.stringify(after.body)).toContain('voirie.nid-de-poule');
    await leave(hands);
  });

  it('takes the next one, reads which keys there are, and confirms that a letter was posted', async () => {
    await postWhatWaits();
    const { caseId, caseNumber } = await aPothole(hall);
    await reachTask(caseId, 'confirmPosting');
    const words = 'Qui peut me renseigner sur les horaires ?';
    await hall.post('ambassadrice1', '/requests', { channel: 'telephone', words, answers: { demande: words } });
    const hands = await arrive('ambassadrice2', '/file');
    const { page } = hands;
    await page.locator('.pv-row-link').first().waitFor();
    await hands.press('i');
    await page.locator('.pv-peek .pv-case-head').waitFor();
    await hands.press('Escape');
    await page.locator('.pv-peek').waitFor({ state: 'detached' });
    await hands.press('?');
    await page.getByRole('dialog').getByText('Nouvelle demande').first().waitFor();
    await hands.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await console_.go(page, '/courriers');
    await page.locator('.pv-row-link').first().waitFor();
    await hands.choose(new RegExp(`Sélectionner la lettre ${caseNumber}`), 'Space');
    await page.getByText('1 lettre choisie').waitFor();
    await hands.reach('Confirmer l’envoi par la poste', { key: 'Shift+Tab' });
    await hands.press('Enter');
    await page.getByRole('dialog').waitFor();
    await hands.choose('Confirmer 1 envoi');
    await page.getByText('1 lettre postée').first().waitFor();
    expect((await hall.openTasks(caseId)).map(({ kind }) => kind)).not.toContain('confirmPosting');
    await leave(hands);
  });
});

describe('the day of a validator, with the keyboard alone', () => {
  it('endorses one reply, corrects another, sends a third back with a remark, and says when he is away', async () => {
    const cases = [];
    for (let number = 0; number < 3; number += 1) cases.push(await waitingForDgs());
    const [first, second, third] = cases;
    if (first === undefined || second === undefined || third === undefined) throw new Error('three replies');
    const hands = await arrive(first.login, `/parapheur/${encodeURIComponent(first.task.id)}`);
    const { page } = hands;
    await letterShown(page);
    await hands.press('v');
    await eventually('the first reply is endorsed', async () => !(await isOpen(first)));

    await open(hands, second);
    await hands.press('e');
    await actOpen(page);
    await hands.press('Control+End');
    await hands.type(' Merci de votre vigilance.');
    await page.getByText('La lettre telle qu’elle partira.').waitFor();
    await submit(hands);
    await eventually('the second reply is corrected and endorsed', async () => !(await isOpen(second)));

    await open(hands, third);
    await hands.press('r');
    await actOpen(page);
    await hands.type('Donner la date des travaux.');
    await picture(page, 'validator-send-back');
    await submit(hands);
    await eventually('the third reply is back with its author', async () => {
      const tasks = await hall.openTasks(third.caseId);
      return tasks.some(({ kind }) => kind === 'answer');
    });

    await console_.go(page, '/absences');
    await hands.reach(/^Du/);
    await hands.reach(/^Remplacement par/);
    await hands.type('Mirevoie');
    await page
      .getByRole('option', { name: /Mirevoie/ })
      .first()
      .waitFor();
    await hands.press('ArrowDown', 'Enter');
    await hands.choose('Enregistrer l’absence');
    await page
      .getByText(/Remplacement\s:/)
      .first()
      .waitFor();
    await hands.choose(/^Retirer/);
    await page.getByText('L’absence est retirée.').first().waitFor();
    await leave(hands);
  });
});

interface Waiting {
  readonly caseId: string;
  readonly task: OpenTask;
  readonly login: string;
}

/** A pothole whose reply waits for an endorsement. */
async function waitingForDgs(): Promise<Waiting> {
  const { caseId } = await openPothole(hall);
  const task = await reachTask(caseId, 'endorse');
  return { caseId, task, login: await hall.loginOf(task) };
}

/** Lives the case up to a task of this kind. */
async function reachTask(caseId: string, kind: string): Promise<OpenTask> {
  return eventually(`a task ${kind}`, async () => {
    const [open] = await hall.openTasks(caseId);
    if (open === undefined || open.kind === kind) return open;
    await doTask(hall, caseId, open);
    return undefined;
  });
}

async function isOpen({ caseId, task }: Waiting): Promise<boolean> {
  return (await hall.openTasks(caseId)).some(({ id }) => id === task.id);
}

/** Goes to a letter by its address, as from the link in a mail. */
async function open({ page }: Hands, { task }: Waiting): Promise<void> {
  await console_.go(page, `/parapheur/${encodeURIComponent(task.id)}`);
  await letterShown(page);
}

async function letterShown(page: Page): Promise<void> {
  await page.getByText(/Toutes les pages ont été affichées|Lettre ouverte/).waitFor();
}
