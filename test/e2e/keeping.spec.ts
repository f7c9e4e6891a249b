import { aPothole, call } from '../support/desk.js';
import { axeFindings, NARROW, overflowsSideways, picture } from '../support/e2e.js';
import { openConsole } from '../support/open-console.js';

const { console_, hall } = openConsole();

describe('the data of a request', () => {
  it('are frozen from its page, and said to be erased once they are', async () => {
    const { caseId } = await aPothole(hall);
    const page = await console_.as('chef.grc', `/dossiers/${caseId}`);
    await page.getByText('Geler cette demande').click();
    await page.getByLabel('Motif du gel').fill('Recours contentieux');
    await page.getByLabel('Fin du gel').fill('2099-12-31');
    await page.getByRole('button', { name: 'Geler', exact: true }).click();
    await page.getByText(/Gelée jusqu’au 31\sdécembre 2099/).waitFor();
    await page.getByText('Recours contentieux').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Lever ce gel' }).click();
    await page.getByText('Rien ne gèle cette demande.').waitFor();

    // Its time was over long ago: its citizen asks, and what may go goes.
    const ago = `UPDATE case_files SET status = 'ended', closed_at = '2010-03-01T12:00:00Z' WHERE case_id = $1`;
    await hall.rows(ago, [caseId]);
    const [row] = await hall.rows<{ id: string }>('SELECT citizen_id AS id FROM requests WHERE case_id = $1', [caseId]);
    const head = await hall.as('chef.grc');
    const asked = await call<{ id: string; number: string }>(head, `POST /citizens/${row!.id}/privacy-requests`, {
      body: { kind: 'erasure', receivedOn: '2026-01-31' },
    });
    const body = { outcome: 'granted', answer: 'C’est effacé.', confirm: asked.body.number };
    expect((await call(head, `POST /privacy-requests/${asked.body.id}/erase`, { body })).status).toBe(200);
    await page.reload();
    await page.getByText(/Données effacées le/).waitFor();
    await page.getByText(new RegExp(asked.body.number)).waitFor();
    await page.getByText('Identité effacée.').waitFor();
    await page.setViewportSize(NARROW);
    expect(await overflowsSideways(page)).toBe(false);
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'demande-effacee');
  });

  it('are corrected where the request for it is answered, and the register says which', async () => {
    const { caseId } = await aPothole(hall);
    const [row] = await hall.rows<{ id: string }>('SELECT citizen_id AS id FROM requests WHERE case_id = $1', [caseId]);
    const asked = await call<{ number: string }>(
      await hall.as('chef.grc'),
      `POST /citizens/${row!.id}/privacy-requests`,
      {
        body: { kind: 'rectification', receivedOn: '2026-01-31' },
      },
    );
    const page = await console_.as('chef.grc', `/usagers/${row!.id}/donnees`);
    const request = page.getByRole('region', { name: asked.body.number });
    await request.getByLabel('Téléphone', { exact: true }).fill('0353010203');
    await request.getByLabel('Ce qui est répondu à l’usager').fill('Votre numéro est corrigé.');
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'rectifier');
    await request.getByRole('button', { name: 'Corriger et répondre' }).click();
    await page.getByText(/est au registre/).waitFor();
    await page.goto(`${hall.api}/rgpd`);
    const line = page.getByRole('row', { name: new RegExp(asked.body.number) });
    await line.getByText(/Corrigé\s: Téléphone/).waitFor();
  });
});
