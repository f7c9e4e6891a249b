import { NOTIFICATION_LEVELS, type NotificationLevel } from '../../domain/people/notification-channel.js';
import type { NotificationRow } from '../database/repositories/notifications.repository.js';

/** What concerns a person on one case. */
export interface CaseNotifications {
  /** The newest first. */
  readonly rows: readonly [NotificationRow, ...NotificationRow[]];
  /** The most pressing among what is not read yet, or else among all. */
  readonly level: NotificationLevel;
  readonly unread: boolean;
}

/** One entry a case: those with something unread first, then the newest. */
export function groupNotifications(
  rows: readonly NotificationRow[],
  readUntil: Date | undefined,
): readonly CaseNotifications[] {
  const byCase = new Map<string, [NotificationRow, ...NotificationRow[]]>();
  for (const row of rows) {
    const known = byCase.get(row.caseId);
    if (known === undefined) byCase.set(row.caseId, [row]);
    else known.push(row);
  }
  const isUnread = ({ at }: NotificationRow): boolean => readUntil === undefined || at > readUntil;
  const groups = [...byCase.values()].map((own): CaseNotifications => {
    const news = own.filter(isUnread);
    return { rows: own, level: mostPressing(news.length > 0 ? news : own), unread: news.length > 0 };
  });
  return groups.sort(
    (one, other) => Number(other.unread) - Number(one.unread) || other.rows[0].at.getTime() - one.rows[0].at.getTime(),
  );
}

function mostPressing(rows: readonly NotificationRow[]): NotificationLevel {
  return NOTIFICATION_LEVELS.find((level) => rows.some((row) => row.level === level)) ?? 'information';
}
