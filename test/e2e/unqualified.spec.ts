/// <reference lib="dom" />
import { randomUUID } from 'node:crypto';
import { call, type Receipt } from '../support/desk.js';
import { axeFindings, NARROW, picture } from '../support/e2e.js';
import { openConsole } from '../support/open-console.js';

const { console_, hall } = openConsole();

async function aMessage(words: string): Promise<Receipt> {
  const email = `envoi.${randomUUID().slice(0, 8)}@exemple.fr`;
  const body = { channel: 'email', words, answers: { demande: words }, citizen: { email }, replyChannel: 'email' };
  return (await call<Receipt>(await hall.as('ambassadrice1'), 'POST /requests', { body })).body;
}

describe('a message of the portal, before it has a process', () => {
  it('is set aside as undesirable, found in its own list, and restored with one key', async () => {
    const { caseId, caseNumber } = await aMessage(`Gagnez un voyage ${randomUUID()}`);
    const page = await console_.as('ambassadrice1', `/file?apercu=${caseId}`);
    await page.getByRole('button', { name: 'Indésirable', exact: true }).click();
    await page.getByText('Mise de côté comme indésirable').waitFor();
    await picture(page, 'indesirable');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('link', { name: 'Indésirables' }).click();
    await page.locator('.pv-row-link', { hasText: caseNumber }).click();
    await page.getByRole('button', { name: 'Rétablir' }).waitFor();
    await picture(page, 'indesirables');
    await page.keyboard.press('z');
    await page.getByRole('button', { name: 'Indésirable', exact: true }).waitFor();
    expect((await hall.openTasks(caseId)).map(({ kind }) => kind)).toEqual(['qualify']);
  });

  it('is split into several requests, linked to it, and keeps the rest of its words', async () => {
    const { caseId, caseNumber } = await aMessage('Ma rue est noire, et mon bac est trop petit.');
    const page = await console_.as('ambassadrice1', `/dossiers/${caseId}`);
    await page.getByRole('button', { name: 'Scinder en plusieurs demandes' }).click();
    await page.getByLabel(new RegExp(`Ce que ${caseNumber} garde`)).fill('Ma rue est noire');
    await page.getByLabel(/Autre demande n°\s1/).fill('mon bac est trop petit');
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'scinder');
    await page.setViewportSize(NARROW);
    await picture(page, 'scinder-320');
    expect(await page.getByTestId('act-panel').evaluate((box) => box.scrollWidth <= window.innerWidth)).toBe(true);
    await page.getByRole('button', { name: /Ouvrir 1\sautre demande/ }).click();
    await page.getByText('Ce dont il s’agit ici').waitFor();
    await page.getByRole('tab', { name: /Liens/ }).click();
    await page.getByText('Autre partie du même message').waitFor();
  });

  it('from a telephone that is known proposes the sheet, and is linked to it with one key', async () => {
    const digits = String(Date.now()).slice(-7);
    const known = { firstName: 'Rose', lastName: `Ormel${digits}`, phone: `061${digits}` };
    const enter = async (citizen: object): Promise<string> => {
      const words = `Une question ${randomUUID()}`;
      const body = { channel: 'email', words, answers: { demande: words }, citizen, replyChannel: 'email' };
      return (await call<Receipt>(await hall.as('ambassadrice1'), 'POST /requests', { body })).body.caseId;
    };
    const first = await enter({ ...known, email: `rose.${digits}@exemple.fr` });
    const caseId = await enter({ phone: `+3361${digits}`, email: `autre.${digits}@exemple.fr` });
    const page = await console_.as('ambassadrice1', `/dossiers/${caseId}`);
    await page.getByText(/Déjà connu\s\?/).waitFor();
    await page.getByText(/Pourquoi\s: même téléphone/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'deja-connu');
    const citizenOf = async (id: string): Promise<string | undefined> => {
      const [row] = await hall.rows<{ id: string }>('SELECT citizen_id AS id FROM requests WHERE case_id = $1', [id]);
      return row?.id;
    };
    expect(await citizenOf(caseId)).not.toBe(await citizenOf(first));
    await page.keyboard.press('l');
    await page.getByText(/La demande est sur la fiche de/).waitFor();
    await page.getByRole('link', { name: `Rose Ormel${digits}`, exact: true }).waitFor();
    expect(await citizenOf(caseId)).toBe(await citizenOf(first));
  });
});
