import type { Directory } from '../../domain/people/directory.js';
import { printInstant } from '../calendar/read-instant.js';
import type { Sql } from '../database/database.js';
import { presentOn } from '../database/repositories/presence.repository.js';
import { namedPerson } from '../people/person-names.js';
import type { PresenceDto } from './presence.dto.js';

/** The others who read the case or write on it now. */
export async function describePresence(
  sql: Sql,
  { caseId, reader, directory }: { readonly caseId: string; readonly reader: string; readonly directory: Directory },
): Promise<readonly PresenceDto[]> {
  const rows = await presentOn(sql, caseId);
  return rows
    .filter(({ person }) => person !== reader)
    .map(({ person, state, since }) => ({
      person: namedPerson(directory, person),
      state,
      since: printInstant(since.getTime()),
    }));
}
