import { aPothole } from '../support/desk.js';
import { axeFindings, NARROW, overflowsSideways, picture } from '../support/e2e.js';
import { openConsole } from '../support/open-console.js';

const { console_, hall } = openConsole();

describe('the week of the team', () => {
  it('shows each task beside its holder on its day, gives it to a colleague by the keyboard, and feeds a calendar', async () => {
    const { caseId, caseNumber } = await aPothole(hall);
    // A week of its own: one week shows so many tasks at most, and the tests of the tier share one town.
    const [task] = await hall.rows<{ id: string; holder: string; dueOn: string }>(
      'UPDATE tasks SET due_on = due_on + 28 WHERE case_id = $1 AND open RETURNING id, holder, due_on::text AS "dueOn"',
      [caseId],
    );
    const page = await console_.as('chef.voirie', '/taches');
    await page.getByRole('link', { name: 'Semaine de l’équipe' }).click();
    await page.getByRole('heading', { level: 1, name: 'Semaine de l’équipe' }).waitFor();
    await console_.go(page, `/equipe?semaine=${task!.dueOn}`);
    const cell = page.locator(`td[data-column="${task!.dueOn}"]`, { hasText: caseNumber });
    await page.locator('.pv-week-card').first().waitFor();
    const more = page.getByRole('button', { name: /^Et\s/ });
    while ((await more.count()) > 0) await more.first().press('Enter');
    await cell.waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'semaine-equipe');

    await page.getByRole('button', { name: `Confier ${caseNumber} à quelqu’un d’autre` }).press('Enter');
    const colleague = page.getByRole('menuitem').first();
    await colleague.press('Enter');
    await picture(page, 'semaine-equipe-confier');
    await page.getByRole('button', { name: 'Confier la tâche' }).press('Enter');
    await page.getByText(new RegExp(`${caseNumber} est confiée à`)).waitFor();
    const [moved] = await hall.rows<{ holder: string }>('SELECT holder FROM tasks WHERE case_id = $1 AND open', [
      caseId,
    ]);
    expect(moved?.holder).not.toBe(task!.holder);

    await page.getByRole('button', { name: 'Créer l’adresse' }).click();
    const address = await page.getByLabel('Adresse à donner à votre agenda').inputValue();
    expect((await fetch(`${console_.product.urls.api}${new URL(address).pathname}`)).status).toBe(200);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Révoquer l’adresse' }).click();
    await page.getByRole('button', { name: 'Créer l’adresse' }).waitFor();
    await page.setViewportSize(NARROW);
    await picture(page, 'semaine-equipe-320');
    expect(await overflowsSideways(page)).toBe(false);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 1440, height: 900 });
    await picture(page, 'semaine-equipe-sombre');
  });
});
