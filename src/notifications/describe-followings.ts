import type { Directory } from '../../domain/people/directory.js';
import type { Sql } from '../database/database.js';
import { followingsOf, type Following } from '../database/repositories/notifications.repository.js';
import { namedPerson, type NamedPerson } from '../people/person-names.js';

export interface Followings {
  readonly followers: readonly NamedPerson[];
  /** What the reader asked to hear of the case. */
  readonly following?: Following;
}

/** Who hears of a case without holding it. */
export async function describeFollowings(
  sql: Sql,
  { caseId, reader, directory }: { readonly caseId: string; readonly reader: string; readonly directory: Directory },
): Promise<Followings> {
  const rows = await followingsOf(sql, { caseId, reader });
  const mine = rows.find(({ personId }) => personId === reader);
  return {
    followers: rows.filter(({ kind }) => kind === 'followed').map(({ personId }) => namedPerson(directory, personId)),
    ...(mine === undefined ? {} : { following: mine.kind }),
  };
}
