/** A run of text, bold or not. */
export interface LetterSpan {
  readonly text: string;
  readonly bold: boolean;
}

/** The Markdown that a letter may hold: paragraphs, lists and bold. Line breaks inside a paragraph are kept. */
export type LetterBlock =
  | { readonly kind: 'paragraph'; readonly lines: readonly (readonly LetterSpan[])[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly LetterSpan[])[] };

/** Reads the subset; anything else is plain text, and empty paragraphs vanish. */
export function parseLetter(markdown: string): readonly LetterBlock[] {
  return markdown
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n/)
    .map((block) => block.split('\n').map((line) => line.trim()).filter((line) => line !== ''))
    .filter((lines) => lines.length > 0)
    .flatMap(blocksOf);
}

/** A list may follow its introduction without a blank line, as people type it. */
function blocksOf(lines: readonly string[]): readonly LetterBlock[] {
  const blocks: LetterBlock[] = [];
  let pending: string[] = [];
  let inList = false;
  const flush = (): void => {
    if (pending.length > 0) blocks.push(inList ? listOf(pending) : paragraphOf(pending));
    pending = [];
  };
  for (const line of lines) {
    if (isItem(line) !== inList) {
      flush();
      inList = !inList;
    }
    pending.push(line);
  }
  flush();
  return blocks;
}

function isItem(line: string): boolean {
  return /^[-*•] /.test(line);
}

function paragraphOf(lines: readonly string[]): LetterBlock {
  return { kind: 'paragraph', lines: lines.map(spansOf) };
}

function listOf(lines: readonly string[]): LetterBlock {
  return { kind: 'list', items: lines.map((line) => spansOf(line.slice(2).trim())) };
}

function spansOf(line: string): readonly LetterSpan[] {
  return line
    .split(/\*\*(.+?)\*\*/)
    .map((text, index) => ({ text, bold: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

/** The same text without marks, for the mail's plain part: list items keep their dash. */
export function plainText(blocks: readonly LetterBlock[]): string {
  const join = (spans: readonly LetterSpan[]): string => spans.map(({ text }) => text).join('');
  return blocks
    .map((block) =>
      block.kind === 'paragraph'
        ? block.lines.map(join).join('\n')
        : block.items.map((item) => `- ${join(item)}`).join('\n'),
    )
    .join('\n\n');
}
