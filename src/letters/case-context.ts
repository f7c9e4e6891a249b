import type { CaseFile } from '../../domain/case/case-file.js';
import type { Directory } from '../../domain/people/directory.js';
import type { ProcessDefinition } from '../../domain/process/process-definition.js';
import type { Calendar } from '../../domain/time/calendar.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import type { RequestRecord } from '../database/repositories/requests.repository.js';
import type { OrganisationSheet } from '../town/town.js';

/** Everything a mail about a case may need. */
export interface CaseContext {
  readonly caseFile: CaseFile;
  readonly request: RequestRecord;
  readonly definition: ProcessDefinition;
  readonly sheet: OrganisationSheet;
  readonly directory: Directory;
  readonly calendar: Calendar;
  /** Of the product itself, without a path. */
  readonly publicUrl: string;
  readonly followUrl: string;
  readonly today: LocalDate;
}
