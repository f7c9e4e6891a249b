/** One statement with its parameters `$1`…. */
export interface Statement {
  readonly text: string;
  readonly params: readonly unknown[];
}

/**
 * Several inserts as one statement, in one exchange with the server and all or nothing: each becomes a part of a `WITH`, its
 * parameters numbered on. They see the tables as they were before, so that none can build on another; foreign keys are
 * checked when all are done.
 */
export function together(statements: readonly Statement[]): Statement {
  const [first] = statements;
  if (statements.length === 1 && first !== undefined) return first;
  const params = statements.flatMap((statement) => statement.params);
  let before = 0;
  const parts = statements.map(({ text, params: own }, i) => {
    const part = `w${String(i)} AS (${numberedFrom(before, text)})`;
    before += own.length;
    return part;
  });
  return { text: `WITH ${parts.join(', ')} SELECT`, params };
}

/** As many texts as there are inserts in the code, times their places: few. */
const numbered = new Map<string, string>();

function numberedFrom(before: number, text: string): string {
  if (before === 0) return text;
  const key = `${String(before)} ${text}`;
  let known = numbered.get(key);
  if (known === undefined) {
    known = text.replace(/\$(\d+)/g, (_, n: string) => `$${String(Number(n) + before)}`);
    numbered.set(key, known);
  }
  return known;
}
