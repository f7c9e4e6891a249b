import { doTask } from '../../support/lives.js';
import { eventually } from '../../support/town-hall.js';
import { serverGoesAway } from './bring-about.js';
import {
  aRow,
  EVERYONE,
  LISTS_FOLLOW,
  NEVER_EMPTY,
  NO_FILTER,
  NO_ID,
  NO_LOT,
  NO_WRITING,
  NO_PARTS,
  NOT_READ_ONLY,
  ONLY_LOOKED_AT,
  READ_ONCE,
  screen,
  triedIn,
} from './screen.js';
import { NOTHING, UNKNOWN, type Standing } from './stage.js';
import type { Cell, Visit } from './states.js';

const login = 'elu.voirie';
const letterOf = ({ task }: Standing): string => `/parapheur/${encodeURIComponent(task.id)}`;
const AMBASSADOR_MAY_NOT: Cell = { login: 'ambassadrice1', shows: ['Votre périmètre est fixé par votre service'] };
const LOT_TRIED = triedIn('validator.spec.ts', 'signs nine letters of ten after one authentication, refuses the one that changed, and says why'); // prettier-ignore

/** Its signer sends it back from another device; it is written anew and waits for the signature again. */
async function theLetterChanges({ page, stage, address }: Visit): Promise<void> {
  await page.getByText('Toutes les pages ont été affichées.').waitFor();
  const taskId = decodeURIComponent(address.split('/').at(-1) ?? '');
  const [row] = await stage.hall.rows<{ case_id: string }>('SELECT case_id FROM tasks WHERE id = $1', [taskId]);
  const caseId = row?.case_id ?? '';
  const body = { letterHash: await stage.hall.letterHash(caseId), to: 'author', remark: 'Donner la date.' };
  await stage.hall.insist(login, `/tasks/${taskId}/send-back`, body);
  await eventually('the letter waits for a signature again', async () => {
    const [open] = await stage.hall.openTasks(caseId);
    if (open === undefined || open.kind === 'sign') return open;
    await doTask(stage.hall, caseId, open);
    return undefined;
  });
}

/** What is read, endorsed and signed. */
export const VALIDATOR = [
  screen({
    name: 'Parapheur',
    route: 'parapheur',
    login,
    address: '/parapheur',
    shows: [aRow, 'à signer'],
    loads: 'du parapheur',
    states: {
      ...ONLY_LOOKED_AT,
      empty: {
        login: 'elu.culture',
        shows: ['Parapheur vide.', /en route vers vous|Prochaine réponse|La prochaine réponse/],
      },
      emptyFilter: { address: `/parapheur?service=${NOTHING}`, shows: ['Aucune réponse pour', 'Effacer les filtres'] },
      partial: { network: { cut: /\/quartiers/ }, shows: [aRow] },
      away: { act: serverGoesAway, shows: ['Le parapheur est momentanément indisponible', aRow] },
      forbidden: AMBASSADOR_MAY_NOT,
      notFound: NO_ID,
      stale: LISTS_FOLLOW,
    },
  }),
  screen({
    name: 'Relecture',
    route: 'parapheur/:taskId',
    login,
    address: ({ things }) => letterOf(things.toSign[0]),
    shows: ['Toutes les pages ont été affichées.', 'Signer et suivant'],
    loads: 'de la lettre',
    states: {
      empty: NEVER_EMPTY,
      emptyFilter: NO_FILTER,
      partial: {
        network: { cut: /\/letters\/[^/]+\/[^/]+$/ },
        shows: ['L’aperçu est momentanément indisponible', 'elle ne peut être ni visée ni signée'],
      },
      away: READ_ONCE,
      fieldErrors: 'The panels to correct and to send back keep their button closed until they are filled in.',
      forbidden: AMBASSADOR_MAY_NOT,
      notFound: {
        address: `/parapheur/${UNKNOWN}.t1`,
        shows: ['Cette réponse n’est plus dans votre parapheur', 'Lire la suivante'],
      },
      stale: {
        address: async (stage) => letterOf(await stage.standing('sign')),
        act: theLetterChanges,
        shows: [/La lettre a changé pendant votre lecture|n’est plus dans votre parapheur/],
      },
      conflict: 'A letter that changed cannot be acted upon before it is read again: it is the stale state.',
      readOnly: {
        address: async (stage) => {
          await stage.away('p-elu-voirie', ['p-chef-eclairage']);
          return letterOf(stage.things.toSign[1]);
        },
        login: 'chef.eclairage',
        shows: ['aucune délégation de signature en vigueur ne vous permet de signer à sa place'],
      },
      batch: NO_LOT,
    },
  }),
  screen({
    name: 'Signature par lot',
    route: 'parapheur/lot',
    login,
    address: '/parapheur/lot',
    shows: [/lettres? à signer/, 'M’authentifier pour signer'],
    loads: 'des lettres',
    states: {
      empty: { login: 'elu.culture', shows: ['Aucune lettre ouverte à signer.'] },
      emptyFilter: NO_FILTER,
      partial: NO_PARTS,
      away: 'The list is taken once: what was read is what is signed.',
      fieldErrors: NO_WRITING,
      forbidden: AMBASSADOR_MAY_NOT,
      notFound: NO_ID,
      stale: 'The list is taken once: what was read is what is signed.',
      conflict: LOT_TRIED,
      readOnly: NOT_READ_ONLY,
      batch: LOT_TRIED,
    },
  }),
  screen({
    name: 'Délégations',
    route: 'delegations',
    login: 'dgs',
    address: '/delegations?portee=all',
    shows: ['Imprimé sur les lettres', 'Enregistrer un arrêté de délégation'],
    loads: 'des délégations',
    states: {
      empty: {
        login: 'referent.dpo',
        address: '/delegations',
        shows: ['Vous n’avez donné ni reçu aucune délégation.'],
      },
      emptyFilter: {
        address: `/delegations?portee=all&q=${NOTHING}`,
        shows: ['Aucune délégation pour', 'Effacer les filtres'],
      },
      partial: { network: { cut: /\/themes/ }, shows: ['Imprimé sur les lettres'] },
      away: READ_ONCE,
      fieldErrors: {
        address: '/delegations',
        act: async ({ page }) => {
          await page.getByRole('button', { name: 'Enregistrer un arrêté de délégation' }).click();
          await page.getByRole('button', { name: 'Enregistrer l’arrêté' }).click();
        },
        shows: ['à corriger'],
      },
      forbidden: EVERYONE,
      notFound: NO_ID,
      stale: READ_ONCE,
      conflict: 'An arrêté is recorded or ended, and never changed.',
      readOnly: { login: 'elu.voirie', address: '/delegations', shows: ['Imprimé sur les lettres'] },
      batch: NO_LOT,
    },
  }),
];
