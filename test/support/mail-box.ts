/** A mail as the catcher keeps it. */
export interface CaughtMail {
  readonly id: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly messageId: string;
}

/** What arrived for one address, newest first. */
export async function mailsTo(mailUrl: string, address: string): Promise<readonly CaughtMail[]> {
  const response = await fetch(`${mailUrl}/messages?to=${encodeURIComponent(address)}`);
  return (await response.json()) as CaughtMail[];
}

/** Replies, told from acknowledgements by their subject. */
export async function repliesTo(mailUrl: string, address: string): Promise<readonly CaughtMail[]> {
  return (await mailsTo(mailUrl, address)).filter((mail) => mail.subject.startsWith('Votre demande'));
}
