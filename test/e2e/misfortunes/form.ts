import type { Locator, Page } from 'playwright-core';
import type { Ground } from './ground.js';

/**
 * What may befall whoever writes: `reload`: F5 before it is sent; `back`: away within the console, and back; `tabs`: the same
 * form in two tabs, sent from both; `session`: ended when it is sent; `crash`: it was done, the API died before it answered,
 * and the page is read again; `cut`: the network is away when it is sent and comes back (a lid that was closed); `twice`: a
 * double click; `colleague`: somebody acted first.
 */
export const MISFORTUNES = ['reload', 'back', 'tabs', 'session', 'crash', 'cut', 'twice', 'colleague'] as const;
export type Misfortune = (typeof MISFORTUNES)[number];

/** One place of the console where somebody writes. */
export interface Form {
  readonly name: string;
  /** Whose form it is, in `console/src`. */
  readonly file: string;
  readonly login: string;
  /** Makes what the form is about. `said`: unlike anything else of the run. */
  readonly at: (ground: Ground, said: string) => Place | Promise<Place>;
  /** What is not tried here: where it is, or why it makes no sense. */
  readonly not: Readonly<Partial<Record<Misfortune, string>>>;
}

/** A row of the table: all that may befall it is tried, but for what is said. */
export function form({ not = {}, ...given }: Omit<Form, 'not'> & Partial<Pick<Form, 'not'>>): Form {
  return { not, ...given };
}

export interface Place {
  /** At which the form stands open, or is one `open` away. */
  readonly address: string;
  /** Brings it up the first time; what is typed in it, or the address, brings it up again. */
  readonly open?: (page: Page) => Promise<void>;
  readonly field: string | RegExp;
  /** What else it asks for. */
  readonly fill?: (page: Page) => Promise<void>;
  readonly submit: string | RegExp;
  /** Between the button and the sending. */
  readonly confirm?: (page: Page) => Promise<void>;
  /** What says that it was done. */
  readonly done: (page: Page) => Locator;
  /** What stands there after a reload once it was done, where the form is gone with what it was about. */
  readonly over?: (page: Page) => Locator;
  /** Takes it back, where it would be in the way of other trials. */
  readonly undo?: () => Promise<void>;
  /** How often it was done. */
  readonly times: () => Promise<number>;
  /** Somebody else acts first; then what this person is told. */
  readonly colleague?: {
    readonly act: () => Promise<unknown>;
    /** The form still stands, and is sent. */
    readonly presses?: boolean;
    readonly told: RegExp;
    readonly then?: (page: Page) => Promise<void>;
  };
}

/** How many lines of the journal have that code. */
export function journal({ hall }: Ground, caseId: string, code: string): () => Promise<number> {
  return rows({ hall }, 'journal_entries WHERE case_id = $1 AND code = $2', [caseId, code]);
}

/** How many rows there are. */
export function rows({ hall }: Pick<Ground, 'hall'>, of: string, params: readonly unknown[]): () => Promise<number> {
  return async () => (await hall.rows<{ n: number }>(`SELECT count(*)::int AS n FROM ${of}`, params))[0]?.n ?? 0;
}

/** Of what is said for a few seconds, and of what stays. */
export function words(text: string | RegExp): Place['done'] {
  return (page) => page.getByText(text).first();
}
