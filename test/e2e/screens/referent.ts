import { DESIGNER_MAY_NOT } from './ambassador.js';
import { serverGoesAway, sessionEnds } from './bring-about.js';
import {
  aRow,
  EVERYONE,
  LISTS_FOLLOW,
  NEVER_EMPTY,
  NO_FILTER,
  NO_ID,
  NO_LOT,
  NO_PARTS,
  NOT_READ_ONLY,
  ONLY_LOOKED_AT,
  READ_ONCE,
  screen,
} from './screen.js';
import { UNKNOWN, type Stage, type Standing } from './stage.js';
import type { Visit } from './states.js';

/** What nobody holds by name is the team's: any of its referents does it. */
const theReferent = ({ hall, things: { asked } }: Stage): string | Promise<string> =>
  asked.task.holder === null ? 'referent.voirie' : hall.loginOf(asked.task);
const addressOf = ({ task }: Standing): string => `/taches/${encodeURIComponent(task.id)}`;

/** A colleague gives the answer that was being written. */
async function aColleagueAnswers({ page, stage, address }: Visit): Promise<void> {
  await page.getByLabel(/Ce qui a été fait/).waitFor();
  const taskId = decodeURIComponent(address.split('/').at(-1) ?? '');
  const [task] = await stage.hall.rows<{ holder: string }>('SELECT holder FROM tasks WHERE id = $1', [taskId]);
  const login = await stage.hall.loginOf({
    id: taskId,
    kind: 'answer',
    role: 'referent',
    holder: task?.holder ?? null,
  });
  const answer = { text: 'Déjà fait.', conclusion: { kind: 'answered' } };
  await stage.hall.insist(login, `/tasks/${taskId}/answer`, answer);
}

async function aReversedAbsence({ page }: Visit): Promise<void> {
  await page.getByLabel(/^Du/).fill('2031-05-14');
  await page.getByLabel(/^Au \(compris\)/).fill('2031-05-01');
  await page.getByRole('button', { name: 'Enregistrer l’absence' }).click();
}

/** Where the referents work. */
export const REFERENT = [
  screen({
    name: 'Mes tâches',
    route: 'taches',
    login: theReferent,
    address: '/taches',
    shows: [aRow],
    loads: 'des tâches',
    states: {
      ...ONLY_LOOKED_AT,
      empty: { login: 'referent.dpo', shows: ['Aucune tâche. Tout est à jour.'] },
      emptyFilter: NO_FILTER,
      partial: { network: { cut: /\/tasks\/counts/ }, shows: [aRow] },
      away: { act: serverGoesAway, shows: ['La liste est momentanément indisponible', aRow] },
      forbidden: DESIGNER_MAY_NOT,
      notFound: NO_ID,
      stale: LISTS_FOLLOW,
    },
  }),
  screen({
    name: 'Mes tâches, l’équipe par lieu',
    route: 'taches',
    login: theReferent,
    address: '/taches?equipe=oui&tri=lieu',
    shows: [aRow],
    loads: 'des tâches',
    states: {
      ...ONLY_LOOKED_AT,
      empty: { login: 'referent.dpo', shows: ['Aucune tâche. Tout est à jour.'] },
      emptyFilter: NO_FILTER,
      partial: { network: { cut: /\/quartiers/ }, shows: [aRow] },
      away: 'The same list as « Mes tâches », where it is tried.',
      forbidden: DESIGNER_MAY_NOT,
      notFound: NO_ID,
      stale: LISTS_FOLLOW,
    },
  }),
  screen({
    name: 'Semaine de l’équipe',
    route: 'equipe',
    login: 'chef.voirie',
    // At the end of a week nothing may be due in it any more.
    address: async ({ hall, things }) => {
      const [task] = await hall.rows<{ dueOn: string }>(`SELECT due_on::text AS "dueOn" FROM tasks WHERE id = $1`, [
        things.asked.task.id,
      ]);
      return `/equipe?semaine=${task?.dueOn ?? ''}`;
    },
    shows: [aRow, 'En retard', 'Sans échéance', 'Mes échéances dans mon agenda'],
    loads: 'de la semaine',
    states: {
      ...ONLY_LOOKED_AT,
      conflict: 'A task that changed meanwhile is refused by a message, and the week is read again.',
      empty: 'Its people are its rows: a department without anybody has no reader.',
      emptyFilter: NO_FILTER,
      partial: { network: { cut: /\/calendar-feed/ }, shows: [aRow, 'L’adresse est momentanément indisponible'] },
      away: 'It is read again every minute, and a failure is told as on « Mes tâches », where it is tried.',
      forbidden: DESIGNER_MAY_NOT,
      notFound: NO_ID,
      stale: LISTS_FOLLOW,
    },
  }),
  screen({
    name: 'Tâche',
    route: 'taches/:taskId',
    login: theReferent,
    address: ({ things }) => addressOf(things.asked),
    shows: ['On vous demande de répondre à cette demande', 'C’est fait, envoyer la réponse'],
    loads: 'de la tâche',
    states: {
      empty: NEVER_EMPTY,
      emptyFilter: NO_FILTER,
      partial: {
        network: { cut: /\/cases\// },
        shows: ['La demande est momentanément indisponible'],
      },
      away: READ_ONCE,
      fieldErrors: 'What is missing keeps the button closed, and what is refused is told by the panel of the act.',
      forbidden: 'A task that the reader may not read does not exist for them: it is the same as not found.',
      notFound: { address: `/taches/${UNKNOWN}.t1`, shows: ['Cette tâche n’existe pas'] },
      stale: {
        login: 'chef.voirie',
        address: async (stage) => addressOf(await stage.standing('answer')),
        act: aColleagueAnswers,
        shows: ['Cette tâche est terminée'],
      },
      conflict: 'An answer given meanwhile ends the task under its reader: it is the stale state.',
      readOnly: {
        login: 'chef.voirie',
        address: ({ things }) => `/taches/${encodeURIComponent(`${things.toSign[0].caseId}.t1`)}`,
        shows: ['Cette tâche est terminée', 'La réponse'],
      },
      batch: NO_LOT,
    },
  }),
  screen({
    name: 'Absences',
    route: 'absences',
    login: 'chef.voirie',
    address: '/absences',
    shows: ['Mes absences', 'Remplacement :', 'Modifier'],
    loads: 'des absences',
    states: {
      empty: { login: 'referent.dpo', shows: ['Aucune absence à venir.'] },
      emptyFilter: NO_FILTER,
      partial: NO_PARTS,
      away: READ_ONCE,
      fieldErrors: { act: aReversedAbsence, shows: ['1 champ est à corriger'] },
      forbidden: EVERYONE,
      notFound: NO_ID,
      stale: READ_ONCE,
      conflict: 'One that a colleague changed meanwhile: tried in `test/e2e/misfortunes.spec.ts`.',
      signedOut: { login: 'chef.eclairage', act: sessionEnds, shows: ['Votre session est terminée', 'Mes absences'] },
      readOnly: 'One sees the absences that one may change, and no other.',
      batch: NO_LOT,
    },
  }),
  screen({
    name: 'Être prévenu',
    route: 'notifications',
    login: 'chef.voirie',
    address: '/notifications',
    shows: ['Action demandée', 'Un collègue vous nomme dans une note interne.'],
    loads: 'de vos choix',
    states: {
      empty: NEVER_EMPTY,
      emptyFilter: NO_FILTER,
      partial: NO_PARTS,
      away: READ_ONCE,
      fieldErrors: 'Each choice is one of a list: nothing can be badly filled.',
      forbidden: EVERYONE,
      notFound: NO_ID,
      stale: READ_ONCE,
      conflict: 'One’s own choices are written by nobody else.',
      readOnly: NOT_READ_ONLY,
      batch: NO_LOT,
    },
  }),
];
