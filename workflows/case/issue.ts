import { ActivityFailure, ApplicationFailure, sleep } from '@temporalio/workflow';
import type { CaseEvent } from '../../domain/case/case-event.js';
import type { Effect, SendReplyEffect } from '../../domain/case/effect.js';
import { assertNever } from '../../domain/lib/assert-never.js';
import {
  acknowledge,
  fetchCalendars,
  recordCase,
  remind,
  sendReply,
  tellCitizen,
  transmit,
} from '../activity-proxies.js';
import type { ReplyOutcome } from '../contract/activities.js';
import type { CaseRoom, Order } from './case-room.js';

/** Turns an order into a timer or an activity, whose end is an event. Never awaited by the loop. */
export function issue(room: CaseRoom, caseId: string, order: Order): void {
  switch (order.kind) {
    case 'timer':
      // The difference can be negative: the instant may have passed while the worker was away.
      void sleep(Math.max(1, order.at - Date.now())).then(() => {
        room.timerFired(order.at, Date.now());
      });
      return;
    case 'record':
      void recordCase(order.record).then((revision) => {
        room.recordStored(revision);
      });
      return;
    case 'effect':
      void issueEffect(room, caseId, order.effect);
      return;
    default:
      assertNever(order);
  }
}

function issueEffect(room: CaseRoom, caseId: string, effect: Effect): Promise<void> {
  const failed = (error: unknown): void => {
    room.effectEnded({ kind: 'effectFailed', at: Date.now(), effect, code: codeOf(error) });
  };
  const ended = (): void => {
    room.effectEnded();
  };
  switch (effect.kind) {
    case 'acknowledge':
      return acknowledge({ caseId, effect }).then(() => {
        room.effectEnded(effect.tellsCase ? { kind: 'acknowledged', at: Date.now(), effect: effect.id } : undefined);
      }, failed);
    case 'remind':
      return remind({ caseId, effect }).then(ended, failed);
    case 'tellCitizen':
      return tellCitizen({ caseId, effect }).then(ended, failed);
    case 'sendReply':
      return sendReply({ caseId, effect }).then((outcome) => {
        room.effectEnded(replyEvent(effect, outcome));
      }, failed);
    case 'transmit':
      return transmit({ caseId, effect }).then(ended, failed);
    case 'fetchCalendars':
      return fetchCalendars({ caseId, effect }).then((calendars) => {
        room.calendarsFetched(effect.id, calendars, Date.now());
      }, failed);
    default:
      return assertNever(effect);
  }
}

function replyEvent(effect: SendReplyEffect, outcome: ReplyOutcome): CaseEvent {
  const at = Date.now();
  switch (outcome) {
    case 'sent':
      return { kind: 'replySent', at, effect: effect.id };
    case 'toPost':
      return { kind: 'replyToPost', at, effect: effect.id };
    case 'inDoubt':
      return { kind: 'replyInDoubt', at, effect: effect.id };
    default:
      return assertNever(outcome);
  }
}

/** Across a process border an error is known by its code, never by its class or its text. */
function codeOf(error: unknown): string {
  const cause = error instanceof ActivityFailure ? error.cause : error;
  return cause instanceof ApplicationFailure && typeof cause.type === 'string' ? cause.type : 'effect.failed';
}
