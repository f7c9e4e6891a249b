import { randomUUID } from 'node:crypto';
import { form, journal, rows, words, type Form } from './form.js';

const NOBODY_ELSE = 'What one writes stands beside what others write: nobody can be faster.';
const ambassador = 'ambassadrice1';

/** What is written on a case by those who take it in. */
export const ON_A_CASE: readonly Form[] = [
  form({
    name: 'a new request',
    file: 'pages/new-request/call-form.tsx',
    login: ambassador,
    not: { colleague: NOBODY_ELSE },
    at: (ground, said) => ({
      address: `/file?nouvelle=${randomUUID()}`,
      field: 'Ce que dit l’usager',
      fill: (page) => page.getByRole('radio', { name: /Je ne sais pas encore/ }).check(),
      submit: /^Transmettre/,
      done: (page) => page.getByTestId('case-number'),
      times: rows(ground, 'requests WHERE words = $1', [said]),
    }),
  }),
  form({
    name: 'a note',
    file: 'pages/case/note-composer.tsx',
    login: ambassador,
    not: { colleague: NOBODY_ELSE },
    at: async (ground, said) => {
      const { caseId } = await ground.standing();
      return {
        address: `/dossiers/${caseId}?onglet=echanges`,
        field: 'Note interne',
        submit: /^Ajouter la note/,
        done: words(/Note ajoutée à/),
        times: rows(ground, 'notes WHERE case_id = $1 AND body = $2', [caseId, said]),
      };
    },
  }),
  form({
    name: 'a message to the citizen',
    file: 'pages/case/messages-panel.tsx',
    login: ambassador,
    not: {
      colleague: 'Who else is writing is said by presence (`test/e2e/ambassador.spec.ts`); both messages are meant.',
    },
    at: async (ground) => {
      const { caseId } = await ground.standing();
      return {
        address: `/dossiers/${caseId}?onglet=echanges`,
        field: 'Message à l’usager',
        submit: /^Envoyer à l’usager/,
        done: words(/Message à l’usager enregistré/),
        times: rows(ground, 'case_messages WHERE case_id = $1', [caseId]),
      };
    },
  }),
  form({
    name: 'a callback',
    file: 'pages/case/case-callbacks.tsx',
    login: ambassador,
    not: { colleague: NOBODY_ELSE },
    at: async (ground) => {
      const { caseId } = await ground.standing();
      return {
        address: `/dossiers/${caseId}`,
        open: (page) => page.getByRole('button', { name: /Me rappeler le/ }).click(),
        field: 'Ce qu’il faudra faire',
        submit: 'Enregistrer le rappel',
        done: words(/: rappel le/),
        times: rows(ground, 'callbacks WHERE case_id = $1', [caseId]),
      };
    },
  }),
  form({
    name: 'a reminder to the holder',
    file: 'pages/case/remind-holder.tsx',
    login: ambassador,
    not: { colleague: NOBODY_ELSE },
    at: async (ground) => {
      const { caseId } = await ground.standing();
      return {
        address: `/dossiers/${caseId}`,
        open: (page) => page.getByRole('button', { name: /^Relancer/ }).click(),
        field: /^Un mot avec la relance/,
        submit: 'Envoyer la relance',
        done: words(/la relance est partie/),
        times: rows(
          ground,
          `lot_items i JOIN lots l ON l.id = i.lot_id WHERE i.case_id = $1 AND i.state <> 'waiting'`,
          [caseId],
        ),
      };
    },
  }),
  form({
    name: 'an error found in a sheet',
    file: 'pages/knowledge/report-error.tsx',
    login: ambassador,
    not: { colleague: NOBODY_ELSE },
    at: (ground, said) => ({
      address: '/connaissances/voirie.nid-de-poule',
      open: (page) => page.getByRole('button', { name: 'Signaler une erreur dans cette fiche' }).click(),
      field: /^Ce qui est faux ou manque/,
      submit: 'Envoyer à la conception',
      done: words('L’erreur est signalée à la conception des processus.'),
      times: rows(ground, 'sheet_reports WHERE body = $1', [said]),
    }),
  }),
  form({
    name: 'a message cut into several requests',
    file: 'pages/case/unqualified/split-panel.tsx',
    login: ambassador,
    not: { colleague: 'Whoever qualifies it first ends the task: tried on the answer of a referent.' },
    at: async (ground, said) => {
      const { caseId } = await ground.message(`Ma rue est noire. ${said}`);
      return {
        address: `/dossiers/${caseId}?acte=scinder`,
        field: /^Autre demande n°/,
        submit: /^Ouvrir 1\sautre demande/,
        done: words(/est scindée/),
        times: rows(ground, 'requests WHERE words = $1', [said]),
      };
    },
  }),
  form({
    name: 'a request given to somebody else',
    file: 'pages/case/acts/use-act.ts',
    login: 'chef.grc',
    not: { colleague: 'The same conflict as any act of a case: `test/e2e/ambassador.spec.ts`.' },
    at: async (ground) => {
      const { caseId } = await ground.standing();
      return {
        address: `/dossiers/${caseId}?acte=reassign`,
        field: 'Pourquoi',
        submit: /^Réattribuer\s*Ctrl/,
        done: words(/c’est fait/),
        times: journal(ground, caseId, 'command.reassign'),
      };
    },
  }),
  form({
    name: 'a request closed because its citizen gives up',
    file: 'pages/case/acts/use-act.ts',
    login: 'chef.grc',
    not: { colleague: 'The same conflict as any act of a case: `test/e2e/ambassador.spec.ts`.' },
    at: async (ground) => {
      const { caseId } = await ground.standing();
      return {
        address: `/dossiers/${caseId}?acte=${encodeURIComponent('close:withdrawn')}`,
        field: 'Ce que dit l’usager',
        submit: /^Clore : l’usager renonce\s*Ctrl/,
        done: words(/c’est fait/),
        over: words(/Votre brouillon est resté ici/),
        times: journal(ground, caseId, 'command.close'),
      };
    },
  }),
];
