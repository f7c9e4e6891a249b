/** Elements of a drawing; whatever runs, loads or embeds is none of them. */
const ELEMENTS = new Set(
  `svg g defs path rect circle ellipse line polyline polygon text tspan title desc linearGradient radialGradient stop
   clipPath mask pattern symbol use style metadata`.split(/\s+/),
);
/** Dropped with what they hold: they say nothing that is drawn. */
const DROPPED = new Set(['metadata']);
const ATTRIBUTE = /([A-Za-z_][\w.:-]*)\s*=\s*("([^"]*)"|'([^']*)')/g;
const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([A-Za-z_][\w.:-]*)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+)/g;

/**
 * Writes a drawing again from what an allow-list knows of it: no script, no event, no link, no address outside the file.
 * @returns undefined where it is no SVG, or where something in it cannot be left out without changing what is drawn
 */
export function safeSvg(text: string): string | undefined {
  const source = text.replace(/^\ufeff/, '').trim();
  // An entity may stand for anything: a document type has no place in a logo.
  if (/<!(?:DOCTYPE|ENTITY)[^>]*\[/i.test(source)) return undefined;
  const drawing = source.replace(/<!DOCTYPE[^>[]*>/i, '');
  const written = rewrite(drawing);
  return written !== undefined && /^<svg[\s>]/.test(written) ? written : undefined;
}

interface Opened {
  readonly name: string;
  /** It, or what holds it, is left out. */
  readonly hidden: boolean;
}

function rewrite(drawing: string): string | undefined {
  const out: string[] = [];
  const open: Opened[] = [];
  let end = 0;
  for (const match of drawing.matchAll(TOKEN)) {
    if (match.index !== end) return undefined;
    end = match.index + match[0].length;
    const written = match[3] === undefined ? words(match, open.at(-1)) : tag(match, open);
    if (written === undefined) return undefined;
    out.push(written);
  }
  return end === drawing.length && open.length === 0 ? out.join('').trim() : undefined;
}

/** A tag as it is written again; `open` follows what stands open. */
function tag(
  [, , closing, name = '', attributes = '', selfClosing = '']: RegExpExecArray,
  open: Opened[],
): string | undefined {
  if (closing === '/') return closed(open.pop(), name);
  // What drawing programs keep for themselves (`sodipodi:namedview`) draws nothing.
  const hidden = isHidden(open) || drawsNothing(name);
  if (selfClosing === '') open.push({ name, hidden });
  if (hidden) return '';
  const kept = ELEMENTS.has(name) ? keptAttributes(attributes) : undefined;
  return kept === undefined ? undefined : `<${name}${kept}${selfClosing}>`;
}

function closed(last: Opened | undefined, name: string): string | undefined {
  if (last?.name !== name) return undefined;
  return last.hidden ? '' : `</${name}>`;
}

function drawsNothing(name: string): boolean {
  return name.includes(':') || DROPPED.has(name);
}

function isHidden(open: readonly Opened[]): boolean {
  return open.at(-1)?.hidden === true;
}

function words([whole, cdata, , , , , plain]: RegExpExecArray, within: Opened | undefined): string | undefined {
  if (within?.hidden === true || whole.startsWith('<!--') || whole.startsWith('<?')) return '';
  const said = cdata === undefined ? (plain ?? '') : escaped(cdata);
  return within?.name === 'style' && !safeStyle(said) ? undefined : said;
}

/** Undefined where one of them runs, loads or leads elsewhere. */
function keptAttributes(text: string): string | undefined {
  const kept = [...text.matchAll(ATTRIBUTE)].map(([, name = '', , double, single]) =>
    keptAttribute(name, double ?? single ?? ''),
  );
  if (kept.includes(undefined)) return undefined;
  const written = kept.join('');
  return written.includes('xlink:href') ? ` xmlns:xlink="http://www.w3.org/1999/xlink"${written}` : written;
}

function keptAttribute(name: string, value: string): string | undefined {
  if (/^on/i.test(name)) return undefined;
  if (/(?:^|:)href$/i.test(name)) return value.startsWith('#') ? ` xlink:href="${value}"` : undefined;
  if (name === 'xml:space' || name === 'xmlns') return ` ${name}="${value}"`;
  if (name.includes(':')) return '';
  return safeStyle(value) ? ` ${name}="${value.replace(/"/g, '&quot;')}"` : undefined;
}

/** Colours, measures, and references inside the file; nothing that a style sheet would fetch. */
function safeStyle(text: string): boolean {
  return !/@import|expression\s*\(|javascript:|data:|url\(\s*['"]?(?!#)/i.test(text) && !/[\\<]/.test(text);
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
