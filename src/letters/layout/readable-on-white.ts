const BLACK = '#1b1b1b';
const AA_CONTRAST = 4.5;

/** The colour itself when a text of it can be read on white (WCAG 1.4.3, 4.5:1), else near black. */
export function readableOnWhite(colour: string | undefined): string {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour ?? '');
  if (match === null) return BLACK;
  const [r = 0, g = 0, b = 0] = match.slice(1).map((pair) => linear(Number.parseInt(pair, 16) / 255));
  const luminance = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return 1.05 / (luminance + 0.05) >= AA_CONTRAST ? match[0] : BLACK;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
