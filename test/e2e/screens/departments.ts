import { makeDepartment, renameDepartment } from '../../support/departments.js';
import { NO_LOT, NOT_READ_ONLY, READ_ONCE, screen } from './screen.js';
import { NOTHING } from './stage.js';
import type { Cell, Visit } from './states.js';

const login = 'admin';
const LIST = '/reglages/ville?vue=services';
const AMBASSADOR_MAY_NOT: Cell = { login: 'ambassadrice1', shows: ['Votre périmètre est fixé par votre service'] };

/** The name is changed here, and by another administrator, then it is saved. */
async function anotherAdministratorRenames({ page, stage, address }: Visit): Promise<void> {
  await page.getByLabel(/^Nom/).first().fill('Service renommé ici');
  const id = new URLSearchParams(address.split('?')[1]).get('ouvert') ?? '';
  await renameDepartment(stage.hall, id, 'Service renommé ailleurs');
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
}

/** The departments of the town and their teams, one of the parts of its settings. */
export const DEPARTMENTS = [
  screen({
    name: 'Réglages de la ville, services et équipes',
    route: 'reglages/ville',
    login,
    address: LIST,
    shows: ['Nouveau service', 'Accessibilité – Handicap'],
    loads: 'des services',
    states: {
      empty: 'A town has its departments from the start.',
      emptyFilter: { address: `${LIST}&q=${NOTHING}`, shows: ['Aucun service pour', 'Effacer les filtres'] },
      partial: { network: { cut: /\/organisations/ }, shows: ['Accessibilité – Handicap'] },
      away: READ_ONCE,
      fieldErrors: {
        address: `${LIST}&ouvert=new`,
        act: async ({ page }) => {
          await page.getByRole('button', { name: 'Ajouter le service' }).click();
        },
        shows: ['à corriger'],
      },
      forbidden: AMBASSADOR_MAY_NOT,
      notFound: 'A department that does not exist opens nothing over the list.',
      stale: 'A change made meanwhile is told when one saves: it is the conflict.',
      conflict: {
        address: async ({ hall }) => `${LIST}&ouvert=${(await makeDepartment(hall, 'Service d’essai')).id}`,
        act: anotherAdministratorRenames,
        shows: [(page) => page.getByTestId('conflict'), 'Garder sa version'],
      },
      readOnly: NOT_READ_ONLY,
      batch: NO_LOT,
    },
  }),
];
