import type { Problem as ProblemBody, ProblemFault } from './schema/types.generated.js';

export type { ProblemFault } from './schema/types.generated.js';

/** What went wrong with a call: the API's own problem details, or why no answer came. */
export class Problem extends Error {
  readonly status: number;
  /** Stable code of the API (`case.task-ended`), or `network` where no answer came. */
  readonly code: string;
  /** Every fault of what was sent, by JSON pointer. */
  readonly faults: readonly ProblemFault[];
  /** What a person quotes to the administrator. */
  readonly reference: string | undefined;
  /** On a refused write: what is stored now. */
  readonly current: unknown;

  constructor({ status, code, detail, errors, reference, current }: Partial<ProblemBody> & { detail: string }) {
    super(detail);
    this.name = 'Problem';
    this.status = status ?? 0;
    this.code = code ?? 'network';
    this.faults = errors ?? [];
    this.reference = reference;
    this.current = current;
  }
}

/** No answer came: the network is cut, or the server is being restarted. */
export function networkProblem(): Problem {
  return new Problem({ detail: 'Le serveur ne répond pas. Rien n’est perdu : recommencez dans un moment.' });
}

/** Reads an answer that is not a success. */
export async function problemOfResponse(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => undefined)) as Partial<ProblemBody> | undefined;
  const detail = body?.detail ?? 'Une erreur est survenue.';
  const traceId = body?.traceId?.slice(0, 10).toUpperCase();
  return new Problem({
    ...body,
    status: response.status,
    detail,
    ...(body?.reference === undefined && traceId !== undefined ? { reference: traceId } : {}),
  });
}

/** What is no answer of the API is a fault of ours or of the browser: its words are for developers, not for people. */
export function asProblem(error: unknown): Problem {
  return error instanceof Problem
    ? error
    : new Problem({ status: 500, code: 'http.internal', detail: 'Une erreur est survenue.' });
}

/** Refused for the token of a session that ended; the next try carries that of now. */
export const OLD_TOKEN = 'auth.invalid-csrf-token';

/** Worth another try with the same key: the server is away for a moment, or has not finished. */
export function isPassing(problem: Problem): boolean {
  return [0, 429, 502, 503, 504].includes(problem.status) || [OLD_TOKEN, 'command.unfinished'].includes(problem.code);
}

/** Somebody was faster, or what was read is no longer what is stored. */
export function isConflict(problem: Problem): boolean {
  return problem.status === 412 || (problem.status === 409 && problem.code !== 'command.unfinished');
}
