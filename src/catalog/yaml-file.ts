import { isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';

/** A YAML file with the line of each of its values. */
export interface YamlFile {
  /** Path from the catalogue's folder. */
  readonly file: string;
  readonly value: unknown;
  /** First syntax error: French text and line. */
  readonly syntaxError?: { readonly message: string; readonly line: number };
  /** Line of the value at a JSON pointer, or of the closest parent that exists. */
  readonly lineOf: (pointer: string) => number;
}

/** Reads one YAML text. Duplicate keys and unknown tags are syntax errors. */
export function readYaml(file: string, text: string): YamlFile {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true });
  const [error] = [...document.errors, ...document.warnings];
  if (error !== undefined) {
    const line = error.linePos?.[0].line ?? 1;
    return { file, value: undefined, syntaxError: { message: inFrench(error.code), line }, lineOf: () => line };
  }
  return {
    file,
    value: document.toJS() as unknown,
    lineOf: (pointer) => lineOf(document, counter, segmentsOf(pointer)),
  };
}

/** `/steps/0/team` → `['steps', '0', 'team']`. */
function segmentsOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Text where the YAML editor would show the fault: the value itself, else the parent that should hold it. */
function lineOf(document: Document, counter: LineCounter, segments: readonly string[]): number {
  for (let length = segments.length; length >= 0; length -= 1) {
    const path = segments.slice(0, length).map((segment) => (/^\d+$/.test(segment) ? Number(segment) : segment));
    const node = length === 0 ? document.contents : document.getIn(path, true);
    if (isNode(node) && node.range) return counter.linePos(startOf(node, node.range[0])).line;
  }
  return 1;
}

/** A block scalar's range begins on the line of its key; everything else where it is written. */
function startOf(node: unknown, start: number): number {
  return isScalar(node) && node.type === 'BLOCK_LITERAL' ? start + 1 : start;
}

const SYNTAX_ERRORS: Readonly<Record<string, string | undefined>> = {
  DUPLICATE_KEY: 'la même clé est écrite deux fois',
  MISSING_CHAR: 'un caractère manque (guillemet, accolade ou crochet fermant)',
  BAD_INDENT: 'le retrait en début de ligne est faux',
  TAB_AS_INDENT: 'une tabulation sert de retrait',
  BLOCK_AS_IMPLICIT_KEY: 'un texte contenant « : » n’est pas entre guillemets',
  MULTILINE_IMPLICIT_KEY: 'une clé court sur plusieurs lignes : il manque sans doute « : » ou des guillemets',
  UNEXPECTED_TOKEN: 'un caractère n’est pas attendu à cet endroit',
  BAD_ALIAS: 'un texte commençant par « * » n’est pas entre guillemets',
  BAD_SCALAR_START: 'un texte commence par un caractère réservé sans être entre guillemets',
};

function inFrench(code: string): string {
  return SYNTAX_ERRORS[code] ?? `le YAML ne se lit pas (${code})`;
}
