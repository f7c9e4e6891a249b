import type { Share } from '../../domain/people/actor.js';
import type { Bind } from './bound-parameters.js';

export interface ShareColumns {
  /** When a row is the work of one of these persons, given the placeholder of their list. */
  readonly of: (list: string) => string;
  /** The process that the work is of. */
  readonly processId: string;
}

/** What is the work of one of these shares, as a condition in parentheses. */
export function anyShare(shares: readonly Share[], bind: Bind, { of, processId }: ShareColumns): string {
  const parts = shares.map(({ persons, processes }) => {
    const theirs = `(${of(bind(persons))})`;
    return processes === undefined ? theirs : `(${theirs} AND ${processId} = ANY (${bind(processes)}))`;
  });
  return `(${parts.join(' OR ')})`;
}
