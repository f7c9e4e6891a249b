import { aPothole, call } from '../support/desk.js';
import { axeFindings, NARROW, overflowsSideways, picture, settled } from '../support/e2e.js';
import { openConsole } from '../support/open-console.js';

const { console_, hall } = openConsole();

describe('the head of a request', () => {
  it('names who has it and who follows it, and does not crowd a phone', async () => {
    const { caseId } = await aPothole(hall);
    for (const login of ['ambassadrice2', 'chef.voirie', 'chef.grc'])
      await call(await hall.as(login), `PUT /cases/${caseId}/following`, { body: { kind: 'followed' } });
    const page = await console_.as('ambassadrice1', `/dossiers/${caseId}`);
    const head = page.locator('.pv-case-head');
    const [task] = await hall.openTasks(caseId);
    const holder = await call<{ name: string }>(await hall.as('ambassadrice1'), `GET /people/${task?.holder ?? ''}`);
    await head.getByText(holder.body.name).waitFor();
    await head.getByRole('button', { name: /^Suivie par .+ et 2\sautres$/ }).press('Enter');
    const followers = page.getByRole('list', { name: 'Qui suit la demande' }).getByRole('listitem');
    await followers.first().waitFor();
    expect(await followers.count()).toBe(3);
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'suivie-par');
    await page.keyboard.press('Escape');
    await head.getByRole('button', { name: 'Suivre' }).click();
    await head.getByRole('button', { name: 'Suivie', pressed: true }).waitFor();
    await page.setViewportSize(NARROW);
    await settled(page);
    expect(await overflowsSideways(page)).toBe(false);
    await picture(page, 'suivie-par-320');
  });
});

describe('the centre of notifications', () => {
  it('tells a colleague of a note that names them, marks all as read and takes it back, by keyboard and on a phone', async () => {
    const { caseId, caseNumber } = await aPothole(hall);
    const writer = await console_.as('ambassadrice1', `/dossiers/${caseId}?onglet=echanges`);
    await writer.getByRole('button', { name: 'Suivre' }).click();
    await writer.getByRole('button', { name: 'Suivie', pressed: true }).waitFor();
    await writer.getByLabel('Note interne').fill('Peux-tu regarder ?');
    await writer.getByText('Prévenir un collègue').click();
    const { body } = await call<{ name: string }>(await hall.as('ambassadrice1'), 'GET /people/p-chef-voirie');
    await writer.getByRole('combobox', { name: 'Qui prévenir' }).fill(body.name);
    await writer.getByRole('option', { name: new RegExp(body.name) }).click();
    await writer.getByRole('button', { name: `Ne pas prévenir ${body.name}` }).waitFor();
    expect(await axeFindings(writer)).toEqual([]);
    await picture(writer, 'note-mention');
    await writer.getByRole('button', { name: 'Ajouter la note' }).click();
    await writer.getByText('Peux-tu regarder ?').first().waitFor();

    const page = await console_.as('chef.voirie', '/taches');
    const bell = page.getByRole('button', { name: /^Notifications/ });
    await page.getByRole('button', { name: /^Notifications, \d+/ }).waitFor();
    await bell.press('Enter');
    const centre = page.getByRole('dialog', { name: 'Notifications' });
    const item = centre.locator('.pv-notification', { hasText: caseNumber });
    await item.getByText('Mention', { exact: true }).waitFor();
    await settled(page);
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'notifications');
    await centre.getByRole('button', { name: 'Tout marquer comme lu' }).click();
    await centre.getByText('Tout est lu').waitFor();
    await centre.getByRole('button', { name: 'Annuler' }).click();
    await centre.getByText(/à voir$/).waitFor();
    await page.setViewportSize(NARROW);
    await settled(page);
    expect(await overflowsSideways(page)).toBe(false);
    await picture(page, 'notifications-320');
    await item.getByRole('link', { name: new RegExp(caseNumber) }).click();
    await page.waitForURL(`**/dossiers/${caseId}`);
  });

  it('leads to the choice of a channel, kept at once and taken back by its key', async () => {
    const page = await console_.as('chef.voirie', '/taches');
    await page.getByRole('button', { name: /^Notifications/ }).press('Enter');
    await page.getByRole('link', { name: 'Choisir comment être prévenu' }).click();
    await page.waitForURL('**/notifications');
    const mention = page.getByRole('combobox', { name: 'Mention' });
    await mention.selectOption({ label: 'Dans le courriel du matin, à 8\u202fh\u202f30' });
    await page
      .getByText(/^Mention\s: dans le courriel du matin/)
      .first()
      .waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Être prévenu', level: 1 }).waitFor();
    expect(await mention.inputValue()).toBe('digest');
    await page.getByRole('combobox', { name: 'Information' }).selectOption('none');
    await page
      .getByText(/^Information\s: nulle part/)
      .first()
      .waitFor();
    await page.getByRole('heading', { name: 'Être prévenu', level: 1 }).click();
    await page.keyboard.press('z');
    await page.getByText('C’est annulé.').first().waitFor();
    expect(await page.getByRole('combobox', { name: 'Information' }).inputValue()).toBe('application');
    await picture(page, 'channels');
    await mention.selectOption('application');
  });
});
