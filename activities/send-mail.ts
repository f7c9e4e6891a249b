import { activityFailure } from './failures.js';
import { messageIdOf } from './message-id.js';
import type { OutgoingMail } from './ports/mailer.js';
import type { Ports } from './ports/index.js';

/**
 * Sends one mail that may come twice after a crash (an acknowledgement, a reminder).
 * @throws ApplicationFailure with a code of `MailFailureCode`
 */
export async function sendMail(ports: Pick<Ports, 'mailer'>, effectId: string, mail: OutgoingMail): Promise<void> {
  await deliver(ports, { ...mail, messageId: messageIdOf(effectId) });
}

/** Sends the same kind of mail to several people; each has a Message-ID of its own. */
export async function sendMails(
  ports: Pick<Ports, 'mailer'>,
  effectId: string,
  mails: readonly OutgoingMail[],
): Promise<void> {
  for (const [i, mail] of mails.entries()) await deliver(ports, { ...mail, messageId: messageIdOf(effectId, i) });
}

async function deliver(
  ports: Pick<Ports, 'mailer'>,
  message: OutgoingMail & { readonly messageId: string },
): Promise<void> {
  try {
    await ports.mailer.send(message);
  } catch (error) {
    throw activityFailure(error);
  }
}
