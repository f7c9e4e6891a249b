import { call } from '../support/desk.js';
import { axeFindings } from '../support/e2e.js';
import { openConsole } from '../support/open-console.js';

const { console_, hall } = openConsole();

describe('a day that several organisations close', () => {
  it('is one line that names them, and each may take it back alone', async () => {
    const admin = await hall.as('admin');
    const label = `Pont ${String(Date.now())}`;
    const date = '2027-03-12';
    for (const organisation of ['ville', 'agglo', 'ccas']) {
      const { status } = await call(admin, 'POST /closures', { body: { organisation, date, kind: 'closed', label } });
      expect(status).toBe(201);
    }
    const page = await console_.as('admin', '/reglages/calendrier');
    const line = page.getByRole('listitem').filter({ hasText: label });
    await line.getByText(/Valmont Agglomération.*CCAS.*Ville de Valmont/).waitFor();
    expect(await line.count()).toBe(1);
    await line.getByRole('button', { name: /^Retirer/ }).click();
    await page.getByRole('menuitem', { name: 'Valmont Agglomération' }).click();
    await line.getByText('Valmont Agglomération').waitFor({ state: 'detached' });
    await line.getByText(/décision.*CCAS.*Ville de Valmont/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await line.getByRole('button', { name: /^Retirer/ }).click();
    await page.getByRole('menuitem', { name: /^Partout/ }).click();
    await line.waitFor({ state: 'detached' });
    const left = await call<readonly { label: string }[]>(admin, 'GET /closures');
    expect(left.body.filter((one) => one.label === label)).toEqual([]);
    await page.context().close();
  });
});
