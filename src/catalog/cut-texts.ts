import { isPair, isScalar, visit } from 'yaml';
import type { Document, Node, Pair, Scalar } from 'yaml';
import { mendLine, PROSE_KEYS } from './mended-line.js';
import type { MendedLine } from './mended-line.js';

/** Most files hold neither sign: they need not be walked through. */
const MAY_CUT = /\S[^\S\n]+#|(?:^|\s)&\S/m;

/**
 * The prose of a document of which YAML kept a part and dropped the rest without an error: ` # …` is a comment, `&name` a
 * mark. A remark may stand on a line of its own.
 */
export function cutTexts(document: Document, text: string, lineAt: (offset: number) => number): readonly MendedLine[] {
  if (!MAY_CUT.test(text)) return [];
  const found: MendedLine[] = [];
  const lines = text.split('\n');
  visit(document, {
    Scalar: (_key, scalar, path) => {
      const line = lineAt(scalar.range?.[0] ?? 0);
      if (!isProse(path) || !lostSomething(scalar, lines[line - 1] ?? '')) return;
      const mended = mendLine(text, line, () => true);
      if (mended !== undefined) found.push(mended);
    },
  });
  return found;
}

function isProse(path: readonly (Document | Node | Pair)[]): boolean {
  const pair = path.findLast((node) => isPair(node));
  return isScalar(pair?.key) && PROSE_KEYS.has(String(pair.key.value));
}

/** A comment on the next line belongs to no text. */
function lostSomething({ comment, anchor, type }: Scalar, line: string): boolean {
  if (type !== 'PLAIN') return false;
  return anchor !== undefined || (typeof comment === 'string' && line.includes(`#${comment.split('\n')[0] ?? ''}`));
}
