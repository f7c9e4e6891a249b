import type { Effect } from '../domain/case/effect.js';
import type { EffectOf } from '../workflows/contract/activities.js';
import type { Missive } from './ports/correspondence.js';
import type { Ports } from './ports/index.js';
import { sendMail } from './send-mail.js';

/**
 * Lets a missive leave, and notes that it did: by mail, which may come twice after a crash, or through the list of letters
 * to print. Nobody to write to is no failure.
 */
export async function sendMissive(
  ports: Pick<Ports, 'mailer' | 'outgoing'>,
  { caseId, effect }: EffectOf<Effect>,
  missive: Missive | undefined,
): Promise<void> {
  switch (missive?.by) {
    case 'email':
      await sendMail(ports, effect.id, missive.mail);
      return ports.outgoing.noteSent(caseId, effect, missive.mail);
    case 'letter':
      return ports.outgoing.putMissiveOnPostList(caseId, effect, missive.letter);
    case undefined:
      return undefined;
  }
}
