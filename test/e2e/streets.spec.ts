import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { call } from '../support/desk.js';
import { Console } from '../support/e2e.js';
import { runningTownHall } from '../support/running-product.js';

interface Street {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly stretches: readonly { readonly from: number; readonly to: number; readonly quartier: string }[];
}

const hall = runningTownHall();
const browser = new Console();
afterAll(async () => {
  await browser.close();
  await hall.close();
});

const STREETS = '/reglages/ville?vue=rues';
const newName = (): string => `Rue Essayée-${randomUUID().replace(/[\d-]/g, '')}`;

async function settled(page: Page, words: string | RegExp): Promise<void> {
  await page.getByText(words).waitFor();
  // The next time is told apart from this one.
  await page.getByRole('button', { name: 'Fermer le message' }).click();
}

async function find(name: string): Promise<Street | undefined> {
  const { body } = await call<{ items: readonly Street[] }>(
    await hall.as('admin'),
    `GET /settings/streets?q=${encodeURIComponent(name)}`,
  );
  return body.items.find((one) => one.name === name);
}

describe('the streets of the town', () => {
  it('one is written down by keyboard, found, shared between two neighbourhoods, and taken away', async () => {
    const name = newName();
    const page = await browser.as('admin', STREETS);
    await page.getByRole('button', { name: 'Nouvelle rue' }).press('Enter');
    await page.getByLabel(/^Nom officiel/).fill(name);
    await page.getByLabel(/^Au numéro/).fill('40');
    await page.getByRole('combobox', { name: /^Quartier/ }).fill('Tanneries');
    await page.getByRole('option', { name: 'Tanneries' }).click();
    await page.getByRole('button', { name: 'Ajouter un tronçon' }).press('Enter');
    const second = page.getByRole('group', { name: 'Tronçon 2' });
    expect(await second.getByLabel(/^Du numéro/).inputValue()).toBe('41');
    await second.getByLabel(/^Du numéro/).fill('40');
    await second.getByLabel(/^Au numéro/).fill('90');
    await second.getByRole('combobox', { name: /^Quartier/ }).fill('Halles');
    await page.getByRole('option', { name: /Halles/ }).click();
    await page.getByLabel(/^Nom officiel/).press('Enter');
    await page.getByText('Ces numéros chevauchent ceux du tronçon 1.').waitFor();
    // The field at fault is where one is taken: it is corrected there.
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('41');
    await page.keyboard.press('Enter');
    await settled(page, 'Rue enregistrée.');

    await page.getByLabel('Chercher une rue ou un quartier').fill(name);
    const table = page.getByRole('region', { name: 'Rues de la ville' });
    await table.getByText(/41 à 90\s: .*Halles/).waitFor();
    await table.getByRole('button', { name: `Modifier ${name}` }).click();
    await page.getByRole('button', { name: 'Retirer cette rue…' }).click();
    await page.getByText(/Aucune demande en cours ne la nomme\./).waitFor();
    await page.getByRole('button', { name: 'Retirer la rue' }).click();
    await settled(page, /est retirée\./);
    await page.getByText(/^Aucune rue pour/).waitFor();
    expect(await find(name)).toBeUndefined();
  });

  it('a colleague’s change of one is shown beside one’s own', async () => {
    const [name, mine] = [newName(), newName()];
    const admin = await hall.as('admin');
    const { body: street } = await call<Street>(admin, 'POST /settings/streets', {
      body: { name, stretches: [{ from: 1, to: 9, quartier: 'tanneries' }] },
    });
    const page = await browser.as('admin', `${STREETS}&rue=${street.id}`);
    await page.getByLabel(/^Nom officiel/).fill(mine);
    await call(admin, `PUT /settings/streets/${street.id}`, {
      body: { name, stretches: [{ from: 1, to: 99, quartier: 'tanneries' }] },
      headers: { 'if-match': `"${String(street.version)}"` },
    });
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await page.getByTestId('conflict').waitFor();
    await page.getByRole('button', { name: 'Enregistrer ces choix' }).click();
    await settled(page, 'Rue enregistrée.');
    expect(await find(mine)).toMatchObject({ id: street.id, stretches: [{ from: 1, to: 99 }] });
  });

  it('a file of them is looked at, applied, and those it does not name stay', async () => {
    const name = newName();
    const page = await browser.as('admin', STREETS);
    const content = [
      'rue;de;à;côté;quartier',
      `${name};1;99;impair;Tanneries`,
      'Rue des Plumes;1;40;;Tanneries',
      'Rue des Plumes;30;72;;Tanneries',
    ].join('\n');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'rues.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
    const preview = page.getByRole('region', { name: 'Aperçu avant confirmation' });
    await preview.getByText(/1 à ajouter, 0 à modifier, 0\sinchangée, 1\srefusée/).waitFor();
    await preview.getByText(/Les numéros 30 à 72 chevauchent ceux de la ligne\s3\./).waitFor();
    expect(await preview.getByLabel(/^Retirer aussi/).isChecked()).toBe(false);
    await preview.getByRole('button', { name: /^Appliquer à 1\srue$/ }).click();
    await settled(page, /1\srue ajoutée/);
    expect(await find(name)).toBeDefined();
    expect(await find('Rue des Plumes')).toMatchObject({ stretches: [{ from: 1, to: 72 }] });
    expect(await find('Place des Halles')).toBeDefined();
  });
});
