import { countOf } from '../../domain/text/french-typography.js';
import { bullets, link, paragraph } from '../letters/blocks/compose.js';
import type { LetterOrganisation } from '../letters/letter-input.js';
import { mailContent, type MailContent } from '../letters/mails/mail-content.js';
import { replacedLine, type ReplacedPerson } from './replacement-lines.js';

/** An absence begins: whoever acts meanwhile is told whom they replace, until when, and where that work is. */
export function replacementMail({
  organisation,
  publicUrl,
  replaced,
}: {
  readonly organisation: LetterOrganisation;
  readonly publicUrl: string;
  readonly replaced: readonly ReplacedPerson[];
}): MailContent {
  const [first, ...others] = replaced;
  const alone = others.length === 0 ? first : undefined;
  return mailContent({
    organisation,
    subject: `Vous remplacez ${alone?.name ?? countOf(replaced.length, 'collègue')}`,
    blocks: [
      ...paragraph(`Pendant ${alone === undefined ? 'leur' : 'son'} absence, vous remplacez :`),
      ...bullets(replaced.map(replacedLine)),
      ...paragraph('Ce travail est aussi dans vos listes. Ses échéances ne changent pas.'),
      ...paragraph(link('Ouvrir vos listes', `${publicUrl}/`)),
    ],
  });
}
