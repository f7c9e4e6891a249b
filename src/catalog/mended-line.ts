/** A line that YAML does not read as its writer meant it, and the same line ready to be pasted over it. */
export interface MendedLine {
  /** From 1. */
  readonly line: number;
  readonly written: string;
  /** French: what YAML made of the line. */
  readonly because: string;
  /** French: what to do about it. */
  readonly advice: string;
}

/** Keys whose value is a text that people read: what YAML may take for its own signs must be quoted there. */
export const PROSE_KEYS: ReadonlySet<string> = new Set(
  'title audience phrasings needed opening ask say handOver when call label help patternHint summary note about basis reference firstContact legalSoftware text'.split(
    ' ',
  ),
);
const OTHER_KEYS =
  'field key type required options value showWhen equals min max maxLength pattern routing personal sensitive number source kind url checkedOn confirm tariff team target byQuartier opinions chain by promise use legal id missingItem stoppedBy silenceMeans from to earliest latest include fields questions urgent form price teleservice season script';
const KEYS = [...PROSE_KEYS, ...OTHER_KEYS.split(' ')].join('|');
const LINE = new RegExp(`^(\\s*(?:- +)?(?:(?:${KEYS}): +)?)(\\S.*)$`);
const IN_BRACES = new RegExp(`([{,]\\s*)(${KEYS}):\\s+`, 'g');

const TRAPS: readonly (readonly [pattern: RegExp, because: string])[] = [
  [/^\s*\t/, 'une tabulation sert de retrait, et YAML ne lit que des espaces'],
  [/^["']/, 'les guillemets ne vont pas du premier au dernier caractère du texte'],
  [/\s#/, 'une espace et « # » ouvrent un commentaire, et la suite du texte est perdue'],
  [/:(?:\s|$)/, '« : » coupe le texte en deux, et YAML y lit une clé et sa valeur'],
  [/^[?*&!%@`|>-]/, 'le texte commence par un signe que YAML garde pour lui'],
  [/[[\]{}]/, 'les crochets et les accolades ouvrent une liste ou des clés'],
  [/,/, 'entre accolades, la virgule finit le texte'],
  [/^[\d.]+$|^(?:true|false|null|~)$/, 'YAML y lit autre chose qu’un texte'],
];

/**
 * Another way of writing one line, which makes the text read as it should, and undefined when there is none: nothing is
 * printed to be pasted that was not tried.
 */
export function mendLine(text: string, line: number, heals: (mended: string) => boolean): MendedLine | undefined {
  const lines = text.split('\n');
  const before = lines[line - 1] ?? '';
  const way = wayOf(before);
  if (way === undefined || way.written === before) return undefined;
  return heals(lines.with(line - 1, way.written).join('\n')) ? { line, ...way } : undefined;
}

type Way = Omit<MendedLine, 'line'>;

const QUOTES = 'mettre tout le texte entre guillemets';

function wayOf(line: string): Way | undefined {
  const indent = /^ *\t\s*/.exec(line)?.[0];
  if (indent !== undefined) {
    const written = `${indent.replaceAll('\t', '  ')}${line.slice(indent.length)}`;
    return { written, because: becauseOf('\t'), advice: 'mettre deux espaces à la place de la tabulation' };
  }
  const [, start = '', text = ''] = LINE.exec(line.trimEnd()) ?? [];
  if (text === '' || /^\w+:$/.test(text)) return undefined;
  return text.startsWith('{') && text.search(IN_BRACES) >= 0
    ? mendedBraces(start, text)
    : { written: `${start}${quoted(text)}`, because: becauseOf(text), advice: QUOTES };
}

/** Quotes every prose of `{ ask: …, field: … }` that needs it. */
function mendedBraces(start: string, text: string): Way {
  const found = [...text.matchAll(IN_BRACES)];
  let because = '';
  const parts = found.map((match, index) => {
    const from = match.index + match[0].length;
    const whole = text.slice(from, found[index + 1]?.index ?? text.length);
    const value = whole.replace(/[\s}\],]+$/, '');
    if (!PROSE_KEYS.has(match[2] ?? '') || !needsQuotes(value)) return `${match[0]}${whole}`;
    because = because === '' ? becauseOf(value) : because;
    return `${match[0]}${quoted(value)}${whole.slice(value.length)}`;
  });
  return { written: `${start}${text.slice(0, found[0]?.index)}${parts.join('')}`, because, advice: QUOTES };
}

function needsQuotes(value: string): boolean {
  if (/^(["']).*\1$/.test(value)) return false;
  return /^["'?*&!%@`|>-]|[,[\]{}]|:(?:\s|$)|\s#/.test(value);
}

/** Between double quotes, without those that were there already; between single ones when it has double ones inside. */
function quoted(text: string): string {
  const inside = /^(["'])(.*)\1$/.exec(text)?.[2] ?? withoutLoneQuote(text);
  return inside.includes('"') ? `'${inside.replaceAll("'", "''")}'` : `"${inside.replaceAll('\\', '\\\\')}"`;
}

function withoutLoneQuote(text: string): string {
  const [quote = ''] = text;
  return /^["']/.test(quote) && !text.slice(1).includes(quote) ? text.slice(1) : text;
}

function becauseOf(text: string): string {
  return TRAPS.find(([pattern]) => pattern.test(text))?.[1] ?? 'YAML ne lit pas ce texte tel qu’il est écrit';
}
