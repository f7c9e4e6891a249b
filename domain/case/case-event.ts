import type { Instant } from '../time/instant.js';
import type { CaseCommand } from './case-command.js';
import type { Effect } from './effect.js';

/** What happened to a case: a command that was accepted, or a fact from outside. Time reaches the engine only here. */
export type CaseEvent =
  | { readonly kind: 'command'; readonly at: Instant; readonly command: CaseCommand }
  /** The earliest instant of the case has passed; several passed during an outage are one event. */
  | { readonly kind: 'deadlinePassed'; readonly at: Instant }
  /** The mail server took the reply. */
  | { readonly kind: 'replySent'; readonly at: Instant; readonly effect: string }
  /** The letter waits in the list of letters to print. */
  | { readonly kind: 'replyToPost'; readonly at: Instant; readonly effect: string }
  /** An earlier attempt may have sent it: a person decides. */
  | { readonly kind: 'replyInDoubt'; readonly at: Instant; readonly effect: string }
  /** Its tries are used up. */
  | { readonly kind: 'effectFailed'; readonly at: Instant; readonly effect: Effect; readonly code: string }
  | { readonly kind: 'acknowledged'; readonly at: Instant; readonly effect: string }
  /** Calendars of that revision are now in the rules; `hashes` by organisation find them again. */
  | {
      readonly kind: 'calendarsFetched';
      readonly at: Instant;
      readonly effect: string;
      readonly hashes: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'calendarChanged'; readonly at: Instant; readonly calendarRevision: number };

export type CaseEventKind = CaseEvent['kind'];
