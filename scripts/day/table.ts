/** A column: its title, and how many characters it may take. */
export interface Column {
  readonly title: string;
  readonly width: number;
}

const GAP = '  ';

/** Rows of texts under titles; what is too long goes on below, broken between words. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    columns.map(({ width }, i) => (cells[i] ?? '').padEnd(width)).join(GAP).trimEnd(); // prettier-ignore
  const printed = rows.flatMap((row) => {
    const cells = columns.map(({ width }, i) => wrap(row[i] ?? '', width));
    const height = Math.max(...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, n) => line(cells.map((lines) => lines[n] ?? '')));
  });
  return [
    line(columns.map(({ title }) => title)),
    line(columns.map(({ width }) => '─'.repeat(width))),
    ...printed,
  ].join('\n');
}

/** Lines of at most so many characters; an unbreakable space is not a place to break. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(' ')) {
    const joined = current === '' ? word : `${current} ${word}`;
    if (joined.length <= width) current = joined;
    else {
      if (current !== '') lines.push(current);
      current = word;
      for (; current.length > width; current = current.slice(width)) lines.push(current.slice(0, width));
    }
  }
  return [...lines, current];
}
