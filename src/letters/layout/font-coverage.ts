/** Reads which characters a TrueType font can draw (its `cmap` table, formats 4 and 12: the two that matter). */
export function coveredCodePoints(font: Buffer): ReadonlySet<number> {
  const cmap = tableOffset(font, 'cmap');
  const covered = new Set<number>();
  const count = font.readUInt16BE(cmap + 2);
  for (let i = 0; i < count; i++) {
    const subtable = cmap + font.readUInt32BE(cmap + 4 + 8 * i + 4);
    const format = font.readUInt16BE(subtable);
    if (format === 4) readSegments(font, subtable, covered);
    if (format === 12) readGroups(font, subtable, covered);
  }
  return covered;
}

/**
 * A character that no shipped font can draw would make the whole letter fail (PDF/UA forbids it) or, with the machine's
 * own fonts, look different from one server to the next: it becomes a visible square instead.
 */
export function drawable(text: string, covered: ReadonlySet<number>): string {
  return Array.from(text.normalize('NFC'), (char) => {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x20 || (code >= 0x7f && code < 0xa0) || INVISIBLE.test(char))
      return char === '\n' || char === '\t' ? ' ' : '';
    return covered.has(code) ? char : '□';
  }).join('');
}

/** Joiners, marks of direction (Cf) and variation selectors: nothing to see when their character is replaced. */
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}/u;

function tableOffset(font: Buffer, tag: string): number {
  const tables = font.readUInt16BE(4);
  for (let i = 0; i < tables; i++) {
    const record = 12 + 16 * i;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`Font without a ${tag} table`);
}

function readSegments(font: Buffer, at: number, covered: Set<number>): void {
  const doubled = font.readUInt16BE(at + 6);
  for (let i = 0; i < doubled; i += 2) {
    const end = font.readUInt16BE(at + 14 + i);
    const start = font.readUInt16BE(at + 16 + doubled + i);
    for (let code = start; code <= end && code !== 0xffff; code++) covered.add(code);
  }
}

function readGroups(font: Buffer, at: number, covered: Set<number>): void {
  const groups = font.readUInt32BE(at + 12);
  for (let i = 0; i < groups; i++) {
    const start = font.readUInt32BE(at + 16 + 12 * i);
    const end = font.readUInt32BE(at + 20 + 12 * i);
    for (let code = start; code <= end; code++) covered.add(code);
  }
}
