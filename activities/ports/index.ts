import type { CurrentCalendars } from './calendars.js';
import type { CaseRecords } from './case-records.js';
import type { Correspondence } from './correspondence.js';
import type { Mailer } from './mailer.js';
import type { OutgoingMessages } from './outgoing.js';

/** Every neighbour an activity may speak to. */
export interface Ports {
  readonly caseRecords: CaseRecords;
  readonly calendars: CurrentCalendars;
  readonly correspondence: Correspondence;
  readonly mailer: Mailer;
  readonly outgoing: OutgoingMessages;
}
