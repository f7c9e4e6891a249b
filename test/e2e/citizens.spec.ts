/// <reference lib="dom" />
import { randomUUID } from 'node:crypto';
import { aPothole, call } from '../support/desk.js';
import { axeFindings } from '../support/e2e.js';
import { openConsole } from '../support/open-console.js';

const { console_, hall } = openConsole();

/** A citizen whom nobody else is called like, with one request. */
async function aCitizen(lastName: string, more: object = {}): Promise<{ caseId: string; citizenId: string }> {
  const citizen = { firstName: 'Rose', lastName, address: { lines: ['1 rue du Kiosque'] }, ...more };
  const { caseId } = await aPothole(hall, { citizen });
  const [row] = await hall.rows<{ id: string }>('SELECT citizen_id AS id FROM requests WHERE case_id = $1', [caseId]);
  return { caseId, citizenId: row!.id };
}

const aName = (): string => `Vantour${randomUUID().slice(0, 6)}`;

describe('the sheet of a citizen', () => {
  it('says not to call, in which language, and with whom they live, where one is about to call', async () => {
    const name = aName();
    const { caseId, citizenId } = await aCitizen(name, { phone: '0601020304' });
    const other = await aCitizen(`${name}bis`);
    const page = await console_.as('ambassadrice1', `/usagers/${citizenId}?corriger=oui`);
    await page.getByLabel('Ne pas appeler').check();
    await page.getByLabel('Gros caractères').check();
    await page.getByLabel('Langue', { exact: true }).selectOption('Arabe');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Ne pas appeler cette personne.').waitFor();
    await page.getByText('Lier une autre fiche').click();
    await page.getByRole('combobox', { name: 'Autre fiche' }).fill(`${name}bis`);
    await page.getByRole('option', { name: new RegExp(`${name}bis`) }).click();
    await page.getByRole('button', { name: 'Lier ces deux fiches' }).click();
    await page.getByRole('link', { name: `Rose ${name}bis` }).waitFor();
    await page.getByText('Historique de la fiche').click();
    await page.getByText('Lien ajouté avec une autre fiche').waitFor();
    await page.goto(new URL(`/dossiers/${caseId}`, page.url()).href);
    await page.getByText('Ne pas appeler cette personne.').waitFor();
    await page.getByText(/Souhaite\s: gros caractères/).waitFor();
    await page.getByText('Ce que l’usager voit').click();
    await page.getByText('Réponse promise').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const ties = await call(await hall.as('ambassadrice1'), `GET /citizens/${other.citizenId}/ties`);
    expect(ties.body).toMatchObject([{ otherId: citizenId }]);
  });

  it('is merged with another of the same person, field by field, and taken apart again', async () => {
    const name = aName();
    const { citizenId } = await aCitizen(name);
    const other = await aCitizen(name, { phone: '0677889900' });
    const page = await console_.as('ambassadrice1', `/usagers/${citizenId}`);
    await page.getByText('même adresse, même prénom, même nom').waitFor();
    await page.getByRole('link', { name: `Comparer avec Rose ${name}` }).click();
    await page.getByRole('radio', { name: /06\s77\s88\s99\s00/ }).waitFor();
    expect(await page.getByRole('radio', { name: /06\s77\s88\s99\s00/ }).isChecked()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Fusionner ces deux fiches' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Fusionner', exact: true }).click();
    await page.getByRole('link', { name: '06 77 88 99 00' }).waitFor();
    await page.goto(new URL(`/usagers/${other.citizenId}`, page.url()).href);
    await page.getByText(`Fiche fusionnée avec Rose ${name}.`).waitFor();
    await page.getByRole('link', { name: 'Ouvrir la fiche gardée' }).click();
    await page.getByRole('button', { name: 'Annuler cette fusion' }).click();
    await page.getByRole('button', { name: 'Séparer les deux fiches' }).click();
    await page.getByText('1 demande, 1 en cours.').waitFor();
  });

  it('says what the law keeps, and what may go is erased once the number of the request is typed again', async () => {
    const { caseId, citizenId } = await aCitizen(aName(), { phone: '0644556677' });
    await hall.rows("UPDATE case_files SET status = 'ended', closed_at = '2010-03-01' WHERE case_id = $1", [caseId]);
    const desk = await console_.as('ambassadrice1', `/usagers/${citizenId}`);
    await desk.getByText('Inscrire une demande au registre').click();
    await desk.getByLabel('Ce qui est demandé').selectOption('Effacement');
    await desk.getByRole('button', { name: 'Inscrire au registre' }).click();
    await desk.getByText(/réponse due le/).waitFor();
    const [asked] = await hall.rows<{ number: string }>('SELECT number FROM privacy_requests WHERE citizen_id = $1', [
      citizenId,
    ]);
    const chef = await console_.as('chef.grc', `/usagers/${citizenId}/donnees`);
    await chef.getByText('Peut partir').waitFor();
    expect(await axeFindings(chef)).toEqual([]);
    await chef.getByLabel('Ce qui est répondu à l’usager').fill('Vos données sont effacées.');
    await chef.getByLabel(/Recopiez RGPD/).fill(asked!.number);
    await chef.getByRole('button', { name: 'Effacer ce qui peut l’être' }).click();
    await chef
      .getByText(/est au registre/)
      .first()
      .waitFor();
    expect(await hall.rows('SELECT id FROM citizens WHERE id = $1', [citizenId])).toEqual([]);
    await console_.go(chef, '/rgpd');
    await chef.getByText(asked!.number).waitFor();
    expect(await axeFindings(chef)).toEqual([]);
  });
});
