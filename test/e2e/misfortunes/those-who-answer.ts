import type { Page } from 'playwright-core';
import { form, journal, words, type Form } from './form.js';

const referent = 'referent.voirie';
const TASK_IS_OVER = words(/Cette tâche est terminée/);
const OVER_FOR_ALL = 'Who was faster ends the task: tried on the answer of a referent.';

async function openBesideLetter(page: Page, name: string): Promise<void> {
  await page.getByText(/Toutes les pages ont été affichées|Lettre ouverte/).waitFor();
  await page
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .first()
    .click();
}

/** What referents and validators write. */
export const THOSE_WHO_ANSWER: readonly Form[] = [
  form({
    name: 'the answer of a referent',
    file: 'pages/case/acts/use-act.ts',
    login: referent,
    at: async (ground) => {
      const { caseId, task } = await ground.standing();
      return {
        address: `/taches/${encodeURIComponent(task.id)}`,
        field: /^Ce qui a été fait/,
        submit: /^C’est fait, envoyer la réponse/,
        done: TASK_IS_OVER,
        over: TASK_IS_OVER,
        times: journal(ground, caseId, 'command.answer'),
        colleague: {
          act: () => ground.hall.insist('chef.grc', `/cases/${caseId}/close`, { conclusion: 'withdrawn' }),
          told: /Cette tâche est terminée/,
        },
      };
    },
  }),
  form({
    name: 'a task that is not for this department',
    file: 'pages/case/acts/use-act.ts',
    login: referent,
    not: { colleague: OVER_FOR_ALL },
    at: async (ground) => {
      const { caseId, task } = await ground.standing();
      return {
        address: `/taches/${encodeURIComponent(task.id)}?reponse=autre-service`,
        field: 'Pourquoi, et pour qui si vous le savez',
        submit: /^Ce n’est pas pour mon service\s*Ctrl/,
        done: words(/c’est fait/),
        over: TASK_IS_OVER,
        times: journal(ground, caseId, 'command.refuseAssignment'),
      };
    },
  }),
  form({
    name: 'what the citizen is asked for',
    file: 'pages/case/acts/use-act.ts',
    login: referent,
    not: { colleague: OVER_FOR_ALL },
    at: async (ground) => {
      const { caseId, task } = await ground.standing();
      return {
        address: `/taches/${encodeURIComponent(task.id)}?reponse=besoin&de=askCitizen`,
        field: /^Ce qui manque/,
        submit: /^Demander à l’usager\s*Ctrl/,
        done: words(/c’est fait/),
        over: words(/Attend/),
        times: journal(ground, caseId, 'command.askCitizen'),
      };
    },
  }),
  form({
    name: 'a letter sent back',
    file: 'pages/parapheur/send-back.tsx',
    login: 'dgs',
    at: async (ground) => {
      const { caseId, task, author } = await ground.standing('endorse');
      return {
        address: `/parapheur/${encodeURIComponent(task.id)}`,
        open: (page) => openBesideLetter(page, 'Renvoyer'),
        field: /^Votre remarque/,
        submit: /^Renvoyer\s*Ctrl/,
        done: words(/réponse renvoyée/),
        over: words(/n’est plus dans votre parapheur/),
        times: journal(ground, caseId, 'command.sendBack'),
        colleague: {
          act: async () => {
            const { status, body } = await ground.hall.insist(author, `/cases/${caseId}/recall`, {});
            if (status >= 300) throw new Error(JSON.stringify(body));
          },
          told: /n’est plus dans votre parapheur/,
        },
      };
    },
  }),
  form({
    name: 'a letter corrected',
    file: 'pages/parapheur/correct-letter.tsx',
    login: 'dgs',
    not: { colleague: 'The letter leaves the parapheur: tried on a letter sent back.' },
    at: async (ground) => {
      const { caseId, task } = await ground.standing('endorse');
      return {
        address: `/parapheur/${encodeURIComponent(task.id)}`,
        open: (page) => openBesideLetter(page, 'Corriger'),
        field: /^Le texte de la réponse/,
        submit: /^Viser le texte corrigé/,
        done: words(/texte corrigé et visé/),
        over: words(/n’est plus dans votre parapheur/),
        times: journal(ground, caseId, 'command.endorseCorrected'),
      };
    },
  }),
];
