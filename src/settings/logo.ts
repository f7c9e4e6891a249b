import type { Logo } from '../town/town.js';
import { safePng } from './safe-png.js';
import { safeSvg } from './safe-svg.js';

/** Bytes of a logo once cleaned: each letter carries it, and a letterhead needs no more. */
export const LARGEST_LOGO = 60_000;

/** Why a file cannot be the logo of a letter. */
export type LogoFault = 'type' | 'unsafe' | 'size';

/** The drawing alone of a file that an administrator chose: SVG written again from an allow-list, PNG without its extras. */
export function readLogo(content: Buffer): Logo | LogoFault {
  const type = content.subarray(1, 4).toString('latin1') === 'PNG' ? 'png' : isSvg(content) ? 'svg' : undefined;
  if (type === undefined) return 'type';
  const clean = type === 'png' ? safePng(content) : cleanSvg(content);
  if (clean === undefined) return 'unsafe';
  return clean.length > LARGEST_LOGO ? 'size' : { type, content: clean.toString('base64') };
}

function isSvg(content: Buffer): boolean {
  return /<svg[\s>]/.test(content.subarray(0, 4000).toString('utf8'));
}

function cleanSvg(content: Buffer): Buffer | undefined {
  const clean = safeSvg(content.toString('utf8'));
  return clean === undefined ? undefined : Buffer.from(clean, 'utf8');
}
