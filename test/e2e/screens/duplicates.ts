import { DESIGNER_MAY_NOT } from './ambassador.js';
import { theCaseGoesAway } from './case.js';
import {
  aRow,
  NO_FILTER,
  NO_ID,
  NO_PARTS,
  NOT_READ_ONLY,
  ONLY_LOOKED_AT,
  READ_ONCE,
  screen,
  triedIn,
} from './screen.js';
import { UNKNOWN } from './stage.js';

const login = 'ambassadrice1';

/** Open requests that may be one. */
export const DUPLICATES = [
  screen({
    name: 'Doublons',
    route: 'doublons',
    login,
    address: '/doublons',
    shows: [aRow],
    loads: 'des doublons',
    states: {
      ...ONLY_LOOKED_AT,
      empty: { login: 'elu.culture', shows: ['Aucun doublon à examiner.'] },
      emptyFilter: NO_FILTER,
      partial: NO_PARTS,
      away: READ_ONCE,
      forbidden: DESIGNER_MAY_NOT,
      notFound: NO_ID,
      stale: READ_ONCE,
    },
  }),
  screen({
    name: 'Doublons, comparaison',
    route: 'doublons/:caseId',
    login,
    address: ({ things }) => `/doublons/${things.asked.caseId}`,
    shows: ['Avec ses mots', 'Ce n’est pas un doublon', 'Demandes liées'],
    loads: 'des demandes semblables',
    states: {
      empty: {
        address: ({ things }) => `/doublons/${things.closed.caseId}`,
        shows: ['Tout a été examiné dans ce groupe.'],
      },
      emptyFilter: NO_FILTER,
      partial: triedIn('duplicates.spec.ts', 'say what did not come of the other, and leave the principal one'),
      away: { act: theCaseGoesAway, shows: ['La comparaison est momentanément indisponible', 'Avec ses mots'] },
      fieldErrors: 'An empty answer cannot be sent: its button stays closed.',
      forbidden: DESIGNER_MAY_NOT,
      notFound: { address: `/doublons/${UNKNOWN}`, shows: ['Cette demande n’existe pas'] },
      stale: 'The facts are read again in place when one of the two changes: nothing is held back.',
      conflict: 'A link that somebody else made meanwhile is refused in words: the group is then read again.',
      readOnly: NOT_READ_ONLY,
      batch: triedIn('links-and-messages.spec.ts', 'are linked from the suggestions, answered once for all by whoever holds them, and unlinked'), // prettier-ignore
    },
  }),
];
