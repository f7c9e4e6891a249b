/// <reference lib="dom" />
import type { Page, Route } from 'playwright-core';
import { aPothole, call } from '../support/desk.js';
import { axeFindings } from '../support/e2e.js';
import { eventually } from '../support/town-hall.js';
import { openConsole } from '../support/open-console.js';

const { console_, hall } = openConsole();

const kept = (page: Page): Promise<void> =>
  page
    .getByText(/Brouillon (gardé|retrouvé)/)
    .first()
    .waitFor();

/** The draft comes a moment after the form. */
function holds(page: Page, field: string | RegExp, value: string): Promise<unknown> {
  return eventually(
    `the field holds « ${value} »`,
    async () => (await page.getByLabel(field).first().inputValue()) === value,
  );
}

/** Ends the session as time does, then signs in again from the strip that says so. */
async function comeBack(page: Page, login: string): Promise<void> {
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Se reconnecter' }).click();
  await page.fill('#login', login);
  await page.fill('#password', 'parvis');
  await page.click('button[type=submit]');
  await page.waitForSelector('.pv-shell h1');
}

/** Leaves the person's desk as it was found: a draft kept opens its form again, on the screens of other trials too. */
async function dropDrafts(login: string): Promise<void> {
  const person = await hall.as(login);
  const { body } = await call<{ items: readonly { id: string; version: number }[] }>(person, 'GET /drafts?limit=200');
  for (const { id, version } of body.items) {
    const headers = { 'if-match': `"${String(version)}"` };
    expect((await call(person, `DELETE /drafts/${id}`, { headers })).status).toBeLessThan(300);
  }
}

interface Form {
  readonly login: string;
  readonly address: string;
  /** Brings the form up the first time; what is typed in it brings it up again. */
  readonly open?: (page: Page) => Promise<void>;
  readonly field: string | RegExp;
}

const FORMS: readonly Form[] = [
  { login: 'chef.voirie', address: '/absences', field: /^Au \(compris\)/ },
  { login: 'dgs', address: '/delegations', field: 'Numéro de l’arrêté', open: openDelegation },
  { login: 'admin', address: '/reglages/comptes?compte=new', field: 'Prénom' },
  { login: 'admin', address: '/reglages/calendrier', field: 'Motif affiché' },
  { login: 'admin', address: '/reglages/calendrier', field: /^En mots, pour le public/ },
];

function openDelegation(page: Page): Promise<void> {
  return page.getByRole('button', { name: 'Enregistrer un arrêté de délégation' }).click();
}

describe('what is typed in the back rooms', () => {
  it.each(FORMS)(
    'outlives a reload and a session that ends: $address, $field',
    async ({ login, address, open, field }) => {
      const page = await console_.as(login, address);
      await open?.(page);
      const box = page.getByLabel(field).first();
      const typed = (await box.getAttribute('type')) === 'date' ? '2031-05-14' : 'Écrit puis laissé';
      await box.fill(typed);
      await box.blur();
      await kept(page);
      await page.reload();
      await kept(page);
      await holds(page, field, typed);
      const more = typed.startsWith('2031') ? '2031-05-15' : `${typed}, puis repris`;
      await page.context().clearCookies();
      await page.getByLabel(field).first().fill(more);
      await page.getByLabel(field).first().blur();
      await comeBack(page, login);
      await kept(page);
      await holds(page, field, more);
      expect(await axeFindings(page)).toEqual([]);
      await page.context().close();
      await dropDrafts(login);
    },
  );

  it('is found again from the list of drafts, and is not shown to whoever signs in next on the same machine', async () => {
    const { caseId } = await aPothole(hall);
    const page = await console_.as('ambassadrice1', `/dossiers/${caseId}?onglet=echanges`);
    await page.getByLabel('Note interne').fill('À rappeler demain');
    await page.getByLabel('Note interne').blur();
    await page
      .getByText(/Brouillon gardé/)
      .first()
      .waitFor();
    await console_.go(page, '/brouillons');
    await page
      .getByRole('link', { name: /^Note — / })
      .first()
      .click();
    await holds(page, 'Note interne', 'À rappeler demain');
    // Cut off from the server, the text is on this machine only: the next person must not be given it.
    await page.context().setOffline(true);
    await page.getByLabel('Note interne').fill('Écrit hors ligne');
    await page.getByText('Brouillon gardé sur ce poste').first().waitFor();
    await page.context().setOffline(false);
    await page.context().clearCookies();
    await console_.signIn(page, 'ambassadrice2', `/dossiers/${caseId}?onglet=echanges`);
    await page.getByLabel('Note interne').waitFor();
    expect(await page.getByLabel('Note interne').inputValue()).toBe('');
    await page.context().close();
  });

  it('is kept beside what is typed before a slow network brought it back', async () => {
    const { caseId } = await aPothole(hall);
    const page = await console_.as('ambassadrice1', `/dossiers/${caseId}?onglet=echanges`);
    const note = page.getByLabel('Note interne');
    await note.fill('Écrit hier');
    await note.blur();
    await kept(page);
    const onTheirWay: Route[] = [];
    await page.route('**/api/v1/drafts?*', (route) => void onTheirWay.push(route));
    await page.reload();
    await note.fill('Écrit avant de savoir');
    for (const route of onTheirWay) await route.continue();
    await page.unroute('**/api/v1/drafts?*');
    await page.getByText(/votre texte est gardé dans un second brouillon/).waitFor();
    // The words say what is being done; on a busy machine the second draft is written a moment later.
    await eventually('both drafts are kept', async () => {
      const { body } = await call<{ items: { body: { value: { text: string } } }[] }>(
        await hall.as('ambassadrice1'),
        `GET /drafts?kind=note&caseId=${caseId}`,
      );
      const texts = body.items.map((draft) => draft.body.value.text).sort();
      return texts.join(' + ') === 'Écrit avant de savoir + Écrit hier';
    });
    await page.context().close();
    await dropDrafts('ambassadrice1');
  });

  it('is not overwritten by a second administrator: both versions are shown', async () => {
    const id = 'p-elu-culture';
    const page = await console_.as('admin', `/reglages/comptes?compte=${id}`);
    await page.getByLabel('Fonction, comme dans les courriers').fill('Adjoint délégué à la culture et aux arts');
    const admin = await hall.as('admin');
    const { body } = await call<{ version: number; phone: string }>(admin, `GET /accounts/${id}`);
    const headers = { 'if-match': `"${String(body.version)}"` };
    expect((await call(admin, `PATCH /people/${id}`, { body: { phone: '03 53 01 99 99' }, headers })).status).toBe(200);
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await page.getByTestId('conflict').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Enregistrer ces choix' }).click();
    await page.getByText('Compte enregistré.').first().waitFor();
    const after = await call<{ phone: string; functionTitle: string }>(admin, `GET /accounts/${id}`);
    expect(after.body).toMatchObject({
      phone: '03 53 01 99 99',
      functionTitle: 'Adjoint délégué à la culture et aux arts',
    });
    await page.context().close();
  });
});
