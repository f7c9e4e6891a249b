import { randomUUID } from 'node:crypto';
import { call } from '../support/desk.js';
import { runningTownHall } from '../support/running-product.js';
import { axeFindings, Console, NARROW, overflowsSideways, picture } from '../support/e2e.js';

const KEPT = 'funeraire.cremation';
const BENCH = '/processus/voirie.nid-de-poule/banc';

const console_ = new Console();
const hall = runningTownHall();
afterAll(async () => {
  await console_.close();
  await hall.close();
});

describe('a case played on the bench', () => {
  it('is asked with the form of its process, and its letters are read with the answers', async () => {
    const page = await console_.as('designer1', BENCH);
    await page.getByText(/Questions obligatoires encore sans réponse\s: «\sOù est-ce\s\?\s»/).waitFor();
    await page.getByRole('radio', { name: 'Non' }).first().check();
    const rest = page.getByText(/^Le reste du formulaire\s: \d+\squestions$/);
    await rest.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: 'Piste ou bande cyclable' }).check();
    await page.getByRole('combobox', { name: /^Où est-ce/ }).fill('12 rue des Tilleuls');
    await page.getByText('Les pièces à joindre ne sont pas demandées ici.').waitFor();
    await page.getByRole('button', { name: /répond par un refus$/ }).click();
    await page.getByRole('button', { name: /vise la réponse$/ }).click();
    await page.getByRole('button', { name: /signe la réponse$/ }).click();

    const reply = page.getByText(/^Votre demande n°\sD-0000-00000\s: Signaler un nid-de-poule$/);
    await reply.focus();
    await page.keyboard.press('Enter');
    await page
      .getByText(/\(12 rue des Tilleuls\)/)
      .first()
      .waitFor();
    expect(await page.getByText(/Questions obligatoires encore sans réponse/).count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'banc-lettre');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeFindings(page)).toEqual([]);
    await page.setViewportSize(NARROW);
    expect(await overflowsSideways(page)).toBe(false);
    expect(await axeFindings(page)).toEqual([]);

    await page.reload();
    await page
      .getByText(/par un refus$/)
      .first()
      .waitFor();
    expect(await page.getByRole('combobox', { name: /^Où est-ce/ }).inputValue()).toBe('12 rue des Tilleuls');
    await page.getByRole('button', { name: 'Effacer les réponses' }).click();
    await page.getByText(/Questions obligatoires encore sans réponse/).waitFor();
    await page.context().close();
  });

  it('is kept with its answers, and stands on the bench again with them and with what was done', async () => {
    const designer = await hall.as('designer1');
    const name = `Une crémation refusée ${randomUUID().slice(0, 8)}`;
    const answers = { defunt: { familyName: 'Passerose', givenNames: 'Rosine' } };
    const acts = [{ words: 'referent answers', details: { conclusion: 'refused' } }];
    const body = { name, play: { openedAt: '2026-05-04T10:00:00+02:00', answers, acts } };
    const kept = await call<{ id: string }>(designer, `POST /processes/${KEPT}/trials`, { body });
    const page = await console_.as('designer1', `/processus/${KEPT}?vue=essais`);
    await page.getByRole('article').filter({ hasText: name }).getByRole('link', { name: 'Ouvrir sur le banc' }).click();
    const given = page.getByLabel(/^Prénoms/).first();
    await given.waitFor();
    const address = page.url();
    // A form that is only drawn is no other case.
    await page.waitForTimeout(1500);
    expect(page.url()).toBe(address);
    expect(await page.getByRole('heading', { name: /répond par un refus$/ }).count()).toBe(1);
    await given.fill('Rosine Adèle');
    await page.getByRole('heading', { name: /répond par un refus$/ }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /répond$/ }).click();
    await page.waitForURL(/Rosine\+Ad%C3%A8le.*referent\+answers/);
    expect((await call(designer, `DELETE /trials/${kept.body.id}`)).status).toBe(204);
    await page.context().close();
  });

  it('says which answers a citizen could not send, without taking the focus of whoever types', async () => {
    const answers = { dommage: true, recitDommage: 'x'.repeat(1001), danger: false };
    const jeu = JSON.stringify({ day: '2026-05-04', answers });
    const page = await console_.as('designer1', `${BENCH}?${new URLSearchParams({ jeu }).toString()}`);
    const summary = page.getByRole('status').filter({ hasText: /1\schamp est à corriger/ });
    await summary.waitFor();
    expect(await page.getByRole('button', { name: /répond$/ }).count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    await summary.getByRole('link', { name: /^Que s’est-il passé\s\?\s: Le texte est trop long/ }).click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Une roue crevée');
    await page.getByRole('button', { name: /^Référente ou référent\s: répond$/ }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');

    // More than an address can hold is not played, and says so.
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText('é'.repeat(999) + ' fin');
    await page.getByText(/trop longues pour l’adresse de cette page/).waitFor();
    expect(page.url().length).toBeLessThan(8000);
    await page.context().close();
  });
});
