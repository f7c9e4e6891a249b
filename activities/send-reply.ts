import type { SendReplyEffect } from '../domain/case/effect.js';
import type { EffectOf, ReplyOutcome } from '../workflows/contract/activities.js';
import { ApplicationFailure } from '@temporalio/activity';
import { activityFailure } from './failures.js';
import { messageIdOf } from './message-id.js';
import { MailFailure } from './ports/mailer.js';
import type { Ports } from './ports/index.js';

/**
 * Sends the reply once. One row is reserved for the effect before anything leaves; an attempt that finds it reserved and
 * not confirmed sends nothing and says so: it may have left, and a person decides.
 */
export async function sendReply(ports: Ports, { caseId, effect }: EffectOf<SendReplyEffect>): Promise<ReplyOutcome> {
  if (effect.channel === 'letter') {
    await ports.outgoing.putOnPostList(caseId, effect);
    return 'toPost';
  }
  const mail = await ports.correspondence.reply(caseId, effect);
  if (mail === undefined) throw ApplicationFailure.nonRetryable('reply.no-address', 'reply.no-address');
  const messageId = messageIdOf(effect.id);
  const reservation = await ports.outgoing.reserve(caseId, effect, messageId);
  if (reservation !== 'mine') return reservation;
  try {
    await ports.mailer.send({ ...mail, messageId });
  } catch (error) {
    if (error instanceof MailFailure && !error.certainlyNotSent) return 'inDoubt';
    if (error instanceof MailFailure) await ports.outgoing.release(effect.id);
    throw activityFailure(error);
  }
  await ports.outgoing.confirm(effect.id);
  return 'sent';
}
