import { call } from '../../support/desk.js';
import { openPothole } from '../../support/lives.js';
import { DESIGNER_MAY_NOT } from './ambassador.js';
import {
  aRow,
  EVERYONE,
  LISTS_FOLLOW,
  NEVER_EMPTY,
  NO_FILTER,
  NO_ID,
  NO_LOT,
  NO_PARTS,
  ONLY_LOOKED_AT,
  READ_ONCE,
  screen,
} from './screen.js';
import { NOTHING, UNKNOWN, type Stage } from './stage.js';
import type { Visit } from './states.js';

const login = 'ambassadrice1';
const PROCESS = 'voirie.nid-de-poule';

const theCitizen = ({ things }: Stage): string => `/usagers/${things.citizenId}`;
/** The form of a citizen of whom nothing was typed before: what is typed is kept as a draft. */
async function corrected(stage: Stage): Promise<string> {
  const { caseId } = await openPothole(stage.hall);
  return `/usagers/${await stage.citizenOf(caseId)}?corriger=oui`;
}

/** Another mail address is typed, a colleague changes the telephone, then it is saved. */
async function aColleagueCorrectsIt({ page, stage, address }: Visit): Promise<void> {
  const citizenId = /\/usagers\/([^?]+)/.exec(address)?.[1] ?? '';
  await page.getByLabel('Commune').fill('Valmont-sur-Marne');
  const colleague = await stage.hall.as('ambassadrice2');
  const { body } = await call<{ version: number }>(colleague, `GET /citizens/${citizenId}`);
  const phone = `0353${String(Date.now()).slice(-6)}`;
  const headers = { 'if-match': `"${String(body.version)}"` };
  await call(colleague, `PATCH /citizens/${citizenId}`, { body: { phone }, headers });
  await page.getByRole('button', { name: 'Enregistrer' }).click();
}

async function aBadAddressIsSaved({ page }: Visit): Promise<void> {
  await page.getByLabel('Courriel').fill('pas-une-adresse');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
}

/** Citizens, and what the town answers them. */
export const CITIZENS = [
  screen({
    name: 'Usagers',
    route: 'usagers',
    login,
    address: '/usagers?q=Citoyen',
    shows: [aRow],
    loads: 'des usagers',
    states: {
      ...ONLY_LOOKED_AT,
      empty: { address: '/usagers', shows: ['Tapez au moins deux lettres'] },
      emptyFilter: { address: `/usagers?q=${NOTHING}`, shows: ['Aucun usager pour', 'Effacer les filtres'] },
      partial: NO_PARTS,
      away: READ_ONCE,
      forbidden: DESIGNER_MAY_NOT,
      notFound: NO_ID,
      stale: LISTS_FOLLOW,
    },
  }),
  screen({
    name: 'Usagers, aperçu',
    route: 'usagers',
    login,
    address: ({ things }) => `/usagers?q=Citoyen&apercu=${things.citizenId}`,
    shows: ['Coordonnées', 'Ouvrir en grand'],
    loads: 'de l’usager',
    states: {
      ...ONLY_LOOKED_AT,
      empty: NEVER_EMPTY,
      emptyFilter: NO_FILTER,
      partial: 'The list stays beside a sheet that does not come: that is its error.',
      error: { network: { cut: /\/citizens\/[^?/]+$/ }, shows: [aRow, 'momentanément indisponible'] },
      away: READ_ONCE,
      forbidden: 'Whoever may search citizens may read those found.',
      notFound: { address: `/usagers?q=Citoyen&apercu=${UNKNOWN}`, shows: ['Cette personne n’existe pas'] },
      stale: READ_ONCE,
      conflict: 'The same form as on the page of the citizen: tried on « Usager ».',
    },
  }),
  screen({
    name: 'Usager',
    route: 'usagers/:citizenId',
    login,
    address: theCitizen,
    shows: ['Coordonnées', 'Ses demandes', 'Corriger la fiche'],
    loads: 'de l’usager',
    states: {
      empty: NEVER_EMPTY,
      emptyFilter: NO_FILTER,
      partial: { network: { cut: /\/citizens\/[^/]+\/cases/ }, shows: ['Ses demandes n’ont pas pu', 'Coordonnées'] },
      away: READ_ONCE,
      fieldErrors: { address: corrected, act: aBadAddressIsSaved, shows: ['1 champ est à corriger'] },
      forbidden: DESIGNER_MAY_NOT,
      notFound: { address: `/usagers/${UNKNOWN}`, shows: ['Cette personne n’existe pas'] },
      stale: 'A change made meanwhile is told when one saves: it is the conflict.',
      conflict: {
        address: corrected,
        act: aColleagueCorrectsIt,
        shows: [(page) => page.getByTestId('conflict'), 'Garder sa version'],
      },
      readOnly: 'Whoever may not correct a sheet has no button for it; the sheet is the same.',
      batch: NO_LOT,
    },
  }),
  screen({
    name: 'Usager, fusion',
    route: 'usagers/:citizenId/fusion/:otherId',
    login,
    address: async (stage) => {
      const [one, two] = [await openPothole(stage.hall), await openPothole(stage.hall)];
      return `/usagers/${await stage.citizenOf(one.caseId)}/fusion/${await stage.citizenOf(two.caseId)}`;
    },
    shows: ['Fiche gardée', 'Fusionner ces deux fiches'],
    loads: 'des deux fiches',
    states: {
      empty: NEVER_EMPTY,
      emptyFilter: NO_FILTER,
      partial: 'One sheet alone is nothing to compare: that is the error.',
      away: READ_ONCE,
      fieldErrors: 'Each field has a choice from the start.',
      forbidden: DESIGNER_MAY_NOT,
      notFound: { address: `/usagers/${UNKNOWN}/fusion/${UNKNOWN}`, shows: ['Cette personne n’existe pas'] },
      stale: READ_ONCE,
      conflict: 'A correction made meanwhile is told when one merges, and both are read again: tried in the API tier.',
      readOnly: 'Whoever may not merge has no button that leads here.',
      batch: NO_LOT,
    },
  }),
  screen({
    name: 'Usager, données personnelles',
    route: 'usagers/:citizenId/donnees',
    login: 'chef.grc',
    address: (stage) => `${theCitizen(stage)}/donnees`,
    shows: ['Aucune demande n’attend de réponse', 'Ce qui peut s’effacer, ce que la loi garde'],
    loads: 'des demandes',
    states: {
      empty: NEVER_EMPTY,
      emptyFilter: NO_FILTER,
      partial: { network: { cut: /\/erasure$/ }, shows: ['momentanément indisponible', 'Geler toutes ses demandes'] },
      away: READ_ONCE,
      fieldErrors: 'The answer keeps its button closed until it is written and its number typed again.',
      forbidden: { login: 'ambassadrice1', shows: ['Votre rôle ne permet pas'] },
      notFound: { address: `/usagers/${UNKNOWN}/donnees`, shows: ['Cette personne n’existe pas'] },
      stale: READ_ONCE,
      conflict: 'A request is answered once: the second is refused in words.',
      readOnly: 'Whoever may not answer does not reach this page.',
      batch: NO_LOT,
    },
  }),
  screen({
    name: 'Usager, données remises',
    route: 'usagers/:citizenId/donnees/remise',
    login: 'chef.grc',
    address: (stage) => `${theCitizen(stage)}/donnees/remise`,
    shows: ['Fiches liées', 'Enregistrer le fichier (JSON)'],
    loads: 'des données',
    states: {
      ...ONLY_LOOKED_AT,
      empty: NEVER_EMPTY,
      emptyFilter: NO_FILTER,
      partial: NO_PARTS,
      away: READ_ONCE,
      forbidden: { login: 'ambassadrice1', shows: ['Votre rôle ne permet pas'] },
      notFound: { address: `/usagers/${UNKNOWN}/donnees/remise`, shows: ['Cette personne n’existe pas'] },
      stale: READ_ONCE,
    },
  }),
  screen({
    name: 'Registre RGPD',
    route: 'rgpd',
    login: 'chef.grc',
    address: '/rgpd',
    shows: ['Registre RGPD', 'Gels en cours'],
    loads: 'du registre',
    states: {
      ...ONLY_LOOKED_AT,
      empty: { shows: ['Gels en cours'] },
      emptyFilter: NO_FILTER,
      partial: { network: { cut: /\/holds$/ }, shows: ['Les gels n’ont pas pu'] },
      away: READ_ONCE,
      forbidden: DESIGNER_MAY_NOT,
      notFound: NO_ID,
      stale: READ_ONCE,
    },
  }),
  screen({
    name: 'Connaissances',
    route: 'connaissances',
    login,
    // Of one theme: a hundred rows take long to look at and show nothing more.
    address: '/connaissances?theme=funeraire',
    shows: [aRow],
    loads: 'des sujets',
    states: {
      ...ONLY_LOOKED_AT,
      empty: 'The catalogue is never empty: the product does not start without it.',
      emptyFilter: {
        address: `/connaissances?q=${NOTHING}`,
        shows: ['Aucun sujet pour', 'Effacer les filtres'],
      },
      partial: NO_PARTS,
      away: READ_ONCE,
      forbidden: EVERYONE,
      notFound: NO_ID,
      stale: READ_ONCE,
    },
  }),
  screen({
    name: 'Connaissances, aperçu',
    route: 'connaissances',
    login,
    address: `/connaissances?theme=funeraire&apercu=${PROCESS}`,
    shows: ['À dire', 'Ouvrir en grand'],
    loads: 'de la fiche',
    states: {
      ...ONLY_LOOKED_AT,
      empty: NEVER_EMPTY,
      emptyFilter: NO_FILTER,
      partial: 'The list stays beside a subject that does not come: that is its error.',
      error: { network: { cut: /\/processes\/[^?/]+$/ }, shows: [aRow, 'momentanément indisponible'] },
      away: READ_ONCE,
      forbidden: EVERYONE,
      notFound: {
        address: '/connaissances?theme=funeraire&apercu=voirie.inconnu',
        shows: ['Ce processus n’existe pas'],
      },
      stale: READ_ONCE,
    },
  }),
  screen({
    name: 'Fiche',
    route: 'connaissances/:processId',
    login,
    address: `/connaissances/${PROCESS}`,
    shows: ['À dire', 'Pratique', 'Les étapes'],
    loads: 'de la fiche',
    states: {
      ...ONLY_LOOKED_AT,
      empty: NEVER_EMPTY,
      emptyFilter: NO_FILTER,
      partial: NO_PARTS,
      away: READ_ONCE,
      fieldErrors: 'The report of an error keeps its button closed until something is written.',
      conflict: 'The report of an error is added, and never changed.',
      forbidden: EVERYONE,
      notFound: { address: '/connaissances/voirie.inconnu', shows: ['Ce processus n’existe pas'] },
      stale: READ_ONCE,
    },
  }),
];
