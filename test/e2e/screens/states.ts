import type { Locator, Page } from 'playwright-core';
import type { Stage } from './stage.js';

/** Every state a screen can be in, and what it means; one column of the table each. */
export const STATES = {
  filled: 'What the screen is for is there.',
  loading: 'The answer is on its way: a skeleton, announced once.',
  empty: 'Nothing to show, and that is normal.',
  emptyFilter: 'Nothing under these filters, and the way to clear them.',
  partial: 'Part of the screen came, part did not.',
  error: 'The network is cut before anything came: said, and tried again.',
  away: 'The server goes away later: what was read stays, said to be old.',
  fieldErrors: 'What was sent is refused: a summary, each line leads to its field.',
  forbidden: 'Whoever asks may not read it.',
  notFound: 'The address names a thing that does not exist.',
  stale: 'Somebody changes it under its reader.',
  conflict: 'Somebody else wrote first.',
  offline: 'The machine has no network any more.',
  signedOut: 'The session ends under the hands of its reader.',
  readOnly: 'It can be read and not changed, and says so.',
  batch: 'A lot with failures: what became of each.',
} as const;

export type State = keyof typeof STATES;

/** Words of the screen, or where to look for what has none. */
export type Seen = string | RegExp | ((page: Page) => Locator);

/** Fixed, or of a thing that the stage has, or of one made for this very cell. */
export type Of<T> = T | ((stage: Stage) => T | Promise<T>);

export interface Visit {
  readonly page: Page;
  readonly stage: Stage;
  /** What stands after the origin in the address bar. */
  readonly address: string;
}

/** What happens to the calls of data before the screen opens: none is answered, or none passes; or not these. */
export type Network = 'held' | 'cut' | { readonly held: RegExp } | { readonly cut: RegExp };

/** How a state is brought about, and what must then be before the eyes. */
export interface Cell {
  /** Whoever is there, where it is not the one of the row. */
  readonly login?: Of<string>;
  readonly address?: Of<string>;
  readonly network?: Network;
  /** What must be there before anything is done. */
  readonly first?: readonly Seen[];
  /** What is done once the screen is open. */
  readonly act?: (visit: Visit) => Promise<unknown>;
  readonly shows: readonly Seen[];
}

/** A cell, or the sentence that says why the screen has no such state. */
export type Cells = Readonly<Record<State, Cell | string>>;

export interface Screen {
  readonly name: string;
  /** Its path in `console/src/routes.tsx`. */
  readonly route: string;
  readonly login: Of<string>;
  readonly address: Of<string>;
  readonly cells: Cells;
}
