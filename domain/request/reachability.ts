import type { ReplyChannel } from '../process/runnable.js';
import type { RefusalCode } from '../refusals.js';

/** What the town holds of a citizen to write to them; an empty text is nothing held. */
export interface Contacts {
  readonly email?: string | null | undefined;
  readonly address?: { readonly lines: readonly string[] } | null | undefined;
}

export type Unreachable = Extract<RefusalCode, 'citizen.no-mail-address' | 'citizen.no-postal-address'>;

/** Why a reply could not reach them by this channel; undefined where it could. What is said, or not said, needs no address. */
export function unreachableBy(channel: ReplyChannel, contacts: Contacts | undefined): Unreachable | undefined {
  if (channel === 'email') return hasMail(contacts) ? undefined : 'citizen.no-mail-address';
  if (channel === 'letter') return hasPostalAddress(contacts) ? undefined : 'citizen.no-postal-address';
  return undefined;
}

/** Whether mail can be sent to them. */
export function hasMail(contacts: Contacts | undefined): boolean {
  return (contacts?.email ?? '').trim() !== '';
}

/** Whether a letter can be sent to them. */
export function hasPostalAddress(contacts: Contacts | undefined): boolean {
  return contacts?.address?.lines.some((line) => line.trim() !== '') === true;
}
