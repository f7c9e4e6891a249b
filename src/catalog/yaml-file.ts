import { isAlias, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { Document } from 'yaml';
import { cutTexts } from './cut-texts.js';
import { mendLine } from './mended-line.js';
import type { MendedLine } from './mended-line.js';

/** What keeps a YAML text from being read. */
export interface SyntaxError {
  /** French. */
  readonly message: string;
  readonly line: number;
  /** The line to write instead, where one was found that reads. */
  readonly mended?: MendedLine;
}

/** A YAML file with the line of each of its values. */
export interface YamlFile {
  /** Path from the catalogue's folder. */
  readonly file: string;
  readonly text: string;
  readonly value: unknown;
  /** First syntax error: French text and line. */
  readonly syntaxError?: SyntaxError;
  /** Texts of which YAML reads the beginning only, without a word. */
  readonly cut: readonly MendedLine[];
  /** Line of the value at a JSON pointer, or of the closest parent that exists. */
  readonly lineOf: (pointer: string) => number;
}

/** Reads one YAML text. Duplicate keys, unknown tags and names of nothing (`*text`) are syntax errors. */
export function readYaml(file: string, text: string): YamlFile {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true });
  const error = firstError(document, text, counter);
  if (error !== undefined) {
    return { file, text, value: undefined, syntaxError: inFrench(error, text), cut: [], lineOf: () => error.line };
  }
  return {
    file,
    text,
    value: document.toJS() as unknown,
    cut: cutTexts(document, text, (offset) => counter.linePos(offset).line),
    lineOf: (pointer) => lineOf(document, counter, segmentsOf(pointer)),
  };
}

/** The scalar or the node at a JSON pointer of a YAML text; undefined when there is none, or when it does not read. */
export function valueAt(text: string, pointer: string): unknown {
  const document = parseDocument(text);
  return document.errors.length > 0 ? undefined : document.getIn(keysOf(segmentsOf(pointer)));
}

/** `/steps/0/team` → `['steps', '0', 'team']`. */
function segmentsOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function keysOf(segments: readonly string[]): readonly (string | number)[] {
  return segments.map((segment) => (/^\d+$/.test(segment) ? Number(segment) : segment));
}

/** Text where the YAML editor would show the fault: the value itself, else the parent that should hold it. */
function lineOf(document: Document, counter: LineCounter, segments: readonly string[]): number {
  for (let length = segments.length; length >= 0; length -= 1) {
    const path = keysOf(segments.slice(0, length));
    const node = length === 0 ? document.contents : document.getIn(path, true);
    if (isNode(node) && node.range) return counter.linePos(startOf(node, node.range[0])).line;
  }
  return 1;
}

/** A block scalar's range begins on the line of its key; everything else where it is written. */
function startOf(node: unknown, start: number): number {
  return isScalar(node) && node.type === 'BLOCK_LITERAL' ? start + 1 : start;
}

interface FoundError {
  readonly code: string;
  readonly line: number;
}

function firstError(document: Document, text: string, counter: LineCounter): FoundError | undefined {
  const [error] = [...document.errors, ...document.warnings];
  if (error !== undefined) return { code: error.code, line: error.linePos?.[0].line ?? 1 };
  // A file without a star names nothing.
  if (!/(?:^|\s)\*\S/m.test(text)) return undefined;
  let alias: FoundError | undefined;
  visit(document, {
    Alias: (_key, node) => {
      if (isAlias(node)) alias ??= { code: 'BAD_ALIAS', line: counter.linePos(node.range?.[0] ?? 0).line };
    },
  });
  return alias;
}

function errorOf(text: string): FoundError | undefined {
  const counter = new LineCounter();
  return firstError(parseDocument(text, { lineCounter: counter, uniqueKeys: true }), text, counter);
}

/** A quote that is not closed shows at the end of the file only: the line to mend is looked for from there upwards. */
function mendedSyntax(error: FoundError, text: string): MendedLine | undefined {
  for (let line = Math.min(error.line, text.split('\n').length); line >= 1; line -= 1) {
    const mended = mendLine(text, line, (tried) => {
      const left = errorOf(tried);
      return left === undefined || (left.line > line && (left.line !== error.line || left.code !== error.code));
    });
    if (mended !== undefined) return mended;
  }
  return undefined;
}

const SYNTAX_ERRORS: Readonly<Record<string, string | undefined>> = {
  DUPLICATE_KEY: 'la même clé est écrite deux fois',
  MISSING_CHAR: 'un caractère manque (guillemet, accolade ou crochet fermant)',
  BAD_INDENT: 'le retrait en début de ligne est faux',
  TAB_AS_INDENT: 'une tabulation sert de retrait',
  BLOCK_AS_IMPLICIT_KEY: 'un texte contenant « : » n’est pas entre guillemets',
  BLOCK_IN_FLOW: 'entre accolades, un texte contenant « : » n’est pas entre guillemets',
  MULTILINE_IMPLICIT_KEY: 'une clé court sur plusieurs lignes : il manque sans doute « : » ou des guillemets',
  UNEXPECTED_TOKEN: 'un caractère n’est pas attendu à cet endroit',
  BAD_ALIAS: 'un texte commençant par « * » n’est pas entre guillemets',
  BAD_SCALAR_START: 'un texte commence par un caractère réservé sans être entre guillemets',
  TAG_RESOLVE_FAILED: 'un texte commençant par « ! » n’est pas entre guillemets',
};

function inFrench(error: FoundError, text: string): SyntaxError {
  const mended = error.code === 'DUPLICATE_KEY' ? undefined : mendedSyntax(error, text);
  const said = SYNTAX_ERRORS[error.code] ?? `le YAML ne se lit pas (${error.code})`;
  return mended === undefined
    ? { message: said, line: error.line }
    : { message: mended.because, line: mended.line, mended };
}
