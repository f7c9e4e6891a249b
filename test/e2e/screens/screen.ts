import type { Locator, Page } from 'playwright-core';
import type { Cell, Cells, Screen, Seen, State } from './states.js';
import { goOffline } from './bring-about.js';

/** States that come the same way on every screen that reads something. */
type Usual = 'filled' | 'loading' | 'error' | 'offline' | 'signedOut';

export interface ScreenGiven extends Omit<Screen, 'cells'> {
  /** What shows once it is filled. */
  readonly shows: readonly Seen[];
  /** What it says to be loading: « des demandes ». */
  readonly loads: string;
  /** What each other state is, or why there is none; a usual one may be said otherwise. */
  readonly states: Readonly<Record<Exclude<State, Usual>, Cell | string>> & Partial<Pick<Cells, Usual>>;
}

/** A row of the table. */
export function screen({ shows, loads, states, ...given }: ScreenGiven): Screen {
  return {
    ...given,
    cells: {
      filled: { shows },
      loading: { network: 'held', shows: [`Chargement ${loads}…`] },
      error: { network: 'cut', shows: ['momentanément indisponible', 'Réessayer'] },
      offline: { first: shows, act: goOffline, shows: [...shows, 'Hors ligne'] },
      signedOut: SHELL_STRIP,
      ...states,
    },
  };
}

const SHELL_STRIP =
  'The strip is of the shell, the same over every screen: it is tried on « Ma file » and « Absences ».';

/** The state is looked at by a journey, in that very test: the table's own check finds its title there. */
export function triedIn(spec: string, title: string): string {
  return `Tried in \`test/e2e/${spec}\`: « ${title} ».`;
}

/** A row of a list. */
export const aRow = (page: Page): Locator => page.locator('.pv-row-link');

/** Reasons that hold for several screens. */
export const NO_FILTER = 'Nothing on the screen narrows what it shows.';
export const NO_PARTS = 'It is read in one call: it comes whole or not at all.';
export const NO_ID = 'Its address names no single thing that could be missing.';
export const NO_LOT = 'Nothing is done there to many things at once.';
export const NO_WRITING = 'Nothing is written on the screen.';
export const LISTS_FOLLOW = 'The list is read again in place when something changes: nothing is held back.';
export const READ_ONCE = 'Nothing reads it again by itself while it is open, so nothing can fail later.';
export const NOT_READ_ONLY = 'Whoever may open it may also do there what it offers.';
export const EVERYONE = 'Every role of the town hall may read it.';
export const NEVER_EMPTY = 'The thing exists or is not found: it is never empty.';

/** A list to look at, from which nothing is written. */
export const ONLY_LOOKED_AT = {
  fieldErrors: NO_WRITING,
  conflict: NO_WRITING,
  batch: NO_LOT,
  readOnly: NOT_READ_ONLY,
} as const;
