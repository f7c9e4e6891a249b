import type { CaseDetailDto, PossibleActDto } from '../../../api/cases.js';
import type { ActEntry } from './act-catalog.js';
import type { ActState } from './use-act.js';

/** What the form of an act gets. */
export interface FieldsProps {
  readonly id: string;
  readonly caseFile: CaseDetailDto;
  readonly act: PossibleActDto;
  readonly entry: ActEntry;
  readonly state: ActState;
}
