import type { Plugin } from 'vite';

const NO_BREAK_SPACE = '\u00a0';
/** A space of the keyboard before `: ; ? ! »` or after `«`, as sentences have it and code has not. */
const MUST_NOT_BREAK = /(?<=[\p{L}\p{N})»’…]|^) (?=[:;?!»](?![\p{L}\p{N}:?=(]))|(?<=«) /gu;
const OURS = /\/(console\/src|domain)\/.*\.tsx?$/;

/** What is looked at of a syntax tree. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly value?: unknown;
}

/**
 * Sets the no-break spaces of French in the texts that are written as they are read: the keyboard has none, and a sentence that
 * is put together at run time goes through `typeset`. A space for a space: nothing moves in the file.
 */
export function frenchSpaces(): Plugin {
  return {
    name: 'french-spaces',
    enforce: 'post',
    apply: 'build',
    transform(code, id) {
      if (!OURS.test(id.split('?')[0] ?? '')) return null;
      let set = code;
      for (const { start, end } of textsOf(this.parse(code))) {
        set = set.slice(0, start) + set.slice(start, end).replace(MUST_NOT_BREAK, NO_BREAK_SPACE) + set.slice(end);
      }
      return set === code ? null : { code: set, map: null };
    },
  };
}

/** The strings and the fixed parts of templates, wherever they stand. */
function textsOf(tree: unknown): readonly Node[] {
  if (Array.isArray(tree)) return tree.flatMap(textsOf);
  if (typeof tree !== 'object' || tree === null) return [];
  if (isText(tree)) return [tree];
  return Object.values(tree).flatMap(textsOf);
}

function isText(node: object): node is Node {
  const { type, value } = node as Partial<Node>;
  return type === 'TemplateElement' || (type === 'Literal' && typeof value === 'string');
}
