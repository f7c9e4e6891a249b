import { letterheadOf } from '../../people/organisations.service.js';
import type { CaseContext } from '../case-context.js';
import type { LetterMail } from '../render-letter.js';
import { replyMail } from './citizen-mails.js';
import type { MailContent } from './mail-content.js';

/** The mail that carries the reply of a case, whose letter is given. */
export function replyOf({ caseFile, sheet, definition, followUrl }: CaseContext, letter: LetterMail): MailContent {
  return replyMail({
    organisation: letterheadOf(sheet),
    caseNumber: caseFile.caseNumber,
    title: definition.title,
    followUrl,
    letter,
  });
}
