import { longDate } from '../../domain/text/french-typography.js';
import { linesBlock, link, paragraph, strong } from '../letters/blocks/compose.js';
import { mailContent, type MailContent } from '../letters/mails/mail-content.js';
import type { AgentMailData } from '../letters/mails/agent-mails.js';

export interface RemindMailData extends AgentMailData {
  /** Who reminds. */
  readonly by: string;
  readonly message?: string;
}

/** A person asks whoever holds a case to get on with it; as every mail to an agent, without the citizen. */
export function remindMail({
  organisation,
  caseNumber,
  title,
  dueOn,
  taskUrl,
  by,
  message,
}: RemindMailData): MailContent {
  return mailContent({
    organisation,
    subject: `Relance : ${caseNumber}`,
    blocks: [
      ...paragraph(`${by} vous relance pour cette demande, qui attend votre action :`),
      ...linesBlock([
        strong(caseNumber),
        title,
        dueOn === undefined ? 'Sans échéance' : `Échéance : ${longDate(dueOn)}`,
      ]),
      ...paragraph(message),
      ...paragraph(link('Ouvrir la demande', taskUrl)),
    ],
  });
}
