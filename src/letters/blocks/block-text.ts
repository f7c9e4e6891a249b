import { assertNever } from '../../../domain/lib/assert-never.js';
import type { Block, Span } from './block.js';

const WIDTH = 72;

/** The plain text of a mail: 72 columns, lists with hanging lines, addresses of links written out. */
export function blocksToText(blocks: readonly Block[]): string {
  return blocks.map(blockToText).join('\n\n');
}

/** Breaks at ordinary spaces only: a no-break space holds. A word longer than the line (an address) stays whole. */
export function wrapText(text: string, indent = ''): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, indent))
    .join(`\n${indent}`);
}

function wrapLine(line: string, indent: string): string {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    if (current !== '' && indent.length + current.length + 1 + word.length > WIDTH) {
      lines.push(current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, current].join(`\n${indent}`);
}

function blockToText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return wrapText(spansToText(block.spans));
    case 'heading':
      return wrapText(block.text.toLocaleUpperCase('fr-FR'));
    case 'list':
      return block.items
        .map((item, index) => {
          const mark = block.ordered ? `${String(index + 1)}. ` : '- ';
          return `${mark}${wrapText(spansToText(item), ' '.repeat(mark.length))}`;
        })
        .join('\n');
    default:
      return assertNever(block);
  }
}

/** The words of a line, without any mark. */
export function spansToText(spans: readonly Span[]): string {
  return spans.map(spanToText).join('');
}

function spanToText(span: Span): string {
  switch (span.kind) {
    case 'text':
      return span.text;
    case 'strong':
    case 'emphasis':
      return spansToText(span.spans);
    case 'break':
      return '\n';
    case 'link':
      return writtenOut(span) ?? span.text;
    default:
      return assertNever(span);
  }
}

/** On paper and in plain text an address that hides behind words is lost: « words (address) ». */
export function writtenOut(link: { readonly href: string; readonly text: string }): string | undefined {
  const address = link.href.replace(/^(mailto|tel):/, '');
  const bare = (text: string): string => text.replace(/^https?:\/\/|\/$|[\s\u00a0]/g, '');
  return bare(link.text) === bare(address) ? undefined : `${link.text} (${address})`;
}
