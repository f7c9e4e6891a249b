import type { ParapheurItemDto } from '../../api/parapheur.js';
import { clockTime, daysUntil } from '../../text/format.js';

export interface ParapheurGroup {
  readonly title: string;
  readonly items: readonly ParapheurItemDto[];
}

export interface ParapheurView {
  readonly id: string;
  readonly label: string;
  readonly has: (item: ParapheurItemDto) => boolean;
}

export const VIEWS: readonly ParapheurView[] = [
  { id: 'tout', label: 'Tout', has: () => true },
  { id: 'urgent', label: 'Urgent', has: (item) => item.urgent || isLate(item) },
  { id: 'a-viser', label: 'À viser', has: ({ kind }) => kind === 'endorse' },
  { id: 'a-signer', label: 'À signer', has: ({ kind }) => kind === 'sign' },
  { id: 'non-lues', label: 'Non ouvertes', has: ({ opened }) => !opened },
];

/** What must leave today stands first, named by what it keeps. */
export function groupsOf(items: readonly ParapheurItemDto[]): readonly ParapheurGroup[] {
  const closesAt = items.find((item) => item.closesAt !== undefined)?.closesAt;
  const before = closesAt === undefined ? 'aujourd’hui' : `avant ${clockTime(closesAt)}`;
  return [
    { title: `À signer ${before} pour tenir l’engagement`, items: items.filter(({ urgent }) => urgent) },
    { title: 'Échéance dépassée', items: items.filter(isLate) },
    { title: 'Ensuite', items: items.filter((item) => !item.urgent && !isLate(item)) },
  ].filter((group) => group.items.length > 0);
}

/** In the order of the page: what « suivante » means. */
export function inReadingOrder(items: readonly ParapheurItemDto[]): readonly ParapheurItemDto[] {
  return groupsOf(items).flatMap((group) => group.items);
}

/** Those that may go into a lot: to be signed, and opened as they stand. */
export function signable(items: readonly ParapheurItemDto[]): readonly ParapheurItemDto[] {
  return items.filter(({ kind, opened }) => kind === 'sign' && opened);
}

function isLate({ dueOn }: ParapheurItemDto): boolean {
  return dueOn !== undefined && daysUntil(dueOn) < 0;
}
