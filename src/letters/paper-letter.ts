import { personOf } from '../../domain/people/directory.js';
import type { Block, Span } from './blocks/block.js';
import { authorOf } from './compose-letter.js';
import type { CaseContext } from './case-context.js';
import type { LetterInput, LetterRecipient } from './letter-input.js';
import type { MailContent } from './mails/mail-content.js';
import { letterheadOf } from '../people/organisations.service.js';

/** The same words on paper, for whoever cannot be written to by mail. */
export function paperLetter(
  { caseFile, sheet, directory, today }: CaseContext,
  { subject, blocks }: MailContent,
  recipient: LetterRecipient,
): LetterInput {
  const { holder, department } = caseFile.route;
  return {
    organisation: letterheadOf(sheet),
    date: today,
    reference: caseFile.caseNumber,
    object: subject,
    recipient,
    body: blocks.map(onPaper),
    author: authorOf({
      sheet,
      author: holder === undefined ? undefined : personOf(directory, holder),
      department: directory.departments.find(({ id }) => id === department),
    }),
    signature: { kind: 'notRequired' },
  };
}

/** Paper has no links: their address is written out. */
function onPaper(block: Block): Block {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, spans: block.spans.map(spanOnPaper) };
    case 'list':
      return { ...block, items: block.items.map((spans) => spans.map(spanOnPaper)) };
    case 'heading':
      return block;
  }
}

function spanOnPaper(span: Span): Span {
  if (span.kind !== 'link') return span;
  const bare = span.href.replace(/^(?:https?:\/\/|mailto:)/, '').replace(/\/$/, '');
  return { kind: 'text', text: bare === span.text ? bare : `${span.text} (${bare})` };
}
