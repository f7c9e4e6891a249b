import { call } from '../../support/desk.js';
import { farDay, undo } from './far-days.js';
import { form, rows, words, type Form } from './form.js';

const TRIED_IN_KEPT_WORK = 'Both versions are shown: `test/e2e/kept-work.spec.ts`.';
const NOBODY_ELSE = 'It is new: nobody can have changed it.';

interface Hours {
  readonly organisation: string;
  readonly version: number;
  readonly opensAt: number;
  readonly closesAt: number;
  readonly hoursText: string;
}

/** What is written in the back rooms: powers, accounts, the town's own time and words. */
export const BACK_ROOMS: readonly Form[] = [
  form({
    name: 'an arrêté of delegation',
    file: 'pages/delegations/delegation-form.tsx',
    login: 'admin',
    not: { colleague: NOBODY_ELSE },
    at: (ground, said) => ({
      address: '/delegations',
      open: (page) => page.getByRole('button', { name: 'Enregistrer un arrêté de délégation' }).click(),
      field: /^Numéro de l’arrêté/,
      fill: async (page) => {
        await page.getByRole('combobox', { name: /^Délégataire/ }).fill('sports');
        await page.getByRole('option', { name: /sport/i }).first().click();
        const day = farDay();
        await page.getByLabel(/^Du/).fill(day);
        await page.getByLabel(/^Au \(compris\)/).fill(day);
      },
      submit: 'Enregistrer l’arrêté',
      done: words(/La délégation .* est enregistrée/),
      times: rows(ground, 'delegations WHERE arrete = $1', [said]),
      undo: async () => {
        const made = await ground.hall.rows<{ id: string }>('SELECT id FROM delegations WHERE arrete = $1', [said]);
        await undo(
          ground,
          'admin',
          made.map(({ id }) => `/delegations/${id}`),
        );
      },
    }),
  }),
  form({
    name: 'an account for somebody new',
    file: 'pages/settings/account-form.tsx',
    login: 'admin',
    not: { colleague: NOBODY_ELSE },
    at: (ground, said) => {
      const login = `mesaventure.${said.slice(-8)}`;
      return {
        address: '/reglages/comptes?compte=new',
        field: /^Prénom/,
        fill: async (page) => {
          const given = {
            Nom: 'Essai',
            Identifiant: login,
            'Adresse électronique': `${login}@ville.example`,
            Téléphone: '03 53 01 99 99',
            Fonction: 'Agente',
          };
          for (const [label, value] of Object.entries(given))
            await page.getByLabel(new RegExp(`^${label}`)).fill(value);
        },
        submit: /^Enregistrer$/,
        done: words('Compte enregistré.'),
        times: rows(ground, 'people WHERE login = $1', [login]),
      };
    },
  }),
  form({
    name: 'an account',
    file: 'pages/settings/account-form.tsx',
    login: 'admin',
    not: { colleague: TRIED_IN_KEPT_WORK },
    at: (ground, said) => ({
      address: '/reglages/comptes?compte=p-elu-sports',
      field: 'Fonction, comme dans les courriers',
      submit: /^Enregistrer$/,
      done: words('Compte enregistré.'),
      times: rows(ground, `people WHERE id = 'p-elu-sports' AND data ->> 'functionTitle' = $1`, [said]),
    }),
  }),
  form({
    name: 'a closure',
    file: 'pages/settings/new-closure.tsx',
    login: 'admin',
    not: { colleague: NOBODY_ELSE },
    at: (ground, said) => {
      const day = farDay();
      return {
        address: '/reglages/calendrier',
        field: 'Motif affiché',
        fill: (page) => page.getByRole('form', { name: 'Décider une fermeture' }).getByLabel(/^Jour/).fill(day),
        submit: 'Ajouter',
        done: words(/Fermeture décidée/),
        times: rows(ground, 'closures WHERE label = $1', [said]),
        undo: () => undo(ground, 'admin', [`/closures/ville/${day}/closed`]),
      };
    },
  }),
  form({
    name: 'a new street',
    file: 'pages/settings/street-form.tsx',
    login: 'admin',
    not: { colleague: NOBODY_ELSE },
    at: (ground, said) => ({
      address: '/reglages/ville?vue=rues&rue=new',
      field: /^Nom officiel/,
      fill: async (page) => {
        await page.getByLabel(/^Au numéro/).fill('9');
        await page.getByRole('combobox', { name: /^Quartier/ }).fill('Tanneries');
        await page
          .getByRole('option', { name: /Tanneries/ })
          .first()
          .click();
      },
      submit: /^Enregistrer$/,
      done: words('Rue enregistrée.'),
      times: rows(ground, 'streets WHERE name = $1', [said]),
      undo: async () => {
        await ground.hall.rows('DELETE FROM streets WHERE name = $1', [said]);
      },
    }),
  }),
  form({
    name: 'a street',
    file: 'pages/settings/street-form.tsx',
    login: 'admin',
    not: { colleague: 'Both versions are shown: `test/e2e/streets.spec.ts`.' },
    at: (ground, said) => ({
      address: '/reglages/ville?vue=rues&rue=impasse-des-courroies',
      field: /^Nom officiel/,
      submit: /^Enregistrer$/,
      done: words('Rue enregistrée.'),
      times: rows(ground, `streets WHERE id = 'impasse-des-courroies' AND name = $1`, [said]),
    }),
  }),
  form({
    name: 'the statement of accessibility',
    file: 'pages/settings/settings-form.tsx',
    login: 'admin',
    not: { colleague: 'Both versions are shown: `test/e2e/town-settings.spec.ts`.' },
    at: (ground, said) => ({
      address: '/reglages/ville?vue=accessibilite',
      field: /^Déclaration/,
      submit: /^Enregistrer$/,
      done: words('Réglages enregistrés.'),
      times: rows(ground, `town_settings WHERE value::text LIKE '%' || $1 || '%'`, [said]),
    }),
  }),
  form({
    name: 'a view kept under a name',
    file: 'shell/saved-views.tsx',
    login: 'ambassadrice1',
    not: { colleague: NOBODY_ELSE },
    at: (ground, said) => ({
      address: '/demandes?q=trou',
      open: (page) => page.getByRole('button', { name: 'Vues', exact: true }).click(),
      field: /^Nom de la vue/,
      submit: 'Enregistrer cette vue',
      done: words(/est enregistrée\./),
      times: rows(ground, 'saved_views WHERE name = $1', [said]),
      undo: async () => {
        await ground.hall.rows('DELETE FROM saved_views WHERE name = $1', [said]);
      },
    }),
  }),
  form({
    name: 'a play kept as a trial',
    file: 'pages/design/keep-trial.tsx',
    login: 'designer1',
    not: { colleague: NOBODY_ELSE },
    at: (ground, said) => ({
      address: '/processus/voirie.nid-de-poule/banc',
      field: /^Ce que montre cet essai/,
      submit: 'Garder comme essai',
      done: words(/Essai gardé/),
      times: rows(ground, 'process_trials WHERE name = $1', [said]),
      undo: async () => {
        const made = await ground.hall.rows<{ id: string }>('SELECT id FROM process_trials WHERE name = $1', [said]);
        await undo(
          ground,
          'designer1',
          made.map(({ id }) => `/trials/${id}`),
        );
      },
    }),
  }),
  form({
    name: 'opening hours',
    file: 'pages/settings/settings-form.tsx',
    login: 'admin',
    at: async (ground, said) => {
      const admin = await ground.hall.as('admin');
      const calendars = async (): Promise<readonly Hours[]> =>
        (await call<readonly Hours[]>(admin, 'GET /calendars')).body;
      const [first] = await calendars();
      if (first === undefined) throw new Error('No calendar');
      const { organisation, opensAt, closesAt, hoursText } = first;
      const set = async (words: string): Promise<void> => {
        const now = (await calendars()).find((one) => one.organisation === organisation);
        await call(admin, `PUT /calendars/${organisation}/hours`, {
          body: { opensAt, closesAt, hoursText: words },
          headers: { 'if-match': `"${String(now?.version)}"` },
        });
      };
      return {
        address: '/reglages/calendrier',
        field: /^En mots, pour le public/,
        submit: /^Enregistrer$/,
        done: words(/Horaires enregistrés/),
        times: async () => (await calendars()).filter((one) => one.hoursText === said).length,
        undo: () => set(hoursText),
        colleague: {
          act: () => set(`${hoursText} (sauf le samedi)`),
          presses: true,
          told: /ces réglages ont été modifiés entre-temps/,
          then: async (page) => {
            await page.getByRole('button', { name: 'Enregistrer ces choix' }).click();
            await page.getByText(/Horaires enregistrés/).waitFor();
          },
        },
      };
    },
  }),
  form({
    name: 'a view under another name',
    file: 'shell/change-view.tsx',
    login: 'ambassadrice1',
    not: { colleague: 'Both versions are shown: `test/e2e/console-tools.spec.ts`.' },
    at: async (ground, said) => {
      const amb = await ground.hall.as('ambassadrice1');
      const name = `Avant ${said}`;
      const view = { audience: 'mine', screen: '/demandes', name, query: 'q=trou' };
      const { body } = await call<{ id: string }>(amb, 'POST /views', { body: view });
      return {
        address: '/demandes?q=trou',
        open: async (page) => {
          await page.getByRole('button', { name: 'Vues', exact: true }).click();
          await page.getByRole('button', { name: `Modifier ${name}` }).click();
        },
        field: 'Nouveau nom',
        submit: /^Enregistrer$/,
        done: words(/est modifiée\./),
        times: rows(ground, 'saved_views WHERE id = $1 AND name = $2', [body.id, said]),
        undo: async () => {
          await ground.hall.rows('DELETE FROM saved_views WHERE id = $1', [body.id]);
        },
      };
    },
  }),
];
