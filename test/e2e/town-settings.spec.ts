import type { Page } from 'playwright-core';
import { call } from '../support/desk.js';
import { Console } from '../support/e2e.js';
import { runningTownHall } from '../support/running-product.js';

const hall = runningTownHall();
const browser = new Console();
afterAll(async () => {
  await browser.close();
  await hall.close();
});

const STATEMENT = '/reglages/ville?vue=accessibilite';

async function settled(page: Page): Promise<void> {
  await page.getByText('Réglages enregistrés.').waitFor();
  // The next time is told apart from this one.
  await page.getByRole('button', { name: 'Fermer le message' }).click();
}

describe('the settings of the town', () => {
  it('a file of neighbourhoods is looked at, as a list and as a drawing, and left', async () => {
    const page = await browser.as('admin', '/reglages/ville?vue=quartiers');
    const { body } = await call<{ items: readonly { name: string; ring: unknown }[] }>(
      await hall.as('admin'),
      'GET /quartiers',
    );
    const features = body.items
      .slice(0, 2)
      .map(({ name, ring }) => ({ properties: { nom: name }, geometry: { type: 'Polygon', coordinates: [ring] } }));
    await page.locator('input[type=file]').setInputFiles({
      name: 'quartiers.geojson',
      mimeType: 'application/geo+json',
      buffer: Buffer.from(JSON.stringify({ features })),
    });
    const preview = page.getByRole('region', { name: 'Aperçu avant confirmation' });
    await preview.getByText(/2\squartiers reconnus sur 2\stracés/).waitFor();
    expect(await preview.locator('svg path').count()).toBe(2);
    await preview.getByRole('button', { name: 'Ne rien appliquer' }).click();
    await preview.waitFor({ state: 'detached' });
  });

  it('a colleague’s change of the statement is shown beside one’s own', async () => {
    const page = await browser.as('admin', STATEMENT);
    await page.locator('#settings-accessibility-text').fill('Le texte du matin.');
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await settled(page);
    await page.getByLabel('Taux de conformité au RGAA').fill('75');
    const admin = await hall.as('admin');
    const { body } = await call<{ version: number }>(admin, 'GET /public/accessibility');
    await call(admin, 'PUT /settings/accessibility', {
      body: { text: 'Le texte de la collègue.', nonConformities: [] },
      headers: { 'if-match': `"${String(body.version)}"` },
    });
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await page.getByTestId('conflict').waitFor();
    await page.getByRole('button', { name: 'Enregistrer ces choix' }).click();
    await settled(page);
    // Anyone reads both, without an account.
    const anyone = await (await browser.context()).newPage();
    await anyone.goto(`${hall.api}/accessibilite`);
    await anyone.getByText('Le texte de la collègue.').waitFor();
    await anyone.getByText('partiellement conforme').waitFor();
  });
});
