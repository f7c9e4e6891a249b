import { day } from '../support/absences.js';
import { call } from '../support/desk.js';
import { axeFindings, Console, NARROW, overflowsSideways, picture } from '../support/e2e.js';
import { runningTownHall } from '../support/running-product.js';

const console_ = new Console();
const hall = runningTownHall();
const made: string[] = [];

afterAll(async () => {
  for (const id of made) await call(await hall.as('admin'), `DELETE /delegations/${id}`);
  await console_.close();
  await hall.close();
});

async function delegate(person: string, matter: string, to: string, arrete: string): Promise<void> {
  const body = { person, organisation: 'ville', kind: 'signature', matters: [matter], from: day(), to, arrete };
  const { status, body: given } = await call<{ id: string }>(await hall.as('admin'), 'POST /delegations', { body });
  if (status !== 201) throw new Error(`The delegation was refused: ${JSON.stringify(given)}`);
  made.push(given.id);
}

describe('the delegations of the town', () => {
  it('stand month by month in a calendar, those that end soon are said, and a word finds those of a matter', async () => {
    await delegate('p-dga-technique', 'proprete', day(200), '2026-AR-9101');
    await delegate('p-chef-proprete', 'proprete', day(200), '2026-AR-9102');
    await delegate('p-chef-voirie', 'proprete', day(20), '2026-AR-9103');
    const page = await console_.as('admin', '/delegations');
    await page.getByText(/La délégation de .* \(arrêté n°\s2026-AR-9103\) prend fin le/).waitFor();
    await page.getByLabel('Chercher une personne, une matière, un arrêté').fill('2026-AR-91');
    await page.getByRole('link', { name: 'Calendrier' }).last().click();
    const calendar = page.getByRole('region', { name: 'Calendrier des délégations' });
    const row = (arrete: string): ReturnType<typeof page.locator> =>
      calendar.getByRole('row').filter({ hasText: arrete });
    await row('2026-AR-9101').getByText('tout le mois').first().waitFor({ state: 'attached' });
    await row('2026-AR-9103')
      .getByText(new RegExp(`au ${String(Number(day(20).slice(8)))}`))
      .waitFor();
    expect(await calendar.getByRole('row').count()).toBe(4);
    // A year on, all three are over.
    await page.getByRole('button', { name: 'Douze mois après' }).click();
    await page.getByText(/:\s0\sdélégation/).waitFor();
    await page.getByRole('button', { name: 'Douze mois avant' }).click();
    await page.getByLabel('Chercher une personne, une matière, un arrêté').fill('propreté');
    await row('2026-AR-9102').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'delegations-calendrier');
    await page.setViewportSize(NARROW);
    expect(await overflowsSideways(page)).toBe(false);
  });

  it('are recorded once what is missing was said, each in its words', async () => {
    const page = await console_.as('admin', '/delegations');
    await page.getByRole('button', { name: 'Enregistrer un arrêté de délégation' }).click();
    await page.getByRole('button', { name: 'Enregistrer l’arrêté' }).click();
    const summary = page.getByRole('alert');
    await summary.getByText(/3\schamps sont à corriger/).waitFor();
    await summary.getByRole('link', { name: 'Indiquez le dernier jour de la délégation, compris.' }).click();
    await page.getByLabel('Au (compris)').fill(day(20));
    await summary.getByText(/2\schamps sont à corriger/).waitFor();
    await page.getByRole('button', { name: 'Annuler' }).click();
  });
});
