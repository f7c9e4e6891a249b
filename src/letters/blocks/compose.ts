import { typeset } from '../../../domain/text/french-typography.js';
import type { Block, Span } from './block.js';

/** A string is a sentence to set; a span is taken as it is. `undefined` is left out, so that a sentence can be optional. */
export type Part = string | Span | undefined;

/** One paragraph; nothing at all when none of its parts is there. */
export function paragraph(...parts: readonly Part[]): Block[] {
  const spans = spansOf(parts);
  return spans.length === 0 ? [] : [{ kind: 'paragraph', spans }];
}

/** One paragraph of short lines (an address, a signature), missing ones left out. */
export function linesBlock(lines: readonly Part[]): Block[] {
  const spans = spansOf(lines).flatMap((span, index) => (index === 0 ? [span] : [{ kind: 'break' as const }, span]));
  return spans.length === 0 ? [] : [{ kind: 'paragraph', spans }];
}

export function bullets(items: readonly Part[]): Block[] {
  const present = items.filter((item) => item !== undefined && item !== '');
  return present.length === 0 ? [] : [{ kind: 'list', ordered: false, items: present.map((item) => spansOf([item])) }];
}

export function headed(title: string, blocks: readonly Block[]): Block[] {
  return blocks.length === 0 ? [] : [{ kind: 'heading', text: typeset(title) }, ...blocks];
}

export function strong(text: string): Span {
  return { kind: 'strong', spans: [{ kind: 'text', text: typeset(text) }] };
}

/** Text that must stay to the letter: a code, an address of a mailbox. */
export function verbatim(text: string): Span {
  return { kind: 'text', text };
}

export function link(text: string, href: string): Span {
  return { kind: 'link', href, text: text === href ? text : typeset(text) };
}

function spansOf(parts: readonly Part[]): Span[] {
  return parts.flatMap((part) => {
    if (part === undefined || part === '') return [];
    return typeof part === 'string' ? [{ kind: 'text', text: typeset(part) }] : [part];
  });
}
