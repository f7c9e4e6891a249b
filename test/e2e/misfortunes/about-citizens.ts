import { call } from '../../support/desk.js';
import { form, rows, words, type Form } from './form.js';

const head = 'chef.grc';
const NOBODY_ELSE = 'It is new: nobody can have changed it.';

/** What is written about citizens and their data. */
export const ABOUT_CITIZENS: readonly Form[] = [
  form({
    name: 'the sheet of a citizen',
    file: 'pages/citizens/citizen-form.tsx',
    login: 'ambassadrice1',
    at: async (ground, said) => {
      const { citizenId } = await ground.citizen();
      return {
        address: `/usagers/${citizenId}?corriger=oui`,
        field: 'Numéro et rue',
        submit: /^Enregistrer$/,
        done: words('La fiche est corrigée.'),
        times: rows(ground, `citizens WHERE id = $1 AND address::text LIKE '%' || $2 || '%'`, [citizenId, said]),
        colleague: {
          act: async () => {
            const other = await ground.hall.as('ambassadrice2');
            const { body } = await call<{ version: number }>(other, `GET /citizens/${citizenId}`);
            const headers = { 'if-match': `"${String(body.version)}"` };
            await call(other, `PATCH /citizens/${citizenId}`, { body: { phone: '0353010203' }, headers });
          },
          presses: true,
          told: /un collègue a corrigé cette fiche entre-temps/,
          then: async (page) => {
            await page.getByRole('button', { name: 'Enregistrer ces choix' }).click();
            await page.getByText('La fiche est corrigée.').waitFor();
          },
        },
      };
    },
  }),
  form({
    name: 'the requests of a citizen frozen',
    file: 'pages/privacy/holds.tsx',
    login: head,
    not: { colleague: NOBODY_ELSE },
    at: async (ground, said) => {
      const { citizenId } = await ground.citizen();
      return {
        address: `/usagers/${citizenId}/donnees`,
        field: 'Motif du gel',
        fill: (page) => page.getByLabel('Fin du gel').fill('2099-12-31'),
        submit: 'Geler',
        done: words('Le gel est posé.'),
        times: rows(ground, 'legal_holds WHERE reason = $1', [said]),
      };
    },
  }),
  form({
    name: 'a request frozen',
    file: 'pages/privacy/holds.tsx',
    login: head,
    not: { colleague: NOBODY_ELSE },
    at: async (ground, said) => {
      const { caseId } = await ground.citizen();
      return {
        address: `/dossiers/${caseId}`,
        open: (page) => page.getByText('Geler cette demande').click(),
        field: 'Motif du gel',
        fill: (page) => page.getByLabel('Fin du gel').fill('2099-12-31'),
        submit: 'Geler',
        done: words('Le gel est posé.'),
        times: rows(ground, 'legal_holds WHERE reason = $1', [said]),
      };
    },
  }),
  form({
    name: 'the answer to a request about personal data',
    file: 'pages/privacy/answer-request.tsx',
    login: head,
    not: { colleague: 'The second answer is refused, with what was answered: `test/api/privacy.spec.ts`.' },
    at: async (ground, said) => {
      const { citizenId } = await ground.citizen();
      const body = { kind: 'access', receivedOn: '2026-01-31' };
      await call(await ground.hall.as(head), `POST /citizens/${citizenId}/privacy-requests`, { body });
      return {
        address: `/usagers/${citizenId}/donnees`,
        field: 'Ce qui est répondu à l’usager',
        submit: 'Enregistrer la réponse',
        done: words(/est au registre/),
        over: words('Aucune demande n’attend de réponse.'),
        times: rows(ground, 'privacy_requests WHERE answer = $1', [said]),
      };
    },
  }),
];
