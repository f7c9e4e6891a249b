import { dropDepartments } from '../support/departments.js';
import { axeFindings, Console, NARROW, overflowsSideways, picture } from '../support/e2e.js';
import { runningTownHall } from '../support/running-product.js';

const hall = runningTownHall();
const console_ = new Console();

afterAll(async () => {
  await dropDepartments(hall);
  await console_.close();
  await hall.close();
});

const LIST = '/reglages/ville?vue=services';

describe('departments and teams', () => {
  it('are found by a word, added, given a team, closed and opened again', async () => {
    const page = await console_.as('admin', LIST);
    await page.getByRole('region', { name: 'Services, ', exact: false }).first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'services');

    await page.getByRole('button', { name: 'Nouveau service' }).click();
    const dialog = page.getByRole('dialog', { name: 'Nouveau service' });
    await dialog.getByLabel(/^Nom/).fill('Essai des lucioles');
    await dialog.getByRole('combobox', { name: /^Direction/ }).fill('systèmes d’information');
    await page.getByRole('option', { name: /systèmes d’information/ }).click();
    await dialog.getByLabel(/^Identifiant/).fill('essai-lucioles');
    await picture(page, 'services-nouveau');
    await dialog.getByRole('button', { name: 'Ajouter le service' }).click();
    await page.getByText('Service ajouté.').first().waitFor();

    await page.getByLabel('Chercher un service ou une équipe').fill('lucioles');
    await page.getByRole('button', { name: 'Modifier Essai des lucioles' }).click();
    const open = page.getByRole('dialog', { name: /Service\sEssai des lucioles/ });
    await open.getByText('Ajouter une équipe').click();
    await open.getByLabel(/^Nom de l’équipe/).fill('Veilleurs');
    await open
      .getByRole('form', { name: 'Nouvelle équipe' })
      .getByLabel(/^Identifiant/)
      .fill('veilleurs');
    await open.getByRole('button', { name: 'Ajouter l’équipe' }).click();
    await open.getByText('essai-lucioles.veilleurs').waitFor();
    expect(await axeFindings(page)).toEqual([]);

    await open.getByText(/gardent son nom/).waitFor();
    await picture(page, 'services-fermer');
    await open.getByRole('button', { name: 'Fermer ce service' }).click();
    await open.getByRole('button', { name: 'Rouvrir ce service' }).waitFor();
    await page.locator('tr').filter({ hasText: 'Essai des lucioles' }).getByText(/Fermé/).waitFor();
    await open.getByRole('button', { name: 'Rouvrir ce service' }).click();
    await open.getByRole('button', { name: 'Fermer ce service' }).waitFor();
  });

  it('one that still serves stays open, and says what names it, on a narrow screen too', async () => {
    const page = await console_.as('admin', `${LIST}&q=voirie&ouvert=voirie`);
    await page.setViewportSize(NARROW);
    await page.getByRole('button', { name: 'Fermer ce service' }).click();
    const refusal = page.getByText(/Ce service sert encore/);
    await refusal.scrollIntoViewIfNeeded();
    await picture(page, 'services-fermer-320');
    expect(await overflowsSideways(page)).toBe(false);
    await page.getByRole('button', { name: 'Fermer', exact: true }).first().click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await overflowsSideways(page)).toBe(false);
    await picture(page, 'services-320');
  });
});
