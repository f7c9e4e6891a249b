import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { sessionEnds } from './bring-about.js';
import { NO_FILTER, NO_ID, NO_LOT, NOT_READ_ONLY, screen, triedIn } from './screen.js';
import { NOTHING } from './stage.js';
import type { Visit } from './states.js';

const login = 'ambassadrice2';

/** Each cell takes down a request of its own: a draft is kept under its key. */
const anew = (): string => `/brouillons?nouvelle=${randomUUID()}`;

async function say(page: Page, words: string): Promise<void> {
  await page.getByLabel('Ce que dit l’usager').fill(words);
}

async function aPotholeTakenDown({ page }: Visit): Promise<void> {
  await say(page, 'y a un trou dans la route');
  await page.getByRole('radio', { name: /nid-de-poule/ }).check();
}

async function handOver({ page }: Visit): Promise<void> {
  await page.getByLabel('Ce que dit l’usager').press('Control+Enter');
}

/** Another window of the same browser takes a request down at the counter; it goes when this one leaves. */
async function anAgentWrites({ page, stage }: Visit): Promise<void> {
  const agent = await page.context().newPage();
  page.once('framenavigated', () => void agent.close());
  await agent.goto(`${stage.console_.product.urls.api}${anew()}`);
  await agent.getByRole('region', { name: 'La demande' }).getByText('Guichet', { exact: true }).click();
  await say(agent, 'le lampadaire de ma rue');
}

const ONLY_WINDOWS = 'It reads nothing from the server: it shows what another window of the same browser has.';
const BESIDE = 'The panel reads nothing of its own: the process comes while one types, and its absence is its error.';

/** The panel over any screen, and the receipt at its end. */
export const NEW_REQUEST = [
  screen({
    name: 'Nouvelle demande',
    route: 'brouillons',
    login,
    address: anew,
    shows: ['Vous aurez une réponse au plus tard', 'Bloc-notes', 'Risque'],
    loads: '',
    states: {
      filled: {
        act: aPotholeTakenDown,
        shows: ['Vous aurez une réponse au plus tard', 'Bloc-notes', 'Brouillon gardé'],
      },
      loading: 'It opens at once, without the server.',
      empty: { shows: ['Bloc-notes', 'Transmettre pour qualification'] },
      emptyFilter: { act: ({ page }) => say(page, NOTHING), shows: ['Aucun processus ne correspond bien à ces mots'] },
      partial: BESIDE,
      error: {
        network: { cut: /\/api\/v1\/processes/ },
        act: ({ page }) => say(page, 'y a un trou dans la route'),
        shows: ['Je ne sais pas encore', 'Service momentanément indisponible'],
      },
      away: BESIDE,
      fieldErrors: { act: handOver, shows: ['à corriger', 'Notez ce que dit l’usager.'] },
      forbidden: 'Who may not take down a request has no such panel, and its address opens none.',
      notFound: NO_ID,
      stale: BESIDE,
      conflict: triedIn('ambassador.spec.ts', 'shows the second writer of a citizen’s sheet before, theirs and the other’s, and keeps both'), // prettier-ignore
      offline: {
        act: async ({ page }) => {
          await page.context().setOffline(true);
          await say(page, 'le réseau est coupé');
        },
        shows: ['Hors ligne', 'Brouillon gardé sur ce poste'],
      },
      signedOut: { login: 'ambassadrice3', act: sessionEnds, shows: ['Votre session est terminée', 'Bloc-notes'] },
      readOnly: NOT_READ_ONLY,
      batch: NO_LOT,
    },
  }),
  screen({
    name: 'Nouvelle demande, reçu',
    route: 'brouillons',
    login,
    address: anew,
    shows: [],
    loads: '',
    states: {
      filled: {
        act: async (visit) => {
          await say(visit.page, 'je voudrais savoir quand passe le conseil municipal');
          await visit.page.getByRole('radio', { name: /Je ne sais pas encore/ }).check();
          await handOver(visit);
        },
        shows: [(page) => page.getByTestId('case-number')],
      },
      loading: 'Its button turns while the request leaves; the receipt comes whole.',
      empty: 'A receipt has its number, or is none.',
      emptyFilter: NO_FILTER,
      partial: 'A receipt has its number, or is none.',
      error: {
        act: async (visit) => {
          await say(visit.page, 'je voudrais savoir quand passe le conseil municipal');
          await visit.page.getByRole('radio', { name: /Je ne sais pas encore/ }).check();
          await visit.page.route(/\/api\/v1\/requests/, (route) => route.abort('connectionreset'));
          await handOver(visit);
        },
        shows: ['Service momentanément indisponible', 'Bloc-notes'],
      },
      away: 'The receipt is not read again.',
      fieldErrors: 'Without a receipt there is nothing to correct: tried on « Nouvelle demande ».',
      forbidden: 'Who may not take down a request has no such panel.',
      notFound: NO_ID,
      stale: 'The receipt is not read again.',
      conflict: 'Nobody else writes a request being taken down.',
      offline: 'Without a network no receipt comes: tried on « Nouvelle demande ».',
      readOnly: 'A receipt is to be read, and nothing else.',
      batch: NO_LOT,
    },
  }),
  screen({
    name: 'Écran de l’usager',
    route: '/guichet/ecran',
    login,
    address: '/guichet/ecran',
    shows: ['Votre demande'],
    loads: '',
    states: {
      filled: { act: anAgentWrites, shows: ['Votre demande', 'le lampadaire de ma rue', 'Dites à l’agent'] },
      loading: ONLY_WINDOWS,
      empty: { shows: ['Bienvenue', 'Vos données servent à traiter votre demande.'] },
      emptyFilter: NO_FILTER,
      partial: ONLY_WINDOWS,
      error: ONLY_WINDOWS,
      away: ONLY_WINDOWS,
      fieldErrors: 'The citizen reads it and writes nothing on it.',
      forbidden: ONLY_WINDOWS,
      notFound: NO_ID,
      stale: 'It follows the window of the agent as it is written.',
      conflict: 'The citizen reads it and writes nothing on it.',
      offline: ONLY_WINDOWS,
      signedOut: ONLY_WINDOWS,
      readOnly: 'It is for reading, always: there is nothing to be said of it.',
      batch: NO_LOT,
    },
  }),
];
