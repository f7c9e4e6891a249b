import type { Instant } from '../time/instant.js';
import type { LocalDate } from '../time/local-date.js';
import type { CaseEvent } from './case-event.js';
import type { CaseFile } from './case-file.js';
import type { ClockState } from './clock.js';

/** How a clock stood after an event: every published figure is recomputed from such lines alone. */
export interface ClockStanding {
  readonly id: string;
  readonly state: ClockState;
  readonly dueOn?: LocalDate;
}

/** Something that followed from an event: a code, and ids, dates or codes beside it; never a text. */
export interface Fact {
  readonly code: string;
  readonly about?: Readonly<Record<string, string | number | boolean>>;
}

/**
 * One line of the journal, unique on case, revision and line. Line 0 of a revision holds its event; the lines after it
 * say what followed. Line 0 of revision 0 holds the case as it was opened.
 */
export interface JournalLine {
  readonly revision: number;
  readonly line: number;
  readonly at: Instant;
  readonly code: string;
  readonly actor?: string;
  readonly actorRole?: string;
  readonly onBehalfOf?: string;
  /** The department that held the case at that moment. */
  readonly department: string;
  readonly about?: Readonly<Record<string, string | number | boolean>>;
  readonly clocks?: readonly ClockStanding[];
  readonly event?: CaseEvent;
  readonly opened?: CaseFile;
}

/**
 * What a revision makes visible: the case whole, and every journal line after the last revision known to be stored. So a
 * stored revision r means a journal complete to r.
 */
export interface RevisionRecord {
  readonly caseId: string;
  readonly revision: number;
  readonly caseFile: CaseFile;
  readonly lines: readonly JournalLine[];
}
