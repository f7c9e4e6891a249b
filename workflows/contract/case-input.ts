import type { CaseFile } from '../../domain/case/case-file.js';
import type { Effect } from '../../domain/case/effect.js';
import type { JournalLine } from '../../domain/case/revision-record.js';
import type { RunnableDefinition } from '../../domain/process/runnable.js';
import type { Calendars } from '../../domain/time/calendar.js';

/**
 * Everything a run needs, so that neither its start nor its replay asks anyone: the definition and the calendars travel
 * with the case. Intake writes it for revision 0; the run before writes it at continue-as-new.
 */
export interface CaseInput {
  readonly caseId: string;
  readonly definition: RunnableDefinition;
  readonly calendars: Calendars;
  readonly caseFile: CaseFile;
  /** Ordered by the opening and not carried out yet; empty in a later run. */
  readonly effects: readonly Effect[];
  /** Lines not known to be stored yet. */
  readonly unstored: readonly JournalLine[];
  /** Last revision known to be stored. */
  readonly stored: number;
  /** Ids of the last commands taken, with their revisions: Update ids are not remembered across continue-as-new. */
  readonly known: readonly (readonly [commandId: string, revision: number])[];
}
