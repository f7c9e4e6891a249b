import { randomUUID } from 'node:crypto';
import { call } from '../../support/desk.js';
import { serverGoesAway, sessionEnds } from './bring-about.js';
import {
  aRow,
  EVERYONE,
  LISTS_FOLLOW,
  NO_FILTER,
  NO_ID,
  NO_PARTS,
  NO_WRITING,
  NOT_READ_ONLY,
  ONLY_LOOKED_AT,
  screen,
  triedIn,
} from './screen.js';
import { NOTHING, UNKNOWN } from './stage.js';
import type { Cell, Visit } from './states.js';

const login = 'ambassadrice1';
/** The bytes of a letter. */
const THE_PDF = /\/letters\/[^/]+\/[^/]+$/;
const LIST_AWAY: Cell = { act: serverGoesAway, shows: ['La liste est momentanément indisponible', aRow] };

/** Someone whose role has nothing to do with it. */
export const DESIGNER_MAY_NOT: Cell = { login: 'designer1', shows: ['Votre périmètre est fixé par votre service'] };

/** A request more urgent than all that are shown: rows never come above others by themselves. */
async function anUrgentRequest({ page, stage }: Visit): Promise<void> {
  await aRow(page).first().waitFor();
  const words = `À qualifier, reçue il y a des jours ${randomUUID()}`;
  const receivedAt = new Date(Date.now() - 9 * 86_400_000).toISOString();
  const request = { channel: 'letter', words, answers: { demande: words }, receivedAt };
  const { status, body } = await stage.hall.post(login, '/requests', request);
  if (status !== 201) throw new Error(JSON.stringify(body));
}

async function aDraft({ hall }: Visit['stage']): Promise<string> {
  const body = { kind: 'request', title: 'Appel à reprendre', body: { key: randomUUID(), words: 'Un appel' } };
  await call(await hall.as(login), 'POST /drafts', { body });
  return '/brouillons';
}

/** The lists of the front office. */
export const AMBASSADOR = [
  screen({
    name: 'Ma file',
    route: 'file',
    login,
    address: '/file?vue=toutes',
    shows: [aRow],
    loads: 'des demandes',
    states: {
      ...ONLY_LOOKED_AT,
      empty: { address: '/file?vue=a-verifier', shows: ['Aucun envoi à vérifier.'] },
      emptyFilter: 'Its views are places of their own, each with its own sentence when there is nothing in it.',
      partial: { network: { cut: /\/tasks\/counts/ }, shows: [aRow] },
      away: LIST_AWAY,
      forbidden: DESIGNER_MAY_NOT,
      notFound: NO_ID,
      stale: { act: anUrgentRequest, shows: ['nouvelle demande — afficher'] },
      conflict: triedIn('ambassador.spec.ts', 'gives the next request to two people who ask at once, never the same'),
      signedOut: { login: 'ambassadrice3', act: sessionEnds, shows: ['Votre session est terminée', 'Se reconnecter'] },
    },
  }),
  screen({
    name: 'En attente',
    route: 'attente',
    login,
    address: '/attente?vue=service',
    shows: [aRow],
    loads: 'des demandes',
    states: {
      ...ONLY_LOOKED_AT,
      empty: { address: '/attente?vue=avis', shows: ['Aucun avis attendu.'] },
      emptyFilter: 'Its views are places of their own, each with its own sentence when there is nothing in it.',
      partial: NO_PARTS,
      away: LIST_AWAY,
      forbidden: DESIGNER_MAY_NOT,
      notFound: NO_ID,
      stale: LISTS_FOLLOW,
    },
  }),
  screen({
    name: 'Demandes',
    route: 'demandes',
    login,
    address: '/demandes',
    shows: [aRow],
    loads: 'des demandes',
    states: {
      ...ONLY_LOOKED_AT,
      empty: { login: 'elu.culture', shows: ['Aucune demande pour l’instant.'] },
      emptyFilter: { address: `/demandes?q=${NOTHING}`, shows: ['Aucune demande pour', 'Effacer les filtres'] },
      partial: { network: { cut: /\/(departments|quartiers)/ }, shows: [aRow] },
      away: LIST_AWAY,
      forbidden: DESIGNER_MAY_NOT,
      notFound: NO_ID,
      stale: LISTS_FOLLOW,
    },
  }),
  screen({
    name: 'Mes brouillons',
    route: 'brouillons',
    login,
    address: aDraft,
    shows: ['Appel à reprendre'],
    loads: 'des brouillons',
    states: {
      ...ONLY_LOOKED_AT,
      empty: { login: 'directeur.ccas', shows: ['Aucun brouillon.'] },
      emptyFilter: NO_FILTER,
      partial: NO_PARTS,
      away: 'Only an act of the reader has it read again, and a failed act is told by itself.',
      forbidden: EVERYONE,
      notFound: NO_ID,
      stale: LISTS_FOLLOW,
    },
  }),
  screen({
    name: 'Courriers à poster',
    route: 'courriers',
    login,
    address: '/courriers',
    shows: [aRow],
    loads: 'des courriers',
    states: {
      empty: { login: 'referent.dpo', shows: ['Aucune lettre à poster.'] },
      emptyFilter: NO_FILTER,
      partial: NO_PARTS,
      away: 'Only an act of the reader has it read again, and a failed act is told by itself.',
      fieldErrors: NO_WRITING,
      forbidden: DESIGNER_MAY_NOT,
      notFound: NO_ID,
      stale: LISTS_FOLLOW,
      conflict:
        'A letter that a colleague has posted leaves the list; posting it twice is refused in words by a toast.',
      readOnly: NOT_READ_ONLY,
      batch:
        'Its lot is a selection: what became of each letter shows in the list itself, which then no longer has it.',
    },
  }),
  screen({
    name: 'Courriers à poster, aperçu',
    route: 'courriers',
    login,
    address: async ({ hall, things }) => {
      const { body } = await hall.get<{ items: readonly { caseId: string; effectId: string }[] }>(
        login,
        '/letters-to-post?limit=200',
      );
      const letter = body.items.find(({ caseId }) => caseId === things.toPost.caseId);
      return `/courriers?apercu=${encodeURIComponent(letter?.effectId ?? '')}`;
    },
    shows: ['1 page'],
    loads: 'de la lettre',
    states: {
      ...ONLY_LOOKED_AT,
      loading: { network: { held: THE_PDF }, shows: ['Chargement de la lettre…'] },
      error: { network: { cut: THE_PDF }, shows: ['L’aperçu est momentanément indisponible', 'Réessayer'] },
      empty: 'A letter has at least one page.',
      emptyFilter: NO_FILTER,
      partial: 'The list stays beside a letter that does not come: that is its error.',
      away: 'The letter is read once: its bytes never change.',
      forbidden: 'Whoever may open the list may read its letters.',
      notFound: {
        address: `/courriers?apercu=${UNKNOWN}`,
        shows: [aRow, 'lettre'],
      },
      stale: 'The bytes of a letter never change.',
    },
  }),
];
