/// <reference lib="dom" />
import { openConsole } from '../support/open-console.js';
import type { Page } from 'playwright-core';
import { axeFindings, NARROW, overflowsSideways, picture, printMeasure, settled } from '../support/e2e.js';
import { doTask, openPothole } from '../support/lives.js';
import { eventually, type OpenTask } from '../support/town-hall.js';

const TODAY = new Intl.DateTimeFormat('fr-CA', { timeZone: 'Europe/Paris' }).format(new Date());
const LETTERS = 10;

const { console_, hall } = openConsole();

/** A pothole whose reply waits for its signature. */
async function aLetterToSign(): Promise<{ caseId: string; caseNumber: string; task: OpenTask }> {
  const { caseId, caseNumber } = await openPothole(hall);
  const task = await eventually(`${caseNumber} waits for a signature`, async () => {
    const [open] = await hall.openTasks(caseId);
    if (open === undefined || open.kind === 'sign') return open;
    const { status, body } = await doTask(hall, caseId, open);
    if (status >= 400) throw new Error(JSON.stringify(body));
    return undefined;
  });
  return { caseId, caseNumber, task };
}

/** Waits until the letter is before the reader's eyes and known to be so. */
async function letterShown(page: Page): Promise<void> {
  await page.getByText(/Toutes les pages ont été affichées|Lettre ouverte/).waitFor();
}

describe('a parapheur read and signed with the keyboard alone', () => {
  it('signs nine letters of ten after one authentication, refuses the one that changed, and says why', async () => {
    const letters = [];
    for (let number = 0; number < LETTERS; number += 1) letters.push(await aLetterToSign());
    const page = await console_.as('elu.voirie', '/parapheur');
    await page.getByRole('heading', { name: 'Parapheur', exact: true }).waitFor();
    await page.locator('.pv-letter-row').first().waitFor();
    const count = await page.locator('.pv-letter-row').count();
    await picture(page, 'parapheur');
    expect(await axeFindings(page)).toEqual([]);
    let stops = 0;
    const press = async (key: string): Promise<void> => {
      await page.keyboard.press(key);
      stops += 1;
    };
    const startedAt = Date.now();
    await page.keyboard.press('j');
    await press('Enter');
    for (let number = 0; number < count; number += 1) {
      await page.getByText(new RegExp(`\\s${String(number + 1)} sur ${String(count)}$`)).waitFor();
      await letterShown(page);
      if (number === 0) {
        expect(await axeFindings(page)).toEqual([]);
        await picture(page, 'relecture');
      }
      const before = page.url();
      await press('j');
      await page.waitForURL((url) => url.href !== before);
    }
    await page.getByRole('button', { name: /M’authentifier pour signer/ }).waitFor();
    await press('s');
    await page.waitForSelector('#password');
    await page.focus('#password');
    await page.keyboard.type('parvis');
    await press('Enter');
    const sign = page.getByRole('button', { name: new RegExp(`^Signer ${String(count)} lettres`) });
    await sign.waitFor();
    expect(await axeFindings(page)).toEqual([]);

    // Meanwhile one of them changes.
    const changed = letters[4];
    if (changed === undefined) throw new Error('no letter');
    await changeLetter(changed.caseId);
    await press('s');
    await page.getByText(`${String(count - 1)} lettres signées, 1 refusée.`).waitFor({ timeout: 60_000 });
    printMeasure(
      'T5 (10 letters in ≤ 14 stops)',
      `${String(count)} letters, ${String(stops)} stops, ${String(Date.now() - startedAt)} ms`,
    );
    expect(stops).toBeLessThanOrEqual(count + 4);
    const row = page.locator('.pv-lot tr', { hasText: changed.caseNumber });
    expect(await row.innerText()).toMatch(/✕\s.+/);
    for (const { caseId } of letters.filter((one) => one !== changed)) {
      const kinds = (await hall.openTasks(caseId)).map(({ kind }) => kind);
      expect(kinds).not.toContain('sign');
    }
    expect(await hall.rows('SELECT 1 FROM letters WHERE case_id = $1 AND signed_from IS NOT NULL', [changed.caseId])).toEqual([]); // prettier-ignore
  });

  it('refuses at the API a letter that its signer never opened', async () => {
    const { caseId, task } = await aLetterToSign();
    await hall.reauthenticate('elu.voirie');
    const letterHash = await hall.letterHash(caseId);
    const refused = await hall.post('elu.voirie', '/tasks/sign-batch', { items: [{ taskId: task.id, letterHash }] });
    expect(refused.body).toMatchObject({ signed: 0, failed: 1, items: [{ ok: false, code: 'letter.not-opened' }] });
  });

  it('says that a letter changed under its reader, and lets nothing be done before it is read again', async () => {
    const { caseId, task } = await aLetterToSign();
    const page = await console_.as('elu.voirie', `/parapheur/${encodeURIComponent(task.id)}`);
    await letterShown(page);
    await changeLetter(caseId);
    await page
      .getByText(/La lettre a changé pendant votre lecture|n’est plus dans votre parapheur/)
      .first()
      .waitFor({ timeout: 40_000 });
    expect(await page.getByRole('button', { name: /^Signer et suivant/, disabled: false }).count()).toBe(0);
  });

  it('holds on a tablet and a phone, in the dark, with nothing for axe to find', async () => {
    const { task } = await aLetterToSign();
    for (const viewport of [{ width: 768, height: 1024 }, NARROW]) {
      const context = await console_.context({ viewport, colorScheme: 'dark' });
      const page = await context.newPage();
      await console_.signIn(page, 'elu.voirie', '/parapheur');
      for (const address of [
        '/parapheur',
        `/parapheur/${encodeURIComponent(task.id)}`,
        '/parapheur/lot',
        '/absences',
        '/delegations',
      ]) {
        // prettier-ignore
        await console_.go(page, address);
        await settled(page);
        expect([address, viewport.width, await overflowsSideways(page)]).toEqual([address, viewport.width, false]);
        expect([address, await axeFindings(page)]).toEqual([address, []]);
      }
      await context.close();
    }
  });
});

describe('an absence whose substitute is away too', () => {
  it('goes to the third person, who signs by delegation; the letter and the history say for whom', async () => {
    const { caseId, caseNumber, task } = await aLetterToSign();
    await endAbsences('elu.voirie', 'elu.citoyennete');
    const away = { from: TODAY, to: TODAY, substitutes: ['p-elu-solidarite'] };
    const second = await hall.post<{ id: string }>('elu.citoyennete', '/absences', away);
    expect(second.status).toBe(201);
    const page = await console_.as('elu.voirie', '/absences');
    await page.getByRole('combobox', { name: 'Remplacement par' }).fill('Mirevoie');
    await page.getByRole('option', { name: /Mirevoie/ }).click();
    await page.getByRole('button', { name: 'Enregistrer l’absence' }).click();
    await page
      .getByText(/Remplacement\s:/)
      .first()
      .waitFor();
    const looping = await hall.post('elu.solidarite', '/absences', { ...away, substitutes: ['p-elu-voirie'] });
    expect([looping.status, looping.body]).toMatchObject([422, { code: 'substitution.loop' }]);

    await hall.openLetter('elu.solidarite', caseId);
    const list = await hall.get<{ items: { id: string; behalf?: { id: string } }[] }>('elu.solidarite', '/parapheur');
    expect(list.body.items.find(({ id }) => id === task.id)?.behalf?.id).toBe('p-elu-voirie');
    await hall.reauthenticate('elu.solidarite');
    const letterHash = await hall.letterHash(caseId);
    const signed = await hall.insist('elu.solidarite', `/tasks/${task.id}/sign`, { letterHash });
    expect([caseNumber, signed.status, signed.body]).toMatchObject([caseNumber, 200, { caseId }]);
    const [letter] = await hall.rows<{ input: { signature: { formula: string } } }>(
      'SELECT input FROM letters WHERE case_id = $1 AND signed_from IS NOT NULL',
      [caseId],
    );
    expect(letter?.input.signature.formula).toMatch(/par délégation, en l’absence de /);
    const seen = await hall.get<{ timeline: { code: string; onBehalfOf?: { id: string } }[] }>('ambassadrice1', `/cases/${caseId}`); // prettier-ignore
    expect(seen.body.timeline.find(({ code }) => code === 'command.sign')?.onBehalfOf?.id).toBe('p-elu-voirie');
    const [line] = await hall.rows<{ rule: string }>(
      `SELECT event #>> '{command,onBehalfRule}' AS rule FROM journal_entries WHERE case_id = $1 AND code = 'command.sign'`,
      [caseId],
    );
    expect(line?.rule).toMatch(/^absence:/);
    await endAbsences('elu.voirie', 'elu.citoyennete');
  });
});

/** The signer sends it back from another device; it is written anew, endorsed, and waits for a signature again. */
async function changeLetter(caseId: string): Promise<void> {
  const [task] = await hall.openTasks(caseId);
  const letterHash = await hall.letterHash(caseId);
  const body = { letterHash, to: 'author', remark: 'Donner la date.' };
  const sent = await hall.insist('elu.voirie', `/tasks/${task?.id ?? ''}/send-back`, body);
  expect([sent.status, sent.body]).toMatchObject([200, { caseId }]);
  await eventually('the letter waits for a signature again', async () => {
    const [open] = await hall.openTasks(caseId);
    if (open === undefined || open.kind === 'sign') return open;
    await doTask(hall, caseId, open);
    return undefined;
  });
}

async function endAbsences(...logins: readonly string[]): Promise<void> {
  for (const login of logins) {
    const { body } = await hall.get<{ items: readonly { id: string }[] }>(login, '/absences?mine=true');
    const browser = await hall.as(login);
    for (const { id } of body.items) await browser.ask(`/api/v1/absences/${id}`, { method: 'DELETE' });
  }
}
