/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { aPothole, call, type Receipt } from '../support/desk.js';
import { axeFindings, picture, settled } from '../support/e2e.js';
import { openConsole } from '../support/open-console.js';

const { console_, hall } = openConsole();

describe('a time limit', () => {
  it('is told in working days, as it was promised', async () => {
    const { caseId, days } = (await aPothole(hall)) as Receipt & { readonly days: readonly { counted: boolean }[] };
    const page = await console_.as('ambassadrice1', `/dossiers/${caseId}`);
    const promised = days.filter(({ counted }) => counted).length;
    await page
      .locator('.pv-case-head')
      .getByText(new RegExp(`Dans ${String(promised)}\\sj\\souvrés`))
      .waitFor();
    await page.context().close();
  });
});

describe('how a list is drawn', () => {
  it('is chosen, is part of its address, and leaves the list as it was when it is taken back', async () => {
    await aPothole(hall);
    const page = await console_.as('ambassadrice1', '/demandes');
    const quartier = page.getByRole('columnheader', { name: 'Quartier' });
    await quartier.waitFor();
    await page.getByRole('button', { name: 'Affichage' }).click();
    await page.getByRole('menuitemradio', { name: 'Compact' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Quartier', checked: true }).click();
    await quartier.waitFor({ state: 'detached' });
    expect(await axeFindings(page)).toEqual([]);
    await page.reload();
    await page.locator('.pv-list[data-density="compact"]').waitFor();
    expect(await quartier.count()).toBe(0);
    expect(new URL(page.url()).searchParams.get('sans')).toBe('quartier');
    await page.getByRole('button', { name: 'Affichage' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Quartier', checked: false }).click();
    await quartier.waitFor();
    await page.context().close();
  });
});

describe('a view kept under a name', () => {
  it('is saved for the organisation, seen by a colleague, changed, put elsewhere in the list, and taken away', async () => {
    const name = `Voirie en retard ${String(Date.now())}`;
    const page = await console_.as('chef.grc', '/pilotage?vue=retard&service=voirie');
    await page.getByRole('button', { name: 'Vues', exact: true }).click();
    await page.getByLabel('Nom de la vue').fill(name);
    await page.getByText('Pour mon organisation', { exact: true }).first().click();
    await page.getByRole('button', { name: 'Enregistrer cette vue' }).click();
    await page.getByRole('list', { name: 'Vues enregistrées' }).last().getByRole('link', { name }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const colleague = await console_.as('chef.voirie', '/taches');
    await colleague.getByRole('navigation').getByRole('link', { name }).click();
    await colleague.waitForURL(/\/pilotage\?vue=retard&service=voirie/);
    const views = page.getByRole('list', { name: 'Vues enregistrées' }).last();
    await page.getByLabel('Nom de la vue').fill(`A ${name}`);
    await page.getByRole('button', { name: 'Enregistrer cette vue' }).click();
    await views.getByRole('link', { name: `A ${name}` }).waitFor();
    await page.getByRole('button', { name: `Descendre A ${name}` }).click();
    await page.getByRole('button', { name: `Descendre A ${name}`, disabled: true }).waitFor();
    expect(await views.getByRole('link').allInnerTexts()).toEqual([name, `A ${name}`]);
    await page.getByRole('button', { name: `Modifier ${name}` }).click();
    const form = page.getByRole('form', { name: `Modifier la vue ${name}` });
    await form.getByLabel('Nouveau nom').fill(`${name} bis`);
    await form.getByText('Pour moi', { exact: true }).click();
    await settled(page);
    expect(await axeFindings(page)).toEqual([]);
    await form.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByRole('button', { name: `Supprimer ${name} bis` }).click();
    await page.getByRole('button', { name: `Supprimer A ${name}` }).click();
    await page.getByText('Aucune vue enregistrée pour cet écran.').waitFor();
    await page.context().close();
    await colleague.context().close();
  });
});

describe('an error in a sheet', () => {
  it('is told where it is read, kept while it is written, and treated by a designer in the catalogue', async () => {
    const text = `Le numéro de l’astreinte a changé ${String(Date.now())}`;
    const page = await console_.as('ambassadrice1', '/connaissances/voirie.nid-de-poule');
    await page.getByRole('button', { name: 'Signaler une erreur dans cette fiche' }).click();
    const field = page.getByLabel(/Ce qui est faux ou manque/);
    await field.fill(text);
    await page.getByText('Brouillon gardé').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.reload();
    await field.waitFor();
    expect(await field.inputValue()).toBe(text);
    await page.getByRole('button', { name: 'Envoyer à la conception' }).click();
    await page.getByRole('list', { name: 'Erreurs déjà signalées' }).getByText(text).waitFor();
    const designer = await console_.as('designer1', '/processus');
    await designer.getByRole('link', { name: /Erreurs signalées/ }).click();
    const report = designer.getByRole('article').filter({ hasText: text });
    await report.getByRole('link', { name: /nid-de-poule/ }).waitFor();
    expect(await axeFindings(designer)).toEqual([]);
    await report.getByRole('button', { name: 'Traité' }).click();
    await report.waitFor({ state: 'detached' });
    await designer.getByRole('button', { name: 'Voir les erreurs traitées' }).click();
    await designer
      .getByRole('article')
      .filter({ hasText: text })
      .getByText(/^Traité/)
      .waitFor();
    await page.context().close();
    await designer.context().close();
  });
});

describe('the channel of the reply', () => {
  it('that cannot reach the citizen is said before anything is sent, when the request comes in and later', async () => {
    const page = await console_.as('ambassadrice1', '/file');
    await page.keyboard.press('c');
    await page.keyboard.type('y a un trou dans la route');
    await page.getByRole('radio', { name: /nid-de-poule/ }).check();
    await page.getByRole('radio', { name: 'par courriel' }).check();
    await page.getByText(/Il faut une adresse électronique pour répondre par courriel/).waitFor();
    await page.keyboard.press('Control+Enter');
    const summary = page.getByRole('alert').filter({ hasText: 'à corriger' });
    await summary.getByText(/Il faut une adresse électronique/).waitFor();
    await page.context().close();
    const { caseId } = await aPothole(hall);
    const later = await console_.as('ambassadrice1', `/dossiers/${caseId}`);
    await later.getByRole('button', { name: 'Autres actions' }).click();
    await later.getByRole('menuitem', { name: 'Changer le mode de réponse' }).click();
    await later.getByText(/Il faut une adresse électronique pour répondre par courriel/).waitFor();
    expect(await later.getByRole('radio', { name: 'par courriel' }).isDisabled()).toBe(true);
    await later.getByRole('radio', { name: 'de vive voix' }).check();
    expect(await axeFindings(later)).toEqual([]);
    await later.getByRole('button', { name: 'Changer le mode de réponse' }).last().click();
    await later
      .getByText(/c’est fait/)
      .first()
      .waitFor();
    await later.context().close();
  });
});

describe('the screen turned to the citizen at the counter', () => {
  it('shows what is written down as it is written, then the number, and is blank once it is put away', async () => {
    const page = await console_.as('ambassadrice1', '/file');
    await page.keyboard.press('c');
    await page.getByRole('region', { name: 'La demande' }).getByText('Guichet', { exact: true }).click();
    const opening = page.waitForEvent('popup');
    await page.getByRole('button', { name: 'Ouvrir l’écran de l’usager' }).click();
    const screen = await opening;
    await page.getByLabel('Ce que dit l’usager').fill('je voudrais savoir quand passe le conseil municipal');
    await screen.getByRole('heading', { level: 1, name: 'Votre demande', exact: true }).waitFor();
    await screen.getByText('je voudrais savoir quand passe le conseil municipal').waitFor();
    expect(await axeFindings(screen)).toEqual([]);
    await page.getByRole('radio', { name: /Je ne sais pas encore/ }).check();
    await page.keyboard.press('Control+Enter');
    const number = await page.getByTestId('case-number').innerText();
    await screen.getByText(number).waitFor();
    await page.getByRole('button', { name: 'Fermer', exact: true }).click();
    await screen.getByRole('heading', { level: 1, name: 'Bienvenue' }).waitFor();
    expect(await axeFindings(screen)).toEqual([]);
    await page.context().close();
  });
});

describe('another process for a request', () => {
  it('shows what is kept, lost and still to ask, says the clock goes on, and continues as new', async () => {
    const { caseId, caseNumber } = await aPothole(hall);
    const promise = async (): Promise<string | undefined> => {
      const { body } = await call<{ clocks: readonly { id: string; dueOn?: string }[] }>(
        await hall.as('ambassadrice1'),
        `GET /cases/${caseId}`,
      );
      return body.clocks.find(({ id }) => id.startsWith('promise'))?.dueOn;
    };
    const before = await promise();
    const page = await console_.as('ambassadrice1', `/dossiers/${caseId}`);
    await page.getByRole('button', { name: 'Autres actions' }).click();
    await page.getByRole('menuitem', { name: 'Requalifier' }).click();
    await page.getByLabel(/Chercher le processus/).fill('trottoir abîmé, pavé descellé');
    await page
      .getByRole('radio', { name: /trottoir abîmé/ })
      .first()
      .check();
    const mapping = page.getByRole('region', { name: 'Ce que devient la demande' });
    await mapping.getByText(/Le délai ne change pas/).waitFor();
    await mapping
      .getByText(/Reprise/)
      .first()
      .waitFor();
    await mapping
      .getByText(/Gardée dans l’historique/)
      .first()
      .waitFor();
    await mapping.getByText('Encore à demander').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'requalification');
    await page.getByRole('button', { name: 'Requalifier' }).last().click();
    await page.getByText(/champs? (est|sont) à corriger/).waitFor();
    await page.getByRole('radio', { name: 'La bordure' }).check();
    await page
      .getByRole('radiogroup', { name: /Risque-t-on de tomber/ })
      .or(page.getByRole('group', { name: /Risque-t-on de tomber/ }))
      .first()
      .getByRole('radio', { name: 'Non' })
      .check();
    await page.getByRole('button', { name: 'Requalifier' }).last().click();
    await page.getByText(`${caseNumber} : c’est fait.`).first().waitFor();
    await page.getByRole('heading', { level: 1, name: /trottoir abîmé/ }).waitFor();
    expect(await promise()).toBe(before);
    expect((await hall.openTasks(caseId)).length).toBeGreaterThan(0);
    await page.context().close();
  });
});

describe('a reminder from the request', () => {
  it('leaves to whoever holds it, and the history keeps it', async () => {
    const { caseId, caseNumber } = await aPothole(hall);
    const page = await console_.as('ambassadrice1', `/dossiers/${caseId}?onglet=echanges`);
    await page.getByRole('button', { name: /^Relancer/ }).click();
    await page.getByLabel(/Un mot avec la relance/).fill('L’usager rappelle pour la seconde fois.');
    await page.getByRole('button', { name: 'Envoyer la relance' }).click();
    await page.getByText(`${caseNumber} : la relance est partie.`).first().waitFor();
    await page.getByText(/Relance envoyée à/).waitFor();
    await page.context().close();
  });
});

describe('figures', () => {
  it('say the same in the sentence, the plots, the table and the export, with their definitions beside', async () => {
    await aPothole(hall);
    const page = await console_.as('chef.grc', '/chiffres?service=voirie');
    const table = page.getByRole('table', { name: 'Chiffres par service' });
    await table.getByRole('rowheader', { name: 'Voirie' }).waitFor();
    const received = await table
      .getByRole('row', { name: /^Total/ })
      .getByRole('cell')
      .first()
      .innerText();
    await page.getByText(new RegExp(`^${received}\\sdemandes? reçues?`)).waitFor();
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: /Exporter/ }).click();
    const lines = readFileSync(await (await downloading).path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines.at(-1)?.split(';')[1]).toBe(received.replaceAll(/\s/g, ''));
    await table.getByRole('button', { name: /Ce que veut dire\s: Part tenue/ }).click();
    await page
      .getByRole('dialog')
      .getByText(/rapportés à tous ceux de la période/)
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await console_.go(page, '/chiffres?service=voirie&theme=funeraire');
    await page.getByText(/Rien n’a été reçu ni répondu pour ces filtres/).waitFor();
    await page.getByRole('button', { name: 'Effacer les filtres' }).click();
    await page
      .getByRole('img', { name: /Engagements tenus et manqués|Part du temps/ })
      .or(page.getByText(/Aucune réponse/))
      .first()
      .waitFor();
    await page.context().close();
  });
});

describe('the menu of the account', () => {
  it('says which look is chosen, and keeps it', async () => {
    const page = await console_.as('ambassadrice1', '/file');
    await page.getByRole('button', { name: /^Compte de/ }).click();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('menuitemradio', { name: 'Sombre', checked: false }).click();
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
    await page.context().close();
  });
});

describe('the help', () => {
  it('lists the keys of the screen below it, and no other', async () => {
    const page = await console_.as('ambassadrice1', '/file');
    const labels = async (): Promise<readonly string[]> => {
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Aide et raccourcis' }).waitFor();
      const found = await page.getByRole('dialog').getByRole('cell').allInnerTexts();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      return found;
    };
    expect(await labels()).toContain('Prendre la suivante');
    await console_.go(page, '/demandes');
    await page.getByRole('combobox', { name: 'Chercher' }).waitFor();
    const there = await labels();
    expect(there).toContain('Aller aux filtres');
    expect(there).not.toContain('Prendre la suivante');
    await page.context().close();
  });
});
