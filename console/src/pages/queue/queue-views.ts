import type { TaskFilter } from '../../api/tasks.js';

/** One way to look at what is to be done. */
export interface QueueView {
  readonly id: string;
  readonly label: string;
  readonly filter: TaskFilter;
  /** What is said when there is nothing. */
  readonly empty: string;
  /** « À prendre »: nobody has it yet. */
  readonly common: boolean;
}

export const QUEUE_VIEWS: readonly QueueView[] = [
  {
    id: 'a-qualifier',
    label: 'À qualifier',
    filter: { scope: 'team', kind: 'qualify' },
    empty: 'Rien à qualifier.',
    common: true,
  },
  {
    id: 'retours',
    label: 'Retours de service',
    filter: { scope: 'team', kind: 'reassign' },
    empty: 'Aucun retour de service.',
    common: true,
  },
  {
    id: 'a-repondre',
    label: 'À répondre',
    filter: { scope: 'mine', kind: 'answer' },
    empty: 'Aucune réponse à écrire.',
    common: false,
  },
  {
    id: 'a-verifier',
    label: 'Envois à vérifier',
    filter: { scope: 'team', kind: 'settleDoubt' },
    empty: 'Aucun envoi à vérifier.',
    common: true,
  },
  {
    id: 'en-retard',
    label: 'En retard',
    filter: { scope: 'team', late: true },
    empty: 'Rien en retard.',
    common: false,
  },
  { id: 'toutes', label: 'Tout', filter: { scope: 'team' }, empty: 'Rien à traiter.', common: false },
];

/** What stands beside the tasks without being one. */
interface OtherView extends Pick<QueueView, 'label'> {
  readonly id: 'rappels' | 'indesirables';
}

export const OTHER_VIEWS: readonly OtherView[] = [
  { id: 'rappels', label: 'Rappels du jour' },
  { id: 'indesirables', label: 'Indésirables' },
];
