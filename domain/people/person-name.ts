import type { Person } from './directory.js';

/** « Camille Dubreuil » */
export function personName({ firstName, lastName }: Pick<Person, 'firstName' | 'lastName'>): string {
  return `${firstName} ${lastName}`;
}
