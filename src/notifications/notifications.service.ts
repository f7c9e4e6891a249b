import { Injectable } from '@nestjs/common';
import type { TaskKind } from '../../domain/case/case-file.js';
import type { Directory } from '../../domain/people/directory.js';
import { scopeOf } from '../../domain/people/permission.js';
import { TASK_WORDS } from '../../domain/text/case-words.js';
import { isEssential, lineInFrench } from '../../domain/text/journal-words.js';
import type { Actor } from '../auth/allow.js';
import { scopeSql } from '../auth/scope-sql.js';
import { printInstant } from '../calendar/read-instant.js';
import { CaseGate } from '../cases/case-gate.js';
import { Database } from '../database/database.js';
import { CASE_COLUMNS } from '../database/repositories/case-access.repository.js';
import {
  markReadUntil,
  readUntilOf,
  recentNotifications,
  setFollowing,
  type NotificationRow,
} from '../database/repositories/notifications.repository.js';
import { definedOf } from '../http/defined-of.js';
import { DirectoryService } from '../people/directory.service.js';
import { namedPerson } from '../people/person-names.js';
import { groupNotifications, type CaseNotifications } from './group-notifications.js';
import type { FollowingDto, NotificationDto, NotificationEntryDto, NotificationsDto } from './notifications.dto.js';

/** Said of one case. */
const SHOWN = 3;

/** What concerns a person: what they must do, where they are named, what happens on their cases and on those they follow. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly directory: DirectoryService,
  ) {}

  async list(actor: Actor): Promise<NotificationsDto> {
    const { personId } = actor;
    const scope = scopeOf(actor, 'case.read');
    const [rows, readUntil, directory] = await Promise.all([
      recentNotifications(this.database, personId, (first) => scopeSql(scope, CASE_COLUMNS, first)),
      readUntilOf(this.database, personId),
      this.directory.current(),
    ]);
    const groups = groupNotifications(rows.filter(isTold), readUntil);
    return {
      unread: groups.filter(({ unread }) => unread).length,
      ...(readUntil === undefined ? {} : { readUntil: printInstant(readUntil.getTime()) }),
      items: groups.map((group) => describe(group, directory)),
    };
  }

  async markRead({ personId }: Actor, until: string): Promise<void> {
    await markReadUntil(this.database, personId, new Date(until));
  }

  async follow(actor: Actor, caseId: string, { kind }: FollowingDto): Promise<void> {
    await this.gate.readCase(actor, caseId, 'case.read');
    const { personId } = actor;
    await setFollowing(this.database, { personId, caseId, kind: kind === 'none' ? undefined : kind });
  }
}

const TASK = 'task.';
/** What has words of its own: the other codes are lines of the journal. */
const WORDS: Readonly<Record<string, string>> = { note: 'Note interne', message: 'Message de l’usager' };

/** The machine's own detail is nobody's news. */
function isTold({ code }: NotificationRow): boolean {
  return code.startsWith(TASK) || code in WORDS || isEssential(code);
}

function wordsOf({ code, about, level }: NotificationRow): string {
  if (code.startsWith(TASK)) return TASK_WORDS[code.slice(TASK.length) as TaskKind];
  if (level === 'mention') return 'Une note interne vous nomme';
  return WORDS[code] ?? lineInFrench(code, about ?? {});
}

function describe({ rows, level, unread }: CaseNotifications, directory: Directory): NotificationDto {
  const [{ caseId, caseNumber, title, following }] = rows;
  const entries = rows.slice(0, SHOWN).map((row): NotificationEntryDto => ({
    at: printInstant(row.at.getTime()),
    words: wordsOf(row),
    ...(row.actor === null ? {} : { by: namedPerson(directory, row.actor) }),
  }));
  return {
    ...{ caseId, caseNumber, title, level, unread, entries },
    ...definedOf({ following }),
    others: rows.length - entries.length,
  };
}
