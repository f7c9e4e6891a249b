import { ApplicationFailure } from '@temporalio/activity';
import { MailFailure } from './ports/mailer.js';

/**
 * What a caught error means to the engine: "give up" for a refusal, "try again" for a neighbour that is away; anything
 * unknown is left alone and retried. The failure carries a code and nothing else: an SMTP error quotes an address.
 */
export function activityFailure(error: unknown): unknown {
  if (!(error instanceof MailFailure)) return error;
  return ApplicationFailure.create({ message: error.code, type: error.code, nonRetryable: error.kind === 'refused' });
}
