import { crc32 } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** What is drawn. Texts, dates, places and profiles of a camera or a program stay out. */
const KEPT = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'pHYs', 'IDAT', 'IEND']);
/** Pixels on a side: two thousand print at 600 dpi over the width of a letterhead. */
const LARGEST = 2000;

/** The picture with its drawing alone. @returns undefined where it is no whole PNG, or a larger one than a logo needs */
export function safePng(content: Buffer): Buffer | undefined {
  if (!content.subarray(0, 8).equals(SIGNATURE)) return undefined;
  const kept: Buffer[] = [SIGNATURE];
  for (let at = 8; at < content.length;) {
    const part = partAt(content, at);
    if (part === undefined || (at === 8 && !(part.type === 'IHDR' && fits(content, at + 8)))) return undefined;
    if (KEPT.has(part.type)) kept.push(content.subarray(at, part.end));
    if (part.type === 'IEND') return Buffer.concat(kept);
    at = part.end;
  }
  return undefined;
}

/** A part of the file: length, four letters, data, check sum. Undefined where it is broken. */
function partAt(content: Buffer, at: number): { readonly type: string; readonly end: number } | undefined {
  if (at + 12 > content.length) return undefined;
  const end = at + 12 + content.readUInt32BE(at);
  if (end > content.length) return undefined;
  if (crc32(content.subarray(at + 4, end - 4)) !== content.readUInt32BE(end - 4)) return undefined;
  return { type: content.toString('latin1', at + 4, at + 8), end };
}

function fits(content: Buffer, at: number): boolean {
  const [width, height] = [content.readUInt32BE(at), content.readUInt32BE(at + 4)];
  return width > 0 && height > 0 && width <= LARGEST && height <= LARGEST;
}
