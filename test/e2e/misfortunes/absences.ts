import { call } from '../../support/desk.js';
import { onVersion, type Absence } from '../../support/absences.js';
import { farDay, undo } from './far-days.js';
import { form, rows, words, type Form } from './form.js';

/** Who is away: declared, and changed. */
export const ABSENCES: readonly Form[] = [
  form({
    name: 'an absence',
    file: 'pages/absences/absence-form.tsx',
    login: 'chef.voirie',
    not: { colleague: 'It is new: nobody can have changed it.' },
    at: (ground, said) => {
      const day = farDay();
      return {
        address: '/absences',
        field: 'Message pour les collègues',
        fill: async (page) => {
          await page.getByLabel(/^Au \(compris\)/).fill(day);
          await page.getByLabel(/^Du/).fill(day);
        },
        submit: 'Enregistrer l’absence',
        done: words('L’absence est enregistrée.'),
        times: rows(ground, 'absences WHERE message = $1', [said]),
        undo: async () => {
          const made = await ground.hall.rows<{ id: string }>('SELECT id FROM absences WHERE message = $1', [said]);
          await undo(
            ground,
            'admin',
            made.map(({ id }) => `/absences/${id}`),
          );
        },
      };
    },
  }),
  form({
    name: 'an absence changed',
    file: 'pages/absences/absence-form.tsx',
    login: 'chef.voirie',
    at: async (ground, said) => {
      const admin = await ground.hall.as('admin');
      const day = farDay();
      const stored = { from: day, to: day, substitutes: [] };
      const { body: made } = await call<Absence>(admin, 'POST /absences', {
        body: { ...stored, person: 'p-voirie-04' },
        key: crypto.randomUUID(),
      });
      return {
        address: `/absences?modifier=${made.id}`,
        field: 'Message pour les collègues',
        submit: 'Enregistrer l’absence',
        done: words('L’absence est enregistrée.'),
        times: rows(ground, 'absences WHERE message = $1', [said]),
        undo: () => undo(ground, 'admin', [`/absences/${made.id}`]),
        colleague: {
          act: () =>
            call(admin, `PUT /absences/${made.id}`, {
              body: { ...stored, message: 'Les clefs sont à l’accueil.' },
              headers: onVersion(made),
            }),
          presses: true,
          told: /un collègue a modifié cette absence entre-temps/,
          then: async (page) => {
            await page.getByRole('button', { name: 'Enregistrer ces choix' }).click();
            await page.getByText('L’absence est enregistrée.').first().waitFor();
          },
        },
      };
    },
  }),
];
