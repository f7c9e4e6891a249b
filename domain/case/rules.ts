import type { RunnableDefinition } from '../process/runnable.js';
import type { Calendars } from '../time/calendar.js';

/** What a case is judged by: the definition it was opened (or qualified) with, and the calendars of its organisations. */
export interface Rules {
  readonly definition: RunnableDefinition;
  readonly calendars: Calendars;
}
