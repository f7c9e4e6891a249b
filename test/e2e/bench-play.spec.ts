import { axeFindings, Console, NARROW, overflowsSideways, picture } from '../support/e2e.js';

const BENCH = '/processus/voirie.nid-de-poule/banc';

const console_ = new Console();
afterAll(() => console_.close());

describe('a case played on the bench', () => {
  it('is asked with the form of its process, and its letters are read with the answers', async () => {
    const page = await console_.as('designer1', BENCH);
    await page.getByText(/Sans réponse complète, bien qu’obligatoire\s: «\sOù est-ce\s\?\s»/).waitFor();
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
    expect(await page.getByText(/Sans réponse complète/).count()).toBe(0);
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
    await page.getByText(/Sans réponse complète/).waitFor();
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
