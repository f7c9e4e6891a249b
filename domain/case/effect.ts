import type { ReminderLevel } from './clock.js';

interface EffectBase {
  /** `<caseId>.e<n>`: the idempotency key of whatever carries it out. */
  readonly id: string;
}

/** Mail to the citizen at once: number, tracking code, promised date. */
export interface AcknowledgeEffect extends EffectBase {
  readonly kind: 'acknowledge';
  /** A legal clock waits for it: its success comes back as an event. */
  readonly tellsCase: boolean;
}

/** Mail to whoever holds the open tasks; `escalation` goes to the head of department too. */
export interface RemindEffect extends EffectBase {
  readonly kind: 'remind';
  readonly clock: string;
  readonly level: ReminderLevel;
  readonly dueOn?: string;
  /** Persons; those who hold the open tasks, and from the escalation on the head of department. */
  readonly to: readonly string[];
  /** Teams whose common inbox holds an open task. */
  readonly teams: readonly string[];
}

/** Mail to the citizen about one thing that happened to the case. */
export interface TellCitizenEffect extends EffectBase {
  readonly kind: 'tellCitizen';
  readonly about: 'missingItem' | 'withdrawn' | 'noCitizenReply' | 'reopened' | 'postponed';
  /** The open request it speaks of, for `missingItem`. */
  readonly openRequest?: string;
}

/** Sends the reply, whose bytes are known by their hash, by the channel the citizen chose. */
export interface SendReplyEffect extends EffectBase {
  readonly kind: 'sendReply';
  readonly letter: string;
  readonly letterHash: string;
  readonly channel: 'email' | 'letter';
}

/** Passes the request on to the authority that is competent for it, an id of the town's list. */
export interface TransmitEffect extends EffectBase {
  readonly kind: 'transmit';
  readonly authority: string;
}

/** A count went beyond what the calendars cover, or a closure was decided: fetch them anew. */
export interface FetchCalendarsEffect extends EffectBase {
  readonly kind: 'fetchCalendars';
  readonly organisations: readonly string[];
}

/** What the case asks of the world. */
export type Effect =
  AcknowledgeEffect | RemindEffect | TellCitizenEffect | SendReplyEffect | TransmitEffect | FetchCalendarsEffect;

export type EffectKind = Effect['kind'];
