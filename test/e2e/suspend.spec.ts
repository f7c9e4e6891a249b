import { aPothole } from '../support/desk.js';
import { axeFindings, NARROW, picture } from '../support/e2e.js';
import { openConsole } from '../support/open-console.js';

const { console_, hall } = openConsole();

describe('« Suspendre »', () => {
  it('says which clock stops and which does not, then leads to the act that does it', async () => {
    const { caseId } = await aPothole(hall);
    const page = await console_.as('ambassadrice1', `/dossiers/${caseId}`);
    const acts = page.getByRole('group', { name: 'Agir sur la demande' });
    await acts.waitFor();
    expect(await page.getByRole('button', { name: 'Suspendre', exact: true }).count()).toBe(0);
    await acts.getByRole('button', { name: 'Autres actions' }).click();
    await page.getByRole('menuitem', { name: 'Suspendre', exact: true }).click();
    const citizen = page.getByRole('region', { name: 'Il manque quelque chose de l’usager' });
    await citizen.getByText(/s’arrête demain, jusqu’au jour où l’usager répond/).waitFor();
    await page
      .getByRole('region', { name: /avis d’un autre service/ })
      .getByText(/continue/)
      .first()
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'suspendre');
    await page.setViewportSize(NARROW);
    await picture(page, 'suspendre-320');
    await citizen.getByRole('button', { name: 'Demander à l’usager' }).click();
    await page.getByLabel(/Ce qui manque/).fill('Une photo du trou');
    await page
      .getByTestId('act-panel')
      .getByRole('button', { name: /Demander à l’usager/ })
      .click();
    await page.getByText('Attend l’usager').first().waitFor();
    const [row] = await hall.rows<{ state: string }>('SELECT clock_state AS state FROM case_files WHERE case_id = $1', [
      caseId,
    ]);
    expect(row?.state).toBe('paused');
  });
});
