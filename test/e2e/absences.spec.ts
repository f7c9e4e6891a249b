import { Absences, day } from '../support/absences.js';
import { aPothole, call } from '../support/desk.js';
import { axeFindings, Console, NARROW, overflowsSideways, picture, settled } from '../support/e2e.js';
import { runningTownHall } from '../support/running-product.js';

const console_ = new Console();
const hall = runningTownHall();
const absences = new Absences(hall);
const WORD = 'Je reste joignable pour les chantiers.';

afterAll(async () => {
  await absences.takeBack();
  await console_.close();
  await hall.close();
});

describe('whoever acts in the place of an absent person', () => {
  it('is told among their notifications, until when and with the word left, also on a phone', async () => {
    await absences.forget('p-voirie-04');
    const when = { from: day(-1), to: day(3), message: WORD };
    const { person } = await absences.away('p-voirie-04', ['p-eclairage-01'], when);
    const { name } = (await call<{ name: string }>(await hall.as('admin'), `GET /people/${person.id}`)).body;
    const page = await console_.as('referent.eclairage', '/taches');
    await page.getByText(new RegExp(`^Vous remplacez aujourd’hui ${name}\\s: son travail`)).waitFor();
    await page.getByRole('button', { name: /^Notifications, \d+/ }).press('Enter');
    const centre = page.getByRole('dialog', { name: 'Notifications' });
    const told = centre.locator('.pv-notification', { hasText: `Vous remplacez ${name}` });
    await told.getByText(/^Jusqu’au .+ compris$/).waitFor();
    await told.getByText(WORD).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'replacement-told');
    await page.setViewportSize(NARROW);
    await settled(page);
    expect(await overflowsSideways(page)).toBe(false);
    await picture(page, 'replacement-told-320');
    await absences.takeBack();
  });
});

describe('the form of an absence that the address names', () => {
  it('waits for the list, and takes in nothing that would stay in the form of a new one', async () => {
    const { id } = await absences.away('p-voirie-04', [], { from: day(40), to: day(41) });
    const page = await console_.as('chef.voirie', '/taches');
    let answer = (): void => undefined;
    const asked = new Promise<void>((resolve) => (answer = resolve));
    await page.route(/\/api\/v1\/absences(\?|$)/, async (route) => {
      await asked;
      await route.continue();
    });
    await page.goto(`${new URL(page.url()).origin}/absences?modifier=${id}`);
    await page.getByText(/Chargement des absences/).waitFor();
    expect(await page.getByLabel('Message pour les collègues').count()).toBe(0);
    answer();
    await page.getByRole('heading', { name: 'Modifier l’absence' }).waitFor();
    await page.getByLabel('Message pour les collègues').fill(WORD);
    await page.getByRole('button', { name: 'Enregistrer l’absence' }).click();
    await page.getByText('L’absence est enregistrée.').first().waitFor();
    const stored = await hall.rows<{ message: string }>('SELECT message FROM absences WHERE id = $1', [id]);
    expect(stored).toEqual([{ message: WORD }]);
    await page.unrouteAll();
    await absences.takeBack();
  });
});

describe('an absence for some processes', () => {
  it('is declared with a word, which colleagues read on the request and before they reassign to that person', async () => {
    const { caseId } = await aPothole(hall);
    const [task] = await hall.openTasks(caseId);
    const holder = task?.holder ?? '';
    const page = await console_.as(await hall.loginOf(task!), '/absences');
    await page.getByRole('combobox', { name: 'Pour ces processus seulement' }).fill('nid de poule');
    await page
      .getByRole('option', { name: /nid-de-poule/i })
      .first()
      .click();
    await page.getByLabel('Message pour les collègues').fill(WORD);
    await page.getByRole('button', { name: 'Enregistrer l’absence' }).click();
    await page.getByText(/^Seulement pour/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'absence-partial');
    const colleague = await console_.as('ambassadrice1', `/dossiers/${caseId}`);
    await colleague.getByText(WORD).first().waitFor();
    await picture(colleague, 'absence-word');
    await page
      .getByRole('button', { name: /^Retirer/ })
      .first()
      .click();
    await page.getByText('L’absence est retirée.').first().waitFor();

    await absences.forget(holder);
    await absences.away(holder, ['p-eclairage-01'], { from: day(-3), to: day() });
    const answer = { text: 'Rebouché.', conclusion: { kind: 'answered' } };
    await hall.insist('referent.eclairage', `/tasks/${task!.id}/answer`, answer);
    await hall.rows(`UPDATE journal_entries SET at = at - interval '1 day' WHERE case_id = $1 RETURNING line`, [
      caseId,
    ]);
    await absences.takeBack();
    await page.reload();
    await page.getByRole('link', { name: 'Ce qui s’est passé pendant votre absence' }).click();
    await page.getByRole('heading', { name: /^Pendant votre absence/ }).waitFor();
    await settled(page);
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'absence-return');
    await page.setViewportSize(NARROW);
    await settled(page);
    expect(await overflowsSideways(page)).toBe(false);
    await picture(page, 'absence-return-320');
    await page.getByRole('button', { name: 'J’ai lu' }).click();
    await page.getByRole('link', { name: 'Ce qui s’est passé pendant votre absence' }).waitFor({ state: 'detached' });
  });
});
