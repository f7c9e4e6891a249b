import { typeset } from '../../../domain/text/french-typography.js';
import type { Block } from '../blocks/block.js';
import { blocksToHtml, escapeHtml } from '../blocks/block-html.js';
import { blocksToText } from '../blocks/block-text.js';
import { linesBlock, link, paragraph, verbatim } from '../blocks/compose.js';
import { readableOnWhite } from '../layout/readable-on-white.js';
import type { LetterOrganisation } from '../letter-input.js';

/** A mail ready for the `Mailer` port: the text and the HTML say the same. */
export interface MailContent {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** What it says between greeting and foot: a citizen without a mail address gets it on paper. */
  readonly blocks: readonly Block[];
}

export interface MailParts {
  readonly organisation: LetterOrganisation;
  readonly subject: string;
  readonly blocks: readonly Block[];
  /** HTML that follows the blocks, already safe, with its plain text: a letter. */
  readonly letter?: { readonly text: string; readonly html: string };
}

/** Puts a mail together: a greeting before, the town's name and address at the end. */
export function mailContent({ organisation, subject, blocks, letter }: MailParts): MailContent {
  const footer = footerBlocks(organisation);
  const greeted = [...paragraph('Bonjour,'), ...blocks];
  const rule = '-'.repeat(40);
  const text = [
    blocksToText(greeted),
    ...(letter === undefined ? [] : [rule, letter.text]),
    rule,
    blocksToText(footer),
  ];
  const oneLine = typeset(subject).replace(/[\r\n]+/g, ' ');
  return {
    subject: oneLine,
    text: `${text.join('\n\n')}\n`,
    html: page(oneLine, organisation, [
      blocksToHtml(greeted),
      letter === undefined ? '' : `<hr style="border:0;border-top:1px solid #c9cdd3">\n${letter.html}`,
      `<footer style="border-top:1px solid #c9cdd3;padding-top:12px;font-size:14px;color:#4a4f57">${blocksToHtml(footer)}</footer>`,
    ]),
    blocks,
  };
}

function footerBlocks(organisation: LetterOrganisation): Block[] {
  return linesBlock([
    verbatim(organisation.name),
    ...organisation.addressLines.map(verbatim),
    organisation.phone === undefined ? undefined : `Tél. : ${organisation.phone}`,
    organisation.email === undefined ? undefined : link(organisation.email, `mailto:${organisation.email}`),
  ]);
}

function page(title: string, organisation: LetterOrganisation, parts: readonly string[]): string {
  const colour = readableOnWhite(organisation.primaryColour);
  return `<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title></head>
<body style="margin:0;background:#fff">
<main style="max-width:600px;margin:0 auto;padding:24px;font:16px/1.5 Arial,sans-serif;color:#1b1b1b">
<h1 style="margin:0 0 20px;font-size:20px;color:${colour}">${escapeHtml(organisation.logoText)}</h1>
${parts.filter((part) => part !== '').join('\n')}
</main>
</body>
</html>
`;
}
