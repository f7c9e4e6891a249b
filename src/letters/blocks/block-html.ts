import { assertNever } from '../../../domain/lib/assert-never.js';
import type { Block, Span } from './block.js';

/** The same blocks as HTML that any mail program draws: no style sheet, no image, no script; every text is escaped. */
export function blocksToHtml(blocks: readonly Block[]): string {
  return blocks.map(blockToHtml).join('\n');
}

/** For text and for attributes between double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${String(mark.charCodeAt(0))};`).replaceAll('\u00a0', '&#160;');
}

function blockToHtml(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p style="margin:0 0 16px">${spansToHtml(block.spans)}</p>`;
    case 'heading':
      return `<h2 style="margin:24px 0 8px;font-size:17px">${escapeHtml(block.text)}</h2>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      const items = block.items.map((item) => `<li style="margin:0 0 6px">${spansToHtml(item)}</li>`).join('');
      return `<${tag} style="margin:0 0 16px;padding-left:24px">${items}</${tag}>`;
    }
    default:
      return assertNever(block);
  }
}

function spansToHtml(spans: readonly Span[]): string {
  return spans.map(spanToHtml).join('');
}

function spanToHtml(span: Span): string {
  switch (span.kind) {
    case 'text':
      return escapeHtml(span.text);
    case 'strong':
      return `<strong>${spansToHtml(span.spans)}</strong>`;
    case 'emphasis':
      return `<em>${spansToHtml(span.spans)}</em>`;
    case 'break':
      return '<br>';
    case 'link':
      return `<a href="${escapeHtml(span.href)}" style="color:#0b4f8a">${escapeHtml(span.text)}</a>`;
    default:
      return assertNever(span);
  }
}
