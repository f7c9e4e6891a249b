/// <reference lib="dom" />
import { randomUUID } from 'node:crypto';
import { aPothole, call, someAnswers } from '../support/desk.js';
import { axeFindings, NARROW, overflowsSideways, paletteListens, picture, settled } from '../support/e2e.js';
import { openConsole } from '../support/open-console.js';

const { console_, hall } = openConsole();

describe('the search of requests', () => {
  it('takes operators as chips, typed or chosen, and marks what it found', async () => {
    const word = `zu${randomUUID().slice(0, 8)}`;
    const { caseNumber } = await aPothole(hall, { words: `Les lampadaires ${word} restent éteints` });
    const page = await console_.as('ambassadrice1', '/demandes');
    const field = page.getByRole('combobox', { name: 'Chercher' });
    const chips = page.getByRole('list', { name: 'Opérateurs de la recherche' });
    await page.keyboard.press('/');
    await page.keyboard.type(`${word} lampadaire échéance:<60j`);
    await page.keyboard.press('Enter');
    await chips.getByText(/échéance\s: <60j/).waitFor();
    expect(await field.inputValue()).toBe(`${word} lampadaire`);
    const row = page.getByRole('row').filter({ hasText: caseNumber });
    await row.locator('mark').first().waitFor();
    expect(await row.locator('mark').allInnerTexts()).toEqual(['lampadaires', word]);
    await chips.getByRole('button', { name: 'Restreindre par service' }).click();
    await page.keyboard.type('voi');
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await chips.getByText(/service\s: Voirie/).waitFor();
    await settled(page);
    await picture(page, 'recherche');
    expect(new URL(page.url()).searchParams.get('due')).toBe('60');
    await chips.getByRole('button', { name: /^Retirer échéance/ }).click();
    await page.waitForURL((url) => !url.searchParams.has('due'));
    await row.waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.setViewportSize(NARROW);
    expect(await overflowsSideways(page)).toBe(false);
  });

  it('says that a value means nothing, and keeps what was typed', async () => {
    const page = await console_.as('ambassadrice1', '/demandes');
    await page.keyboard.press('/');
    await page.keyboard.type('banc service:introuvable');
    await page.keyboard.press('Enter');
    await page.getByText(/Rien ne s’appelle ainsi\s: service:introuvable/).waitFor();
    expect(await page.getByRole('combobox', { name: 'Chercher' }).inputValue()).toBe('banc service:introuvable');
  });

  it('offers the last searches of this person on this machine in the empty field, and forgets them when told', async () => {
    const word = `zv${randomUUID().slice(0, 8)}`;
    const page = await console_.as('ambassadrice1', '/demandes');
    await page.keyboard.press('/');
    await page.getByText('Aucune recherche récente sur ce poste.').waitFor();
    await page.keyboard.type(`${word} statut:close`);
    await page.keyboard.press('Enter');
    await page.getByText('Aucune demande pour').waitFor();
    await page.getByRole('button', { name: 'Effacer les filtres' }).click();
    await page.keyboard.press('/');
    await page.getByRole('option', { name: new RegExp(`${word} · statut\\s: close`) }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'recherches-recentes');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('q') === word && url.searchParams.get('status') === 'closed');
    await page.getByRole('button', { name: 'Effacer les filtres' }).click();
    await page.keyboard.press('/');
    await page.getByRole('option', { name: 'Effacer les recherches récentes' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', { name: 'Chercher' }).click();
    await page.getByText('Aucune recherche récente sur ce poste.').waitFor();
  });
});

describe('a list put together in groups', () => {
  it('is chosen in its display, kept by its address and a saved view, counted, and gone through by the keyboard', async () => {
    const word = `zg${randomUUID().slice(0, 8)}`;
    const processId = 'eclairage.lampadaire-eteint';
    const lamp = await aPothole(hall, { processId, answers: await someAnswers(hall, processId), words: word });
    const holes = [await aPothole(hall, { words: word }), await aPothole(hall, { words: word })];
    const page = await console_.as('ambassadrice1', `/demandes?q=${word}`);
    await page.getByText(/^3\sdemandes affichées$/).waitFor();
    await page.getByRole('button', { name: 'Affichage' }).click();
    await page.getByRole('menuitemradio', { name: 'Service' }).click();
    await page.waitForURL((url) => url.searchParams.get('groupe') === 'service');
    const groups = page.getByRole('rowgroup').getByRole('rowheader');
    await groups.nth(1).waitFor();
    expect(await groups.allInnerTexts()).toEqual([
      expect.stringMatching(/^Éclairage public.* 1\sdemande$/),
      expect.stringMatching(/^Voirie.* 2\sdemandes$/),
    ]);
    await page.keyboard.press('Escape');
    await settled(page);
    await picture(page, 'liste-groupee');
    expect(await axeFindings(page)).toEqual([]);
    const numbers: string[] = [];
    expect(await page.getByRole('heading', { level: 2, name: /^Voirie/ }).count()).toBe(1);
    for (let row = 0; row < 3; row += 1) {
      await page.keyboard.press('j');
      numbers.push(/D-\d{4}-\d+/.exec(await page.locator('.pv-row-link:focus').innerText())?.[0] ?? '');
    }
    expect(numbers).toEqual([lamp, ...holes.toReversed()].map(({ caseNumber }) => caseNumber));
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    await page.locator('.pv-row-link:focus', { hasText: lamp.caseNumber }).waitFor();

    await page.getByRole('button', { name: 'Vues' }).click();
    await page.getByLabel('Nom de la vue').fill(word);
    const saved = page.waitForResponse((answer) => answer.url().endsWith('/views') && answer.status() === 201);
    await page.getByRole('button', { name: 'Enregistrer cette vue' }).click();
    await saved;
    const { body } = await call<readonly { name: string; query: string }[]>(
      await hall.as('ambassadrice1'),
      'GET /views',
    );
    expect(new URLSearchParams(body.find(({ name }) => name === word)?.query).get('groupe')).toBe('service');
    await page.keyboard.press('Escape');
    await page.setViewportSize(NARROW);
    await settled(page);
    await picture(page, 'liste-groupee-320');
    expect(await overflowsSideways(page)).toBe(false);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 1440, height: 900 });
    await settled(page);
    await picture(page, 'liste-groupee-sombre');
    expect(await axeFindings(page)).toEqual([]);
  });

  it('does so in the queue and in what waits, the most urgent group first', async () => {
    const words = `Une question ${randomUUID()}`;
    await hall.post('ambassadrice1', '/requests', { channel: 'telephone', words, answers: { demande: words } });
    await aPothole(hall);
    for (const address of ['/file?vue=toutes&groupe=echeance', '/attente?groupe=quartier']) {
      const page = await console_.as('ambassadrice1', address);
      await page.getByRole('rowgroup').getByRole('rowheader').first().waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await picture(page, `groupes${address.startsWith('/file') ? '-file' : '-attente'}`);
      await page.context().close();
    }
  });
});

describe('a street', () => {
  it('finds what lies there, with a letter wrong, in the search and in the palette', async () => {
    const street = `Grenouillère ${randomUUID().slice(0, 5)}`;
    const { caseNumber } = await aPothole(hall, {
      place: { text: `12 bis rue de la ${street}` },
      replyChannel: 'none',
    });
    const typed = `rue de la ${street.replace('ouill', 'ouil')}`;
    const page = await console_.as('ambassadrice1', '/demandes');
    await page.keyboard.press('/');
    await page.keyboard.type(`12 ${typed}`);
    const row = page.getByRole('row').filter({ hasText: caseNumber });
    await row.locator('mark', { hasText: street }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'recherche-rue');
    await console_.go(page, '/file');
    await page.keyboard.press('Control+k');
    await paletteListens(page);
    await page.keyboard.type(typed);
    const found = page.locator('[data-action]', { hasText: caseNumber });
    await found.getByText(street).waitFor();
    await picture(page, 'palette-rue');
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe('the palette', () => {
  it('puts what was opened lately first among those that answer as well', async () => {
    const word = `zp${randomUUID().slice(0, 8)}`;
    const [old] = [await aPothole(hall, { words: word }), await aPothole(hall, { words: word })];
    const page = await console_.as('ambassadrice1', `/dossiers/${old.caseId}`);
    await page.locator('.pv-case-head').waitFor();
    await console_.go(page, '/file');
    await page.keyboard.press('Control+k');
    await paletteListens(page);
    await page.keyboard.type(word);
    const found = page.locator('[data-action]', { hasText: /^D-\d{4}/ });
    await found.nth(1).waitFor();
    expect(await found.first().innerText()).toContain(old.caseNumber);
  });
});
