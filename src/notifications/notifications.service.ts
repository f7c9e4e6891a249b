import { Injectable } from '@nestjs/common';
import type { Directory } from '../../domain/people/directory.js';
import { usualChannels, type NotificationChannels } from '../../domain/people/notification-channel.js';
import { scopeOf } from '../../domain/people/permission.js';
import type { Actor } from '../auth/allow.js';
import { scopeSql } from '../auth/scope-sql.js';
import { printInstant } from '../calendar/read-instant.js';
import { CaseGate } from '../cases/case-gate.js';
import { Database } from '../database/database.js';
import { CASE_COLUMNS } from '../database/repositories/case-access.repository.js';
import { chooseChannels, chosenChannelsOf } from '../database/repositories/notification-channels.repository.js';
import {
  markReadUntil,
  readUntilOf,
  recentNotifications,
  setFollowing,
} from '../database/repositories/notifications.repository.js';
import { definedOf } from '../http/defined-of.js';
import { DirectoryService } from '../people/directory.service.js';
import { namedPerson } from '../people/person-names.js';
import { groupNotifications, type CaseNotifications } from './group-notifications.js';
import { isTold, wordsOf } from './notification-words.js';
import type {
  FollowingDto,
  NotificationChannelsDto,
  NotificationDto,
  NotificationEntryDto,
  NotificationsDto,
} from './notifications.dto.js';
import { ReplacementsService } from './replacements.service.js';

/** Said of one case. */
const SHOWN = 3;

/** What concerns a person: what they must do, where they are named, what happens on their cases and on those they follow. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly directory: DirectoryService,
    private readonly replacements: ReplacementsService,
  ) {}

  async list(actor: Actor): Promise<NotificationsDto> {
    const { personId } = actor;
    const scope = scopeOf(actor, 'case.read');
    const [rows, readUntil, channels, directory, told] = await Promise.all([
      recentNotifications(this.database, personId, (first) => scopeSql(scope, CASE_COLUMNS, first)),
      readUntilOf(this.database, personId),
      this.channels(actor),
      this.directory.current(),
      this.replacements.told(actor),
    ]);
    const groups = groupNotifications(
      rows.filter((row) => isTold(row) && channels[row.level] !== 'none'),
      readUntil,
    );
    const replacements = told.map((one) => ({ ...one, unread: readUntil === undefined || one.at > readUntil }));
    return {
      unread: [...groups, ...replacements].filter(({ unread }) => unread).length,
      ...(readUntil === undefined ? {} : { readUntil: printInstant(readUntil.getTime()) }),
      replacements: replacements.map(({ at, ...one }) => ({ ...one, at: printInstant(at.getTime()) })),
      items: groups.map((group) => describe(group, directory)),
    };
  }

  /** By which channel the reader is told of each level: as they chose, or as is usual for their roles. */
  async channels({ personId, roles }: Actor): Promise<NotificationChannelsDto> {
    const { action, mention, information } = (await chosenChannelsOf(this.database, personId)) ?? usualChannels(roles);
    return { action, mention, information };
  }

  async choose({ personId }: Actor, channels: NotificationChannels): Promise<void> {
    await chooseChannels(this.database, personId, channels);
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
