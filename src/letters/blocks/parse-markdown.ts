import { typeset } from '../../../domain/text/french-typography.js';
import type { Block, Span } from './block.js';

/**
 * Reads the small Markdown of answers and reply templates: paragraphs, `-` and `1.` lists, `**bold**`, `*italic*`,
 * `[text](https://…)`, a backslash at the end of a line for a line break. Anything else is plain text: no HTML, no
 * images, no headings, no address turned into a link by itself.
 */
export function parseMarkdown(source: string): Block[] {
  const chunks = hideEscapes(source.replace(/\r\n?/g, '\n'))
    .split(/\n(?:[ \t]*\n)+/)
    .map((chunk) => chunk.replace(/^\n+|\s+$/g, ''))
    .filter((chunk) => chunk.trim() !== '');
  return chunks.flatMap(blocksOfChunk);
}

/** Makes a text inert: whatever it contains, {@link parseMarkdown} reads it as these same words on one line. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** Escaped characters travel as private-use code points, so that no rule below can see them as markup. */
const PRIVATE_USE = 0xe000;

function hideEscapes(source: string): string {
  return source
    .replace(/[\ue000-\uf8ff]/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => String.fromCharCode(PRIVATE_USE + mark.charCodeAt(0)));
}

function showEscapes(text: string): string {
  return text.replace(/[\ue000-\uf8ff]/g, (hidden) => String.fromCharCode(hidden.charCodeAt(0) - PRIVATE_USE));
}

const LIST_ITEM = /^\s{0,3}(?:([-*•])|\d{1,3}[.)])\s+(.*)$/;

/** A chunk has no empty line inside; a list may follow a sentence without one. */
function blocksOfChunk(chunk: string): Block[] {
  const blocks: Block[] = [];
  let pending: { bullet: boolean | undefined; lines: string[] } = { bullet: undefined, lines: [] };
  const flush = (): void => {
    if (pending.lines.length > 0) blocks.push(blockOf(pending.bullet, pending.lines));
  };
  for (const line of chunk.split('\n')) {
    const item = LIST_ITEM.exec(line);
    const bullet = item === null ? undefined : item[1] !== undefined;
    if (item !== null && bullet !== pending.bullet) {
      flush();
      pending = { bullet, lines: [] };
    }
    if (item === null && pending.bullet !== undefined)
      pending.lines.push(`${pending.lines.pop() ?? ''}\n${line.trim()}`);
    else pending.lines.push(item === null ? line : (item[2] ?? ''));
  }
  flush();
  return blocks;
}

function blockOf(bullet: boolean | undefined, lines: readonly string[]): Block {
  if (bullet === undefined) return { kind: 'paragraph', spans: spansOfLines(lines.join('\n')) };
  return { kind: 'list', ordered: !bullet, items: lines.map(spansOfLines) };
}

function spansOfLines(text: string): Span[] {
  const lines = text.split(/\\\n/).map((line) => line.replace(/\s+/g, ' ').trim());
  return lines.flatMap((line, index) => (index === 0 ? spansOf(line) : [{ kind: 'break' as const }, ...spansOf(line)]));
}

const MARK =
  /\*\*(\S(?:.*?\S)?)\*\*(?!\*)|\*([^\s*](?:[^*]*[^\s*])?)\*|\[([^\]]+)\]\(((?:https?:\/\/|mailto:|tel:)[^\s()]+)\)/u;

function spansOf(text: string): Span[] {
  const mark = MARK.exec(text);
  if (mark === null) return textSpan(text);
  const [whole, strong, emphasis, label, href] = mark;
  const before = textSpan(text.slice(0, mark.index));
  const after = spansOf(text.slice(mark.index + whole.length));
  return [...before, marked({ strong, emphasis, label, href }), ...after];
}

interface Mark {
  readonly strong: string | undefined;
  readonly emphasis: string | undefined;
  readonly label: string | undefined;
  readonly href: string | undefined;
}

function marked({ strong, emphasis, label = '', href = '' }: Mark): Span {
  if (strong !== undefined) return { kind: 'strong', spans: spansOf(strong) };
  if (emphasis !== undefined) return { kind: 'emphasis', spans: spansOf(emphasis) };
  const text = showEscapes(label);
  return { kind: 'link', href: showEscapes(href), text: /[@/]/.test(text) ? text : typeset(text) };
}

function textSpan(text: string): Span[] {
  return text === '' ? [] : [{ kind: 'text', text: typeset(showEscapes(text)) }];
}
