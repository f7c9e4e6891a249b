import { Injectable } from '@nestjs/common';
import type { NotificationLevel } from '../../domain/people/notification-channel.js';
import { scopeOf } from '../../domain/people/permission.js';
import { actorOf, type KnownPerson } from '../auth/person-directory.js';
import { scopeSql } from '../auth/scope-sql.js';
import { Database } from '../database/database.js';
import { CASE_COLUMNS } from '../database/repositories/case-access.repository.js';
import { readUntilOf, recentNotifications } from '../database/repositories/notifications.repository.js';
import { groupNotifications, type CaseNotifications } from '../notifications/group-notifications.js';
import { isTold } from '../notifications/notification-words.js';

export interface Period {
  /** Not included. */
  readonly from: Date;
  /** Included. */
  readonly to: Date;
}

/** What a mail tells of what happened: the same as the application does, on cases that its reader may read. */
@Injectable()
export class NewsService {
  constructor(private readonly database: Database) {}

  /** What was read in the application meanwhile needs no mail. */
  async of(
    person: KnownPerson,
    levels: readonly NotificationLevel[],
    { from, to }: Period,
  ): Promise<readonly CaseNotifications[]> {
    if (levels.length === 0) return [];
    const scope = scopeOf(actorOf(person, 'mail'), 'case.read');
    const [rows, readUntil] = await Promise.all([
      recentNotifications(this.database, person.id, (first) => scopeSql(scope, CASE_COLUMNS, first)),
      readUntilOf(this.database, person.id),
    ]);
    const after = readUntil === undefined || readUntil < from ? from : readUntil;
    const told = rows.filter((row) => isTold(row) && levels.includes(row.level) && row.at > after && row.at <= to);
    return groupNotifications(told, undefined);
  }
}
