import { dropDepartments, makeDepartment, renameDepartment } from '../../support/departments.js';
import { form, rows, words, type Form } from './form.js';

const FILE = 'pages/settings/settings-form.tsx';
const LIST = '/reglages/ville?vue=services';
const NOBODY_ELSE = 'It is new: nobody can have changed it.';

/** What is written of the departments of the town and of their teams. */
export const DEPARTMENTS: readonly Form[] = [
  form({
    name: 'a new department',
    file: FILE,
    login: 'admin',
    not: { colleague: NOBODY_ELSE },
    at: ({ hall }, said) => ({
      address: `${LIST}&ouvert=new`,
      field: /^Nom/,
      fill: async (page) => {
        await page.getByRole('combobox', { name: /^Direction/ }).fill('systèmes d’information');
        await page.getByRole('option', { name: /systèmes d’information/ }).click();
        await page.getByLabel(/^Identifiant/).fill(`essai-${said.slice(-8)}`);
      },
      submit: 'Ajouter le service',
      done: words('Service ajouté.'),
      times: rows({ hall }, 'departments WHERE name = $1', [said]),
      undo: () => dropDepartments(hall),
    }),
  }),
  form({
    name: 'the name of a department',
    file: FILE,
    login: 'admin',
    at: async ({ hall }, said) => {
      const { id } = await makeDepartment(hall, 'Service d’essai');
      return {
        address: `${LIST}&ouvert=${id}`,
        field: /^Nom/,
        submit: /^Enregistrer$/,
        done: words('Service enregistré.'),
        times: rows({ hall }, 'departments WHERE name = $1', [said]),
        undo: () => dropDepartments(hall),
        colleague: {
          act: () => renameDepartment(hall, id, 'Service renommé ailleurs'),
          presses: true,
          told: /ces réglages ont été modifiés entre-temps/,
          then: async (page) => {
            await page.getByRole('button', { name: 'Enregistrer ces choix' }).click();
            await page.getByText('Service enregistré.').first().waitFor();
          },
        },
      };
    },
  }),
  form({
    name: 'a team of a department',
    file: FILE,
    login: 'admin',
    not: { colleague: NOBODY_ELSE },
    at: async ({ hall }, said) => {
      const { id } = await makeDepartment(hall, 'Service d’essai');
      return {
        address: `${LIST}&ouvert=${id}`,
        open: (page) => page.getByText('Ajouter une équipe').click(),
        field: /^Nom de l’équipe/,
        fill: (page) =>
          page
            .getByRole('form', { name: 'Nouvelle équipe' })
            .getByLabel(/^Identifiant/)
            .fill('terrain'),
        submit: 'Ajouter l’équipe',
        done: words('Équipe ajoutée.'),
        times: rows({ hall }, 'teams WHERE name = $1', [said]),
        undo: () => dropDepartments(hall),
      };
    },
  }),
];
