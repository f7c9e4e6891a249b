import type { NotificationLevel } from '../../domain/people/notification-channel.js';
import type { NotificationRow } from '../database/repositories/notifications.repository.js';
import { groupNotifications } from './group-notifications.js';

const at = (hour: number): Date => new Date(Date.UTC(2026, 4, 4, hour));
const row = (caseId: string, hour: number, level: NotificationLevel = 'information'): NotificationRow => ({
  ...{ caseId, caseNumber: caseId, title: 'Nid-de-poule', dueOn: null, level, code: 'note' },
  ...{ at: at(hour), following: null, actor: null, about: null },
});
const said = (rows: readonly NotificationRow[], until?: Date): readonly string[] =>
  groupNotifications(rows, until).map(
    ({ rows: [first, ...more], level, unread }) =>
      `${first.caseId} ${level} ${String(1 + more.length)}${unread ? ' new' : ''}`,
  );

describe('notifications', () => {
  it('are one entry a case, with the most pressing of what it holds', () => {
    expect(said([row('b', 12), row('a', 11, 'mention'), row('b', 10, 'action')])).toEqual([
      'b action 2 new',
      'a mention 1 new',
    ]);
  });

  it('stand by what is not read yet, which comes first', () => {
    const rows = [row('b', 12), row('a', 11), row('b', 10, 'action')];
    expect(said(rows, at(11))).toEqual(['b information 2 new', 'a information 1']);
    expect(said([row('b', 12, 'mention'), row('a', 11)], at(13))).toEqual(['b mention 1', 'a information 1']);
  });
});
