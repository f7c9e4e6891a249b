/// <reference lib="dom" />
import { axeFindings, NARROW, overflowsSideways, picture, printMeasure, settled } from '../support/e2e.js';
import { openPothole } from '../support/lives.js';
import { eventually, type OpenTask } from '../support/town-hall.js';
import { openConsole } from '../support/open-console.js';

const { console_, hall } = openConsole();

interface Asked {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly task: OpenTask;
  readonly login: string;
  readonly link: string;
}

/** A pothole that waits for its referent, and the link of the mail that tells them so. */
async function askedOfReferent(): Promise<Asked> {
  const { caseId, caseNumber } = await openPothole(hall);
  const task = await eventually(`${caseNumber} waits for an answer`, async () =>
    (await hall.openTasks(caseId)).find(({ kind }) => kind === 'answer'),
  );
  const login = task.holder === null ? 'referent.voirie' : await hall.loginOf(task);
  return { caseId, caseNumber, task, login, link: `/taches/${encodeURIComponent(task.id)}` };
}

describe('a referent, from the link in a mail', () => {
  it('does the task in three interactions, the letter beside the text before it leaves', async () => {
    const { caseId, login, link, caseNumber } = await askedOfReferent();
    const page = await console_.as(login, link);
    await page.getByText(/On vous demande de répondre à cette demande/).waitFor();
    const startedAt = Date.now();
    const send = page.getByRole('button', { name: /C’est fait, envoyer la réponse/ });
    expect(await send.isEnabled()).toBe(false);
    await page.getByLabel(/Ce qui a été fait/).fill('Le trou a été rebouché ce matin par l’équipe de la voirie.');
    await page.getByText('La lettre telle qu’elle partira.').waitFor();
    await page.locator('.pv-pdf-page canvas').first().waitFor();
    await page.waitForTimeout(600);
    await picture(page, 'tache');
    expect(await axeFindings(page)).toEqual([]);
    await send.click();
    await page.getByText(/Cette tâche est terminée/).waitFor();
    printMeasure('T4 (≤ 3 interactions)', `2 interactions, ${String(Date.now() - startedAt)} ms`);
    expect((await hall.openTasks(caseId)).map(({ kind }) => kind)).toEqual(['endorse']);
    await console_.go(page, '/taches?vue=done');
    await page.getByText(caseNumber).first().waitFor();
  });

  it('reads of whom an answer that cannot be given yet waits, and is asked for nothing else meanwhile', async () => {
    const { task, login, link } = await askedOfReferent();
    const asked = { department: 'eclairage', text: 'Votre avis sur le câble ?', required: true };
    await hall.insist(login, `/tasks/${task.id}/ask-opinion`, asked);
    const page = await console_.as(login, link);
    const waits = page.locator('.pv-notice', { hasText: /^Attend un avis\s: / });
    await waits.getByText('La réponse ne peut pas être donnée avant.').waitFor();
    await waits.getByText('Votre avis sur le câble ?').waitFor();
    await page.getByRole('button', { name: 'Demander à l’usager', pressed: false }).waitFor();
    expect(await page.locator('.pv-act').count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'tache-en-attente');
  });

  it('sees what is to do, what waits and what was done side by side, and one list of them where there is less room', async () => {
    const { login, caseNumber } = await askedOfReferent();
    const page = await console_.as(login, '/taches');
    const todo = page.getByRole('region', { name: /^À faire/ });
    await todo.getByText(new RegExp(caseNumber)).waitFor();
    for (const name of [/^En attente/, /^Fait cette semaine/]) await page.getByRole('region', { name }).waitFor();
    await settled(page);
    await page.keyboard.press('j');
    expect(await page.locator('.pv-row-link:focus').count()).toBe(1);
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'mes-taches');
    await page.setViewportSize({ width: 1024, height: 768 });
    await page
      .getByRole('navigation', { name: 'Mes tâches' })
      .getByRole('link', { name: /^En attente/ })
      .waitFor();
    expect(await todo.count()).toBe(0);
  });

  it('reads at what hour of the next day the time ends', async () => {
    const { caseId, caseNumber, login } = await askedOfReferent();
    const [task] = await hall.rows<{ due: string; eve: string }>(
      `SELECT due_on::text AS due, (due_on - 1)::text AS eve FROM tasks WHERE case_id = $1 AND open`,
      [caseId],
    );
    const page = await console_.as(login, '/absences');
    await page.clock.setFixedTime(new Date(`${task!.eve}T10:00:00+01:00`));
    await console_.go(page, '/taches');
    const row = page.locator('.pv-task-row', { hasText: caseNumber });
    await row.getByText(/Demain\s17\sh/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'echeance-heure');
    await page.clock.setFixedTime(new Date(`${task!.due}T10:00:00+01:00`));
    await page.reload();
    await row.getByText(/Aujourd’hui\s17\sh/).waitFor();
  });

  it('opens what is clicked, after a list whose whole rows are links was seen', async () => {
    const { login, caseNumber } = await askedOfReferent();
    const page = await console_.as(login, '/demandes');
    await page.getByRole('row').nth(1).waitFor();
    await page.getByRole('link', { name: /^Mes tâches/ }).click();
    const todo = page.getByRole('region', { name: /^À faire/ });
    await todo.getByText(new RegExp(caseNumber)).waitFor();
    // A click that another element would take is waited for, and refused.
    await todo.getByRole('heading', { level: 2 }).click({ timeout: 5000 });
    expect(new URL(page.url()).pathname).toBe('/taches');
  });

  it('is told once that the lists do not come, and sees them all when they do', async () => {
    const { login, caseNumber } = await askedOfReferent();
    const page = await console_.as(login, '/absences');
    await page.route(/\/tasks\?/, (route) => route.abort());
    await console_.go(page, '/taches');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.count()).toBe(1);
    expect(await page.getByRole('region', { name: /^À faire/ }).count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'mes-taches-en-panne');
    await page.unroute(/\/tasks\?/);
    await page.getByRole('button', { name: 'Réessayer' }).click();
    const todo = page.getByRole('region', { name: /^À faire/ });
    await todo.getByText(new RegExp(caseNumber)).waitFor();
    await page.getByRole('region', { name: /^Fait cette semaine/ }).waitFor();
    await alert.waitFor({ state: 'detached' });
  });

  it('keeps what is typed through a reload, as a draft that is not sent', async () => {
    const { login, link } = await askedOfReferent();
    const page = await console_.as(login, link);
    await page.getByLabel(/Ce qui a été fait/).fill('Une équipe passe');
    await page.getByText(/Brouillon gardé/).waitFor();
    await page.reload();
    await page.getByText(/Brouillon retrouvé/).waitFor();
    expect(await page.getByLabel(/Ce qui a été fait/).inputValue()).toBe('Une équipe passe');
  });

  it('says on a phone that it is not for their department; the case comes back with its date unchanged', async () => {
    const { caseId, login, link } = await askedOfReferent();
    const due = await dueOf(caseId);
    const before = await givenBack();
    const context = await console_.context({ viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    await console_.signIn(page, login, link);
    await page.getByRole('button', { name: 'Ce n’est pas pour mon service' }).click();
    await page.getByLabel(/Pourquoi, et pour qui/).fill('Cette rue est au Département.');
    expect(await axeFindings(page)).toEqual([]);
    expect(await overflowsSideways(page)).toBe(false);
    await page.locator('[data-submit]').click();
    await page.getByText(/Cette tâche est terminée/).waitFor();
    expect((await hall.openTasks(caseId)).map(({ kind }) => kind)).toEqual(['reassign']);
    expect(await dueOf(caseId)).toBe(due);
    await context.close();

    expect(await givenBack()).toBe(before + 1);
  });

  it('sees what a colleague did meanwhile, and may leave a note', async () => {
    const { caseId, task, login, link } = await askedOfReferent();
    await hall.insist(login, `/tasks/${task.id}/answer`, { text: 'Déjà fait.', conclusion: { kind: 'answered' } });
    const page = await console_.as(login, link);
    await page.getByText(/Cette tâche est terminée/).waitFor();
    await page.getByLabel('Note interne').fill('Vu sur place mardi.');
    await page.getByRole('button', { name: 'Ajouter la note' }).click();
    await page
      .getByText(/Note ajoutée/)
      .first()
      .waitFor();
    expect(await hall.rows('SELECT 1 FROM notes WHERE case_id = $1', [caseId])).toHaveLength(1);
  });

  it('holds at 320 px and in the dark', async () => {
    const { login, link } = await askedOfReferent();
    const context = await console_.context({ viewport: NARROW, colorScheme: 'dark' });
    const page = await context.newPage();
    await console_.signIn(page, login, link);
    for (const address of [link, '/taches', '/taches?equipe=oui&tri=lieu', '/absences']) {
      await console_.go(page, address);
      await settled(page);
      expect([address, await overflowsSideways(page)]).toEqual([address, false]);
      expect([address, await axeFindings(page)]).toEqual([address, []]);
    }
    await context.close();
  });
});

/** How often the department gave a request back this period, as the head of the service reads it. */
async function givenBack(): Promise<number> {
  const page = await console_.as('chef.grc', '/chiffres?service=voirie');
  const row = page.getByRole('table', { name: 'Chiffres par service' }).getByRole('row', { name: /^Voirie/ });
  await row.waitFor();
  const column = await page.getByRole('columnheader').allInnerTexts();
  const at = column.findIndex((title) => title.startsWith('Pas pour ce service')) - 1;
  const count = Number(await row.getByRole('cell').nth(at).innerText());
  await page.context().close();
  return count;
}

async function dueOf(caseId: string): Promise<string | undefined> {
  const [row] = await hall.rows<{ due: string }>('SELECT due_on::text AS due FROM case_files WHERE case_id = $1', [caseId]); // prettier-ignore
  return row?.due;
}
