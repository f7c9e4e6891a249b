/// <reference lib="dom" />
import { axeFindings, NARROW, overflowsSideways, picture, settled } from '../support/e2e.js';
import { aPothole, call } from '../support/desk.js';
import { aCitizen, openPothole } from '../support/lives.js';
import { eventually } from '../support/town-hall.js';
import { openConsole } from '../support/open-console.js';

const { console_, hall } = openConsole();

interface Account {
  readonly id: string;
  readonly email: string;
  readonly version: number;
}

/** Gives a person another address, as an administrator does. @returns the address they had */
async function mailOf(personId: string, email: string): Promise<string> {
  const admin = await hall.as('admin');
  const { body } = await call<Account>(admin, `GET /accounts/${personId}`);
  const change = { body: { email }, headers: { 'if-match': `"${String(body.version)}"` } };
  expect((await call(admin, `PATCH /people/${personId}`, change)).status).toBe(200);
  return body.email;
}

describe('why cases are late', () => {
  it('is unfolded above the late ones: a sentence, a table, what is counted', async () => {
    const receivedAt = new Date(Date.now() - 40 * 86_400_000).toISOString();
    await aPothole(hall, { channel: 'letter', receivedAt });
    const page = await console_.as('chef.grc', '/pilotage?vue=retard&service=voirie');
    await page.getByText('Pourquoi en retard').click();
    await page.getByText(/Ce qui y a pris le plus de temps/).waitFor();
    await page.getByRole('rowheader', { name: 'Avant l’enregistrement' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.setViewportSize(NARROW);
    expect(await overflowsSideways(page)).toBe(false);
    await picture(page, 'pourquoi-en-retard');
  });
});

describe('bulk reminders (scenario 10)', () => {
  it('shows 58 done and 2 failed, retries those alone, and sends nobody the same mail twice', async () => {
    const caseIds: string[] = [];
    while (caseIds.length < 60) caseIds.push((await openPothole(hall)).caseId);
    const [first, second, ...rest] = caseIds;
    const head = await hall.as('chef.grc');
    const moved = await call<{ id: string }>(head, 'POST /lots', {
      body: { kind: 'reassign', caseIds: [first, second], reassign: { holder: 'p-voirie-04' } },
    });
    const others = await call<{ id: string }>(head, 'POST /lots', {
      body: { kind: 'reassign', caseIds: rest, reassign: { holder: 'p-voirie-01' } },
    });
    for (const { body } of [moved, others]) {
      await call(head, `POST /lots/${body.id}/run`);
      await eventually('the cases have their holders', async () => {
        const lot = await call<{ state: string; failed: number }>(head, `GET /lots/${body.id}`);
        return lot.body.state === 'done' && lot.body.failed === 0;
      });
    }
    const address = await mailOf('p-voirie-04', 'perdue@refuse.invalid');
    const lot = await call<{ id: string }>(head, 'POST /lots', { body: { kind: 'remind', caseIds } });
    const page = await console_.as('chef.grc', `/pilotage/lots/${lot.body.id}`);
    await page.getByText(/Rien n’est encore fait/).waitFor();
    await page.getByLabel(/Pour confirmer/).fill('60');
    await page.getByRole('button', { name: 'Envoyer les relances' }).click();
    await page.getByText(/58\s\/\s60\straitées, 2\séchecs/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await mailOf('p-voirie-04', address);
    await page.getByRole('button', { name: /Réessayer les 2 échecs/ }).click();
    await page.getByText(/60\s\/\s60\straitées/).waitFor();
    const sent = await hall.rows<{ count: number }>(
      'SELECT count(*)::int AS count FROM outgoing_messages WHERE effect_id LIKE $1',
      [`lot.${lot.body.id}.%`],
    );
    expect(sent[0]!.count).toBe(60);
    await page.context().close();
  });
});

describe('a lot of reassignments', () => {
  it('is taken back by another, shown before it runs', async () => {
    const caseIds = [(await aPothole(hall)).caseId, (await aPothole(hall)).caseId];
    const holders = async (): Promise<readonly unknown[]> =>
      Promise.all(caseIds.map(async (caseId) => (await hall.openTasks(caseId))[0]?.holder));
    const before = await holders();
    const head = await hall.as('chef.grc');
    const reassign = { holder: before.includes('p-voirie-04') ? 'p-voirie-03' : 'p-voirie-04' };
    const lot = await call<{ id: string }>(head, 'POST /lots', { body: { kind: 'reassign', caseIds, reassign } });
    const page = await console_.as('chef.grc', `/pilotage/lots/${lot.body.id}`);
    await page.getByRole('button', { name: 'Réattribuer' }).click();
    await page.getByText(/2\s\/\s2\straitées/).waitFor();
    expect(await holders()).toEqual([reassign.holder, reassign.holder]);
    const undo = page.getByRole('button', { name: 'Annuler ce lot…' });
    await undo.waitFor();
    await settled(page);
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'lot-a-annuler');
    await undo.press('Enter');
    await page.waitForURL((url) => url.pathname.startsWith('/pilotage/lots/') && !url.pathname.endsWith(lot.body.id));
    await page.getByText(/Rien n’est encore fait\. 2\sdemandes seront traitées/).waitFor();
    expect(await holders()).toEqual([reassign.holder, reassign.holder]);
    await page.getByRole('button', { name: 'Remettre où elles étaient' }).press('Enter');
    await page.getByText(/2\s\/\s2\straitées/).waitFor();
    expect(await holders()).toEqual(before);
    expect(await undo.count()).toBe(0);
    await page.context().close();
  });
});

describe('requests selected in a search', () => {
  it('become a lot whose list is seen before it runs', async () => {
    const word = `zephyrine${String(Date.now())}`;
    for (const place of ['devant l’école', 'derrière la gare']) await aPothole(hall, { words: `${word} ${place}` });
    const page = await console_.as('chef.grc', `/demandes?q=${word}`);
    await page.getByText(/^2\sdemandes affichées$/).waitFor();
    const prepare = page.getByRole('button', { name: 'Relancer', exact: true });
    expect(await prepare.isDisabled()).toBe(true);
    await page.getByLabel(/Sélectionner les 2\sdemandes affichées/).check();
    await page.getByText(/^2\ssélectionnées$/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await prepare.click();
    await page.getByRole('button', { name: 'Voir la liste avant de lancer' }).click();
    await page.waitForURL(/\/pilotage\/lots\//);
    await page.getByText(/2\sdemandes seront traitées/).waitFor();
    await page.context().close();
    const ambassador = await console_.as('ambassadrice1', `/demandes?q=${word}`);
    await ambassador.getByText(/^2\sdemandes affichées$/).waitFor();
    expect(await ambassador.getByRole('checkbox').count()).toBe(0);
    await ambassador.context().close();
  });
});

describe('a date over a public holiday (scenario 11)', () => {
  it('is said with the reason for each day, and moves with a suspension', async () => {
    const page = await console_.as('admin', '/reglages/calendrier');
    await page.getByRole('combobox', { name: 'Chez' }).click();
    await page.getByRole('option', { name: /CCAS/ }).click();
    await page.getByLabel('Demande reçue le').fill('2026-07-10');
    await page.getByText('à rendre le mercredi 15 juillet 2026').waitFor();
    await page.getByText('mardi 14 juillet : ne compte pas, jour férié').waitFor();
    await page.getByLabel(/Suspendu du/).fill('2026-07-13');
    await page.getByText('pas de date tant que le délai est suspendu').waitFor();
    await page.getByLabel('au', { exact: true }).fill('2026-07-13');
    await page.getByText('lundi 13 juillet : ne compte pas, délai suspendu').waitFor();
    expect(await page.getByText('à rendre le mercredi 15 juillet 2026').count()).toBe(0);
    await page.context().close();
  });

  it('stands on the case itself, with the reason for each day', async () => {
    const { status, body } = await hall.post<{ caseId: string }>('ambassadrice1', '/requests', {
      processId: 'senior.sorties-ateliers',
      channel: 'letter',
      receivedAt: '2026-07-10T16:50:00+02:00',
      words: 'Je voudrais deux places pour la sortie au lac.',
      answers: { activite: 'sortie', precision: 'Sortie au lac', places: 2 },
      citizen: aCitizen(),
    });
    expect([status, body]).toMatchObject([201, {}]);
    const page = await console_.as('ambassadrice1', `/dossiers/${body.caseId}`);
    const clock = page.locator('.pv-clock', { hasText: 'Engagement de la ville' });
    await clock.getByText(/reçue\sle\svendredi\s10\sjuillet\s:\sau\splus\stard\sle\smercredi\s15\sjuillet/).waitFor();
    await clock.getByText('Comment cette date est comptée').click();
    const holiday = clock.getByRole('row', { name: /mardi\s14\sjuillet/ });
    expect(await holiday.innerText()).toMatch(/jour\sférié/);
    await page.context().close();
  });
});

const SCREENS = [
  { login: 'chef.grc', address: '/pilotage?vue=toutes', name: 'pilotage' },
  { login: 'chef.grc', address: '/chiffres', name: 'chiffres' },
  { login: 'designer1', address: '/processus', name: 'catalogue' },
  { login: 'designer1', address: '/processus/voirie.nid-de-poule', name: 'processus' },
  { login: 'designer1', address: '/processus/voirie.nid-de-poule/banc', name: 'banc-essai' },
  { login: 'admin', address: '/incidents', name: 'incidents' },
  { login: 'admin', address: '/reglages/comptes', name: 'comptes' },
  { login: 'admin', address: '/reglages/calendrier', name: 'calendrier' },
  { login: 'admin', address: '/reglages/conservation', name: 'conservation' },
] as const;

describe.each(SCREENS)('the screen $name', ({ login, address, name }) => {
  it('has nothing for axe to find, light and dark, and fits 320 px', async () => {
    const page = await console_.as(login, address);
    if (name === 'banc-essai') {
      await page.getByRole('button', { name: /^Référente ou référent\s: répond$/ }).click();
      await page.getByRole('button', { name: '+ 3 jours ouvrés' }).click();
      await page.getByText('3 jours ouvrés passent').first().waitFor();
    }
    await settled(page);
    await picture(page, name);
    expect(await axeFindings(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeFindings(page)).toEqual([]);
    await page.setViewportSize(NARROW);
    expect(await overflowsSideways(page)).toBe(false);
    await page.context().close();
  });
});
