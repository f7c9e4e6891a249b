import { cutOff } from './bring-about.js';
import {
  aRow,
  NEVER_EMPTY,
  NO_FILTER,
  NO_ID,
  NO_LOT,
  NO_PARTS,
  NO_WRITING,
  ONLY_LOOKED_AT,
  READ_ONCE,
  screen,
} from './screen.js';
import { UNKNOWN } from './stage.js';
import type { Cell, Visit } from './states.js';

const login = 'chef.grc';
const AMBASSADOR_MAY_NOT: Cell = { login: 'ambassadrice1', shows: ['Votre périmètre est fixé par votre service'] };
const REFERENT_MAY_NOT: Cell = { login: 'referent.voirie', shows: ['Votre périmètre est fixé par votre service'] };

/** The day is read again every minute. */
async function aMinutePassesInVain({ page }: Visit): Promise<void> {
  await aRow(page).first().waitFor();
  await cutOff(page);
  await page.clock.fastForward('01:01');
}

/** What the head of the citizen-relations service looks after. */
export const HEAD = [
  screen({
    name: 'Pilotage du jour',
    route: 'pilotage',
    login,
    address: '/pilotage?vue=toutes',
    shows: [aRow, 'Sélectionner les'],
    loads: 'de la journée',
    states: {
      ...ONLY_LOOKED_AT,
      fieldErrors: 'The dialogue that makes a lot keeps its button closed until it can be made.',
      conflict: 'What a colleague did meanwhile to a case is told by the lot, case by case.',
      empty: { login: 'chef.musees', address: '/pilotage', shows: ['Aucune demande en retard. Bonne nouvelle !'] },
      emptyFilter: { address: '/pilotage?vue=toutes&service=musees', shows: ['Aucune demande', 'Effacer les filtres'] },
      partial: { network: { cut: /\/supervision\/cases/ }, shows: ['momentanément indisponible', 'En retard'] },
      away: { act: aMinutePassesInVain, shows: ['Service momentanément indisponible', aRow] },
      forbidden: AMBASSADOR_MAY_NOT,
      notFound: NO_ID,
      stale: 'The figures are read again every minute, in place; the rows only when the view changes.',
      batch: 'The selection becomes a lot, which has its own page: tried on « Lot ».',
    },
  }),
  screen({
    name: 'Mes lots',
    route: 'pilotage/lots',
    login,
    address: '/pilotage/lots',
    shows: ['À lancer', 'Terminé'],
    loads: 'des lots',
    states: {
      ...ONLY_LOOKED_AT,
      empty: { login: 'chef.voirie', shows: ['Aucun lot.'] },
      emptyFilter: NO_FILTER,
      partial: NO_PARTS,
      away: READ_ONCE,
      forbidden: REFERENT_MAY_NOT,
      notFound: NO_ID,
      stale: READ_ONCE,
      batch: 'Each lot has its own page: tried on « Lot ».',
    },
  }),
  screen({
    name: 'Lot',
    route: 'pilotage/lots/:lotId',
    login,
    address: ({ things }) => `/pilotage/lots/${things.lots.prepared}`,
    shows: ['Rien n’est encore fait.', 'Envoyer les relances', 'Laissée de côté'],
    loads: 'du lot',
    states: {
      empty: NEVER_EMPTY,
      emptyFilter: NO_FILTER,
      partial: NO_PARTS,
      away: 'Only a lot that runs is read again, and the strip of the shell says that it cannot be.',
      fieldErrors: 'The number typed to confirm keeps the button closed until it is right.',
      forbidden: REFERENT_MAY_NOT,
      notFound: { address: `/pilotage/lots/${UNKNOWN}`, shows: ['Ce lot n’existe pas'] },
      stale: 'A lot is frozen when it is prepared: nobody else changes it.',
      conflict: 'A lot belongs to the one person who prepared it.',
      readOnly: 'A lot that is done shows its results: it is the batch.',
      batch: { address: ({ things }) => `/pilotage/lots/${things.lots.done}`, shows: ['traitée', 'Laissée de côté'] },
    },
  }),
  screen({
    name: 'Chiffres',
    route: 'chiffres',
    login,
    address: '/chiffres',
    shows: ['Engagements tenus et manqués', 'Où le temps est passé'],
    loads: 'des chiffres',
    states: {
      empty: { address: '/chiffres?du=2019-01-01&au=2019-01-31', shows: ['Rien n’a été reçu ni répondu'] },
      emptyFilter: {
        address: '/chiffres?service=voirie&theme=funeraire',
        shows: ['Rien n’a été reçu ni répondu pour ces filtres', 'Effacer les filtres'],
      },
      partial: { network: { cut: /groupBy=month/ }, shows: ['Les mois n’ont pas pu', 'Où le temps est passé'] },
      away: READ_ONCE,
      fieldErrors: {
        address: '/chiffres?du=2026-02-01&au=2026-01-01',
        shows: [
          'Certaines informations sont absentes ou incorrectes.',
          (page) => page.getByRole('alert').getByRole('listitem'),
        ],
      },
      forbidden: AMBASSADOR_MAY_NOT,
      notFound: NO_ID,
      stale: READ_ONCE,
      conflict: NO_WRITING,
      readOnly: 'Figures are to be read by whoever may open them.',
      batch: NO_LOT,
    },
  }),
];
