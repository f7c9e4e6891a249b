import type { Role } from './role.js';

/** How much something presses, from the most to the least. */
export const NOTIFICATION_LEVELS = ['action', 'mention', 'information'] as const;
export type NotificationLevel = (typeof NOTIFICATION_LEVELS)[number];

/**
 * Where a person is told. Whatever is told by mail, at once or in the digest of the morning, stands in the application
 * too; `none` is told nowhere.
 */
export const NOTIFICATION_CHANNELS = ['application', 'mail', 'digest', 'none'] as const;
export type NotificationChannel = (typeof NOTIFICATION_CHANNELS)[number];

/** What is asked of a person is never kept from them. */
export const CHANNELS_OF_ACTIONS = ['application', 'mail', 'digest'] as const satisfies readonly NotificationChannel[];

export interface NotificationChannels extends Readonly<Record<NotificationLevel, NotificationChannel>> {
  readonly action: (typeof CHANNELS_OF_ACTIONS)[number];
}

/** Those for whom a list is their day: a mail for each entry would only be noise. */
const LIVES_IN_THE_TOOL: readonly Role[] = ['ambassador', 'headOfCitizenRelations', 'patroller'];

/** For whoever chose nothing. */
export function usualChannels(roles: readonly { readonly role: Role }[]): NotificationChannels {
  const livesInTheTool = roles.some(({ role }) => LIVES_IN_THE_TOOL.includes(role));
  return { action: livesInTheTool ? 'application' : 'mail', mention: 'application', information: 'application' };
}
