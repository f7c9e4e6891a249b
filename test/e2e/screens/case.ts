import { openPothole } from '../../support/lives.js';
import {
  EVERYONE,
  NEVER_EMPTY,
  NO_FILTER,
  NO_LOT,
  NO_PARTS,
  NO_WRITING,
  ONLY_LOOKED_AT,
  screen,
  triedIn,
} from './screen.js';
import { cutOff } from './bring-about.js';
import { NOTHING, UNKNOWN, type Stage } from './stage.js';
import type { Cell, Visit } from './states.js';

const login = 'ambassadrice1';
const HIDDEN = 'A case that the reader may not read does not exist for them: it is the same as not found.';
const AS_THE_CASE = 'The tab comes with the case: tried on « Demande ».';

const theCase = ({ things }: Stage): string => `/dossiers/${things.asked.caseId}`;
const tab =
  (name: string) =>
  (stage: Stage): string =>
    `${theCase(stage)}?onglet=${name}`;

/** A colleague gives the citizen's reply another channel. */
async function aColleagueChangesIt({ page, stage }: Visit): Promise<void> {
  const { caseId } = stage.things.asked;
  await page.getByText('Avec ses mots').first().waitFor();
  const { body } = await stage.hall.get<{ replyChannel: string }>('ambassadrice2', `/cases/${caseId}`);
  const channel = body.replyChannel === 'none' ? 'spoken' : 'none';
  await stage.hall.post('ambassadrice2', `/cases/${caseId}/reply-channel`, { channel });
}

/** The case cannot be read any more, then it changes. */
export async function theCaseGoesAway({ page, stage }: Visit): Promise<void> {
  await page.getByText('Avec ses mots').first().waitFor();
  await cutOff(page);
  const { caseId } = stage.things.asked;
  await stage.hall.post('ambassadrice2', `/cases/${caseId}/notes`, { body: 'Une note de plus.' });
  await stage.hall.post('ambassadrice2', `/cases/${caseId}/reply-channel`, { channel: 'spoken' });
}

/** The panel of an act is open, a colleague closes the case, then the act is sent. */
async function aColleagueClosesIt({ page, stage, address }: Visit): Promise<void> {
  await page.getByRole('button', { name: 'Autres actions' }).click();
  await page.getByRole('menuitem', { name: /Clore\s: l’usager renonce/ }).click();
  const caseId = address.split('/').at(-1) ?? '';
  await stage.hall.post('ambassadrice2', `/cases/${caseId}/close`, { conclusion: 'withdrawn' });
  await page.getByTestId('act-panel').getByRole('button', { name: /Clore/ }).click();
}

const CHANGED: Cell = { act: aColleagueChangesIt, shows: ['a modifié cette demande', 'Actualiser'] };

const TAB_STATES = {
  ...ONLY_LOOKED_AT,
  loading: AS_THE_CASE,
  error: AS_THE_CASE,
  away: AS_THE_CASE,
  partial: NO_PARTS,
  forbidden: AS_THE_CASE,
  notFound: AS_THE_CASE,
  stale: AS_THE_CASE,
  empty: NEVER_EMPTY,
  emptyFilter: NO_FILTER,
} as const;

/** One request: its page, its tabs, and beside a list. */
export const CASE = [
  screen({
    name: 'Demande',
    route: 'dossiers/:caseId',
    login,
    address: theCase,
    shows: ['Avec ses mots', 'Il y a un trou devant chez moi.'],
    loads: 'de la demande',
    states: {
      empty: NEVER_EMPTY,
      emptyFilter: NO_FILTER,
      partial: 'What may fail alone has its own tab: tried on « Demande, étapes » and « Demande, liens ».',
      away: { act: theCaseGoesAway, shows: ['La demande est momentanément indisponible', 'Avec ses mots'] },
      fieldErrors: triedIn('console-tools.spec.ts', 'shows what is kept, lost and still to ask, says the clock goes on, and continues as new'), // prettier-ignore
      forbidden: HIDDEN,
      notFound: { address: `/dossiers/${UNKNOWN}`, shows: ['Cette demande n’existe pas'] },
      stale: CHANGED,
      conflict: {
        address: async ({ hall }) => `/dossiers/${(await openPothole(hall)).caseId}`,
        act: aColleagueClosesIt,
        shows: [(page) => page.getByTestId('conflict'), 'Voir la demande telle qu’elle est'],
      },
      readOnly: {
        address: ({ things }) => `/dossiers/${things.closed.caseId}`,
        login: 'admin',
        shows: ['Avec ses mots', 'Demande retirée par l’usager'],
      },
      batch: NO_LOT,
    },
  }),
  screen({
    name: 'Demande, échanges',
    route: 'dossiers/:caseId',
    login,
    address: tab('echanges'),
    shows: ['Note interne', 'Message à l’usager'],
    loads: 'de la demande',
    states: {
      ...TAB_STATES,
      fieldErrors: 'An empty message or note cannot be sent: its button stays closed.',
      conflict: triedIn('links-and-messages.spec.ts', 'see each other, and who writes warns the other, before a message leaves for the citizen'), // prettier-ignore
      empty: {
        address: ({ things }) => `/dossiers/${things.toPost.caseId}?onglet=echanges`,
        login: 'chef.grc',
        shows: ['Pas de message possible'],
      },
    },
  }),
  screen({
    name: 'Demande, documents',
    route: 'dossiers/:caseId',
    login,
    address: ({ things }) => `/dossiers/${things.toSign[0].caseId}?onglet=documents`,
    shows: ['Joindre un document', 'Lettre'],
    loads: 'de la demande',
    states: { ...TAB_STATES, empty: { address: tab('documents'), shows: ['Aucun document.'] } },
  }),
  screen({
    name: 'Demande, liens',
    route: 'dossiers/:caseId',
    login,
    address: tab('liens'),
    shows: ['Demandes liées', 'Peut-être la même chose', 'Pourquoi'],
    loads: 'de la demande',
    states: {
      ...TAB_STATES,
      loading: { network: { held: /\/duplicates/ }, shows: ['Chargement des demandes semblables…'] },
      partial: { network: { cut: /\/duplicates/ }, shows: ['Les rapprochements n’ont pas pu', 'Demandes liées'] },
      empty: { shows: ['Aucune demande n’est liée à celle-ci.'] },
      batch: triedIn('links-and-messages.spec.ts', 'are linked from the suggestions, answered once for all by whoever holds them, and unlinked'), // prettier-ignore
    },
  }),
  screen({
    name: 'Demande, étapes',
    route: 'dossiers/:caseId',
    login,
    address: tab('etapes'),
    shows: ['En cours', 'À venir'],
    loads: 'de la demande',
    states: {
      ...TAB_STATES,
      loading: { network: { held: /\/processes\// }, shows: ['Chargement des étapes…'] },
      partial: { network: { cut: /\/processes\// }, shows: ['Les étapes n’ont pas pu'] },
    },
  }),
  screen({
    name: 'Demande, historique',
    route: 'dossiers/:caseId',
    login,
    address: tab('historique'),
    shows: ['Demande enregistrée'],
    loads: 'de la demande',
    states: TAB_STATES,
  }),
  screen({
    name: 'Demandes, aperçu',
    route: 'demandes',
    login,
    address: ({ things }) => `/demandes?q=${things.asked.caseNumber}&apercu=${things.asked.caseId}`,
    shows: ['Avec ses mots', 'Ouvrir en grand'],
    loads: 'de la demande',
    states: {
      ...ONLY_LOOKED_AT,
      empty: NEVER_EMPTY,
      emptyFilter: NO_FILTER,
      partial: 'The list stays beside a case that does not come: that is its error.',
      error: { network: { cut: /\/cases\/[^?/]+$/ }, shows: ['momentanément indisponible', 'Réessayer'] },
      away: { act: theCaseGoesAway, shows: ['La demande est momentanément indisponible', 'Avec ses mots'] },
      forbidden: HIDDEN,
      notFound: { address: `/demandes?q=${NOTHING}&apercu=${UNKNOWN}`, shows: ['Cette demande n’existe pas'] },
      stale: CHANGED,
      conflict: 'The same panel as the page of the case: tried on « Demande ».',
    },
  }),
  screen({
    name: 'Page introuvable',
    route: '*',
    login,
    address: '/nulle-part',
    shows: ['Cette adresse ne mène à aucun écran.', 'Revenir à mon travail'],
    loads: '',
    states: {
      loading: 'Nothing is read to show it.',
      error: 'Nothing is read to show it.',
      empty: 'It says one thing, always.',
      emptyFilter: NO_FILTER,
      partial: 'Nothing is read to show it.',
      away: 'Nothing is read to show it.',
      fieldErrors: NO_WRITING,
      forbidden: EVERYONE,
      notFound: 'It is the not-found of all addresses: its filled state.',
      stale: 'Nothing is read to show it.',
      conflict: NO_WRITING,
      readOnly: NO_WRITING,
      batch: NO_LOT,
    },
  }),
];
