import type { Directory } from '../../domain/people/directory.js';
import { printInstant } from '../calendar/read-instant.js';
import type { HoldRow } from '../database/repositories/legal-holds.repository.js';
import { definedOf } from '../http/defined-of.js';
import { namedPerson } from '../people/person-names.js';
import type { HoldDto } from './case-keeping.dto.js';

/** A hold as people read it. */
export function holdDto(row: HoldRow, directory: Directory): HoldDto {
  const { id, caseId, caseNumber, citizenId, reason, until, setBy, setAt } = row;
  return {
    ...{ id, reason, until },
    setBy: namedPerson(directory, setBy),
    setAt: printInstant(setAt.getTime()),
    ...definedOf({ caseId, caseNumber, citizenId }),
  };
}
