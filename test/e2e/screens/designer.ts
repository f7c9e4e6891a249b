import { call } from '../../support/desk.js';
import { EVERYONE, NEVER_EMPTY, NO_FILTER, NO_ID, NO_PARTS, ONLY_LOOKED_AT, READ_ONCE, screen } from './screen.js';
import { NOTHING, type Stage } from './stage.js';
import type { Screen } from './states.js';

const login = 'designer1';
const PROCESS = '/processus/voirie.nid-de-poule';
const MISSING = { address: '/processus/voirie.inconnu', shows: ['Ce processus n’existe pas'] } as const;
const AS_THE_PROCESS = 'The part comes with the process: tried on « Processus, circuit ».';

/** What an ambassador found wrong in a sheet. */
async function aReport({ hall }: Stage): Promise<string> {
  const body = { text: 'La rue citée dans l’exemple n’existe plus.' };
  await call(await hall.as('ambassadrice1'), 'POST /processes/voirie.nid-de-poule/reports', { body });
  return '/processus?vue=erreurs';
}

/** A play that a designer kept. */
async function aTrial({ hall }: Stage): Promise<string> {
  const play = { openedAt: '2026-11-16T09:00:00+01:00', acts: [{ workingDays: 3 }] };
  const body = { name: 'Sans réponse pendant trois jours', play };
  await call(await hall.as(login), 'POST /processes/voirie.nid-de-poule/trials', { body });
  return `${PROCESS}?vue=essais`;
}

/** The parts of a process, by the name of their view. */
const PARTS = [
  { id: 'formulaire', shows: ['Ce que l’usager doit dire'] },
  { id: 'script', shows: ['À demander', 'À dire'] },
  { id: 'lettres', shows: ['Accusé de réception'] },
] as const;

const READ_ONLY_CATALOG = {
  ...ONLY_LOOKED_AT,
  empty: NEVER_EMPTY,
  emptyFilter: NO_FILTER,
  partial: NO_PARTS,
  away: READ_ONCE,
  forbidden: EVERYONE,
  stale: READ_ONCE,
} as const;

/** The catalogue as those who write it look at it. */
export const DESIGNER: readonly Screen[] = [
  screen({
    name: 'Processus',
    route: 'processus',
    login,
    address: '/processus',
    shows: ['processus au catalogue', 'Afficher la suite'],
    loads: 'du catalogue',
    states: {
      ...READ_ONLY_CATALOG,
      empty: 'The catalogue is never empty: the product does not start without it.',
      emptyFilter: { address: `/processus?q=${NOTHING}`, shows: ['Aucun processus pour', 'Effacer les filtres'] },
      notFound: NO_ID,
    },
  }),
  screen({
    name: 'Processus, erreurs signalées',
    route: 'processus',
    login,
    address: aReport,
    shows: ['La rue citée dans l’exemple n’existe plus.'],
    loads: 'des erreurs signalées',
    states: {
      ...READ_ONLY_CATALOG,
      empty: 'Each list holds what the whole town ever found: none is empty again once an error was told and treated.',
      forbidden: 'Who writes no process has no such part: its address shows them the catalogue.',
      notFound: NO_ID,
      conflict: 'An error is treated once: the second who treats it is told so in words by a toast.',
    },
  }),
  screen({
    name: 'Processus, circuit',
    route: 'processus/:processId',
    login,
    address: PROCESS,
    shows: ['Les étapes', 'Essayer sur le banc'],
    loads: 'du processus',
    states: {
      ...READ_ONLY_CATALOG,
      partial: { network: { cut: /\/design$/ }, shows: ['momentanément indisponible', 'Réessayer'] },
      notFound: MISSING,
    },
  }),
  ...PARTS.map(({ id, shows }) =>
    screen({
      name: `Processus, ${id}`,
      route: 'processus/:processId',
      login,
      address: `${PROCESS}?vue=${id}`,
      shows,
      loads: 'du processus',
      states: {
        ...READ_ONLY_CATALOG,
        loading: AS_THE_PROCESS,
        error: AS_THE_PROCESS,
        offline: AS_THE_PROCESS,
        notFound: AS_THE_PROCESS,
      },
    }),
  ),
  screen({
    name: 'Processus, versions',
    route: 'processus/:processId',
    login,
    address: `${PROCESS}?vue=versions`,
    shows: ['Publiée le', 'en vigueur'],
    loads: 'des versions',
    states: {
      ...READ_ONLY_CATALOG,
      loading: { network: { held: /\/versions$/ }, shows: ['Chargement des versions…'] },
      error: { network: { cut: /\/versions$/ }, shows: ['momentanément indisponible', 'Réessayer'] },
      notFound: AS_THE_PROCESS,
    },
  }),
  screen({
    name: 'Processus, essais',
    route: 'processus/:processId',
    login,
    address: aTrial,
    shows: ['Sans réponse pendant trois jours', 'Rejouer les essais (R)', 'Même résultat'],
    loads: 'des essais',
    states: {
      ...READ_ONLY_CATALOG,
      loading: { network: { held: /\/trials$/ }, shows: ['Chargement des essais…'] },
      error: { network: { cut: /\/trials$/ }, shows: ['momentanément indisponible', 'Réessayer'] },
      empty: { address: '/processus/etat-civil.copie-acte-naissance?vue=essais', shows: ['Aucun essai gardé.'] },
      notFound: AS_THE_PROCESS,
    },
  }),
  screen({
    name: 'Comparer deux processus',
    route: 'processus/comparer',
    login,
    address: '/processus/comparer?de=voirie.nid-de-poule&a=eclairage.lampadaire-eteint',
    shows: ['Étapes', 'parties changent'],
    loads: 'de la comparaison',
    states: {
      ...READ_ONLY_CATALOG,
      empty: { address: '/processus/comparer', shows: ['Choisissez les deux processus à comparer.'] },
      notFound: {
        address: '/processus/comparer?de=voirie.inconnu&a=voirie.nid-de-poule',
        shows: ['Ce processus n’existe pas'],
      },
    },
  }),
  screen({
    name: 'Banc d’essai',
    route: 'processus/:processId/banc',
    login,
    address: `${PROCESS}/banc`,
    shows: ['Et ensuite ?', '+ 3 jours ouvrés', 'Référente ou référent'],
    loads: 'du processus',
    states: {
      ...READ_ONLY_CATALOG,
      partial: { network: { cut: /\/bench$/ }, shows: ['Le serveur ne répond pas', 'Recommencer'] },
      notFound: { address: '/processus/voirie.inconnu/banc', shows: ['Ce processus n’existe pas'] },
    },
  }),
];
