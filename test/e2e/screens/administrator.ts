import { randomUUID } from 'node:crypto';
import { call } from '../../support/desk.js';
import {
  EVERYONE,
  NEVER_EMPTY,
  NO_FILTER,
  NO_ID,
  NO_LOT,
  NO_PARTS,
  NO_WRITING,
  NOT_READ_ONLY,
  READ_ONCE,
  screen,
  triedIn,
} from './screen.js';
import { NOTHING } from './stage.js';
import type { Cell, Visit } from './states.js';

const login = 'admin';
const AMBASSADOR_MAY_NOT: Cell = { login: 'ambassadrice1', shows: ['Votre périmètre est fixé par votre service'] };
const SOMEBODY = 'p-elu-sports';

/** The function is changed here, the telephone by another administrator, then it is saved. */
async function anotherAdministratorWrites({ page, stage }: Visit): Promise<void> {
  await page.getByLabel('Fonction, comme dans les courriers').fill('Adjointe déléguée aux sports');
  const admin = await stage.hall.as(login);
  const { body } = await call<{ version: number }>(admin, `GET /accounts/${SOMEBODY}`);
  const headers = { 'if-match': `"${String(body.version)}"` };
  const phone = `03 53 01 ${String(Date.now()).slice(-4, -2)} ${String(Date.now()).slice(-2)}`;
  await call(admin, `PATCH /people/${SOMEBODY}`, { body: { phone }, headers });
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
}

const SOME_STREET = 'cour-des-deux-clefs';

/** The name is changed here, the last number by another administrator, then it is saved. */
async function anotherAdministratorNumbers({ page, stage }: Visit): Promise<void> {
  await page.getByLabel(/^Nom officiel/).fill('Cour des Deux-Clés');
  const admin = await stage.hall.as(login);
  const path = `/settings/streets/${SOME_STREET}`;
  const { body } = await call<{ version: number; name: string }>(admin, `GET ${path}`);
  const stretches = [{ from: 1, to: 32 + (Date.now() % 900), quartier: 'centre-halles' }];
  const headers = { 'if-match': `"${String(body.version)}"` };
  await call(admin, `PUT ${path}`, { body: { name: body.name, stretches }, headers });
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
}

async function askedWithAnyCode({ page }: Visit): Promise<void> {
  await page.getByLabel('Numéro de la demande').fill('D-2026-99999');
  await page.getByLabel('Code de suivi').fill('AAAA-BBBB-CCCC');
  await page.getByRole('button', { name: 'Voir ma demande' }).click();
}

/** What the administrator of the product looks after, and what anyone reads. */
export const ADMINISTRATOR = [
  screen({
    name: 'Incidents',
    route: 'incidents',
    login,
    address: '/incidents',
    shows: ['L’accusé de réception n’est pas parti', 'Voir l’exécution dans Temporal', 'Abandonner…'],
    loads: 'des incidents',
    states: {
      empty: { address: '/incidents?vue=regles', shows: ['Aucun incident réglé.'] },
      emptyFilter: NO_FILTER,
      partial: NO_PARTS,
      away: READ_ONCE,
      fieldErrors: {
        act: async ({ page }) => {
          await page.getByRole('button', { name: 'Abandonner…' }).first().click();
        },
        shows: ['Motif (obligatoire)', 'Abandonner avec ce motif'],
      },
      forbidden: AMBASSADOR_MAY_NOT,
      notFound: NO_ID,
      stale: READ_ONCE,
      conflict: 'An incident that somebody else has settled refuses the second, in words by a toast.',
      readOnly: { login: 'chef.grc', shows: ['L’accusé de réception n’est pas parti'] },
      batch: NO_LOT,
    },
  }),
  screen({
    name: 'Comptes et rôles',
    route: 'reglages/comptes',
    login,
    address: '/reglages/comptes',
    shows: ['Nouvelle personne', 'En activité'],
    loads: 'des comptes',
    states: {
      empty: 'There is always one account: that of the reader.',
      emptyFilter: { address: `/reglages/comptes?q=${NOTHING}`, shows: ['Personne pour', 'Effacer les filtres'] },
      partial: { network: { cut: /\/(departments|teams|organisations|directorates)/ }, shows: ['En activité'] },
      away: READ_ONCE,
      fieldErrors: 'The list itself asks nothing: tried on « Comptes et rôles, un compte ».',
      forbidden: AMBASSADOR_MAY_NOT,
      notFound: 'An account that does not exist opens nothing over the list.',
      stale: READ_ONCE,
      conflict: 'The list itself writes nothing: tried on « Comptes et rôles, un compte ».',
      readOnly: NOT_READ_ONLY,
      batch: NO_LOT,
    },
  }),
  screen({
    name: 'Comptes et rôles, un compte',
    route: 'reglages/comptes',
    login,
    address: `/reglages/comptes?q=sports&compte=${SOMEBODY}`,
    shows: ['Désactiver ce compte', 'Enregistrer'],
    loads: 'des comptes',
    states: {
      loading: 'It comes with the list, where it is tried.',
      error: 'It comes with the list, where it is tried.',
      empty: { address: '/reglages/comptes?q=sports&compte=new', shows: ['Prénom', 'Enregistrer'] },
      emptyFilter: NO_FILTER,
      partial: NO_PARTS,
      away: READ_ONCE,
      fieldErrors: {
        address: '/reglages/comptes?q=sports&compte=new',
        act: async ({ page }) => {
          await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
        },
        shows: ['à corriger'],
      },
      forbidden: 'Only administrators may open the list under it, where it is tried.',
      notFound: 'An account that does not exist opens nothing over the list.',
      stale: 'A change made meanwhile is told when one saves: it is the conflict.',
      conflict: {
        act: anotherAdministratorWrites,
        shows: [(page) => page.getByTestId('conflict'), 'Garder sa version'],
      },
      readOnly: NOT_READ_ONLY,
      batch: NO_LOT,
    },
  }),
  screen({
    name: 'Calendrier',
    route: 'reglages/calendrier',
    login,
    address: '/reglages/calendrier',
    shows: ['Quelle échéance ?', 'Fermetures décidées', 'Horaires d’ouverture'],
    loads: 'du calendrier',
    states: {
      empty: 'The days to come of the demonstration town have closures, and an office always has its hours.',
      emptyFilter: NO_FILTER,
      partial: { network: { cut: /\/closures/ }, shows: ['momentanément indisponible', 'Quelle échéance ?'] },
      away: READ_ONCE,
      fieldErrors: {
        act: async ({ page }) => {
          await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
        },
        shows: ['à corriger'],
      },
      forbidden: EVERYONE,
      notFound: NO_ID,
      stale: READ_ONCE,
      conflict: 'A closure is added or taken away; hours changed meanwhile: tried in `test/e2e/misfortunes.spec.ts`.',
      readOnly: { login: 'referent.voirie', shows: ['Fermetures décidées', 'Horaires d’ouverture'] },
      batch: NO_LOT,
    },
  }),
  screen({
    name: 'Réglages de la ville',
    route: 'reglages/ville',
    login,
    address: '/reglages/ville',
    shows: ['Nom légal, en tête des lettres', 'Choisir un logo (SVG ou PNG, 60 ko)'],
    loads: 'des organismes',
    states: {
      empty: 'A town has its organisations from the start.',
      emptyFilter: NO_FILTER,
      partial: 'Each part of the settings has its own address and is read in one call.',
      away: READ_ONCE,
      fieldErrors: {
        address: '/reglages/ville?vue=accessibilite',
        act: async ({ page }) => {
          await page.getByLabel('Taux de conformité au RGAA').fill('140');
          await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
        },
        shows: ['à corriger'],
      },
      forbidden: AMBASSADOR_MAY_NOT,
      notFound: NO_ID,
      stale: 'A change made meanwhile is told when one saves: it is the conflict.',
      conflict: triedIn('town-settings.spec.ts', 'a colleague’s change of the statement is shown beside one’s own'),
      readOnly: NOT_READ_ONLY,
      batch: NO_LOT,
    },
  }),
  screen({
    name: 'Rues',
    route: 'reglages/ville',
    login,
    address: '/reglages/ville?vue=rues',
    shows: ['Importer des rues', 'Nouvelle rue', 'Allée de la Farine'],
    loads: 'des rues',
    states: {
      empty: 'The demonstration town has its streets from the start.',
      emptyFilter: {
        address: `/reglages/ville?vue=rues&q=${NOTHING}`,
        shows: ['Aucune rue pour', 'Effacer les filtres'],
      },
      partial: { network: { cut: /v1\/quartiers/ }, shows: ['Nouvelle rue', 'centre-halles'] },
      away: READ_ONCE,
      fieldErrors: {
        act: async ({ page }) => {
          await page.locator('input[type=file]').setInputFiles({
            name: 'rues.csv',
            mimeType: 'text/csv',
            buffer: Buffer.from('rue;de;à;quartier\nRue des Plumes;1;40;Nulle part'),
          });
        },
        shows: ['n’est pas un quartier de la ville', 'Refusée', 'Retirer aussi'],
      },
      forbidden: AMBASSADOR_MAY_NOT,
      notFound: 'The list names no single street: tried on « Rues, une rue ».',
      stale: READ_ONCE,
      conflict: 'The list itself writes nothing: tried on « Rues, une rue ».',
      readOnly: NOT_READ_ONLY,
      batch: NO_LOT,
    },
  }),
  screen({
    name: 'Rues, une rue',
    route: 'reglages/ville',
    login,
    address: `/reglages/ville?vue=rues&rue=${SOME_STREET}`,
    shows: ['Tronçon 1', 'Retirer cette rue…', 'Enregistrer'],
    loads: 'de la rue',
    states: {
      loading: { network: { held: /streets\/cour/ }, shows: ['Chargement de la rue…'] },
      error: { network: { cut: /streets\/cour/ }, shows: ['momentanément indisponible', 'Réessayer'] },
      empty: { address: '/reglages/ville?vue=rues&rue=new', shows: ['Nouvelle rue', 'Ajouter un tronçon'] },
      emptyFilter: NO_FILTER,
      partial: NO_PARTS,
      away: READ_ONCE,
      fieldErrors: {
        address: '/reglages/ville?vue=rues&rue=new',
        act: async ({ page }) => {
          await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
        },
        shows: ['à corriger'],
      },
      forbidden: 'Only administrators may open the list under it, where it is tried.',
      notFound: {
        address: '/reglages/ville?vue=rues&rue=nulle-part',
        shows: ['Cette rue n’existe pas', 'Chercher une rue'],
      },
      stale: 'A change made meanwhile is told when one saves: it is the conflict.',
      conflict: {
        act: anotherAdministratorNumbers,
        shows: [(page) => page.getByTestId('conflict'), 'Garder sa version'],
      },
      readOnly: NOT_READ_ONLY,
      batch: NO_LOT,
    },
  }),
  screen({
    name: 'Déclaration d’accessibilité',
    route: '/accessibilite',
    login,
    address: '/accessibilite',
    shows: ['Déclaration d’accessibilité', 'Signaler une difficulté'],
    loads: 'de la déclaration',
    states: {
      offline: 'It stands outside the shell: what was read stays before the eyes.',
      empty: 'Before it is written, it says that no audit was made.',
      emptyFilter: NO_FILTER,
      partial: NO_PARTS,
      away: READ_ONCE,
      fieldErrors: NO_WRITING,
      forbidden: 'Anyone may read it, signed in or not.',
      notFound: NO_ID,
      stale: READ_ONCE,
      conflict: NO_WRITING,
      signedOut: 'It is read without a session.',
      readOnly: 'It is for reading, always: there is nothing to be said of it.',
      batch: NO_LOT,
    },
  }),
  screen({
    name: 'Envoyer des photos (téléphone)',
    route: '/depot',
    login,
    address: async ({ hall }) => {
      const opened = await call<{ address: string }>(
        await hall.as('ambassadrice1'),
        `PUT /phone-uploads/${randomUUID()}`,
        {
          body: {},
        },
      );
      return new URL(opened.body.address).pathname + new URL(opened.body.address).hash;
    },
    shows: ['à la demande en cours de saisie', 'Prendre une photo'],
    loads: 'de la page',
    states: {
      offline:
        'It stands outside the shell: what did not leave says so, one file after another, and can be sent again.',
      empty: NEVER_EMPTY,
      emptyFilter: NO_FILTER,
      partial: NO_PARTS,
      away: READ_ONCE,
      fieldErrors: triedIn(
        'phone-scan.spec.ts',
        'sends photographs to the request that is open on the screen, until it is told to stop',
      ),
      forbidden: 'Whoever scanned the code may send, signed in or not.',
      notFound: { address: '/depot#inconnu', shows: ['Cette page d’envoi est fermée'] },
      stale: READ_ONCE,
      conflict: 'What is sent is added: it replaces nothing.',
      signedOut: 'It is read without a session.',
      readOnly: NOT_READ_ONLY,
      batch: NO_LOT,
    },
  }),
  screen({
    name: 'Suivre une demande',
    route: '/suivi',
    login,
    address: '/suivi',
    shows: ['Numéro de la demande', 'Voir ma demande'],
    loads: 'du suivi',
    states: {
      loading: 'Nothing is read before the number and the code are given; then the button says that it works.',
      error: { network: 'cut', act: askedWithAnyCode, shows: ['Le serveur ne répond pas'] },
      offline: 'It stands outside the shell: what was read stays before the eyes.',
      empty: NEVER_EMPTY,
      emptyFilter: NO_FILTER,
      partial: NO_PARTS,
      away: READ_ONCE,
      fieldErrors: { act: askedWithAnyCode, shows: ['Aucune demande ne correspond à ce numéro et à ce code'] },
      forbidden: 'Whoever has the number and the code may read, signed in or not.',
      notFound: 'An unknown number is answered as a wrong code is: nothing is said of what exists.',
      stale: READ_ONCE,
      conflict: 'What a citizen writes is added: it replaces nothing.',
      signedOut: 'It is read without a session.',
      readOnly: NOT_READ_ONLY,
      batch: NO_LOT,
    },
  }),
  screen({
    name: 'Conservation',
    route: 'reglages/conservation',
    login,
    address: '/reglages/conservation',
    shows: ['Durées de conservation', 'Encore conservés'],
    loads: 'des durées',
    states: {
      empty: 'Each process of the catalogue has its time of keeping.',
      emptyFilter: NO_FILTER,
      partial: NO_PARTS,
      away: READ_ONCE,
      fieldErrors: NO_WRITING,
      forbidden: AMBASSADOR_MAY_NOT,
      notFound: NO_ID,
      stale: READ_ONCE,
      conflict: NO_WRITING,
      readOnly: { shows: ['Les durées sont fixées par chaque processus — lecture seule'] },
      batch: NO_LOT,
    },
  }),
];
