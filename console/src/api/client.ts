import { setConnection } from './connection.js';
import { asProblem, isPassing, networkProblem, OLD_TOKEN, problemOfResponse, type Problem } from './problem.js';

const ROOT = '/api/v1';
/** Seconds before each new try of a call that failed in passing. */
const BACK_OFF = [1, 2, 4, 8, 15, 30] as const;

type QueryValue = string | number | boolean | undefined;

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Under `/api/v1`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, QueryValue>> | undefined;
  readonly body?: unknown;
  readonly form?: FormData;
  /** One key for one intention of the person, kept across retries. */
  readonly key?: string;
  /** The version that was read. */
  readonly version?: number | string;
  readonly signal?: AbortSignal;
  /** How often a passing failure is tried again; reads leave it to the query cache. */
  readonly tries?: number;
}

/** An answer with its version. */
export interface Versioned<T> {
  readonly data: T;
  readonly version: string | undefined;
}

let csrfToken = '';
let readToken: () => Promise<unknown> = () => Promise.resolve();

export function setCsrfToken(token: string): void {
  csrfToken = token;
}

/** How the token of the session of now is read: signed in again in another tab, this one holds that of a session that ended. */
export function readTokenWith(read: () => Promise<unknown>): void {
  readToken = read;
}

/** What every call that changes something carries. */
export function csrfHeader(): Readonly<Record<string, string>> {
  return { 'x-csrf-token': csrfToken };
}

/** Reads. @throws Problem */
export async function read<T>(path: string, query?: Call['query'], signal?: AbortSignal): Promise<T> {
  const { data } = await call<T>({ path, query, ...(signal === undefined ? {} : { signal }) });
  return data;
}

/**
 * Changes something. A passing failure (server away, network cut) is tried again with the same key, and a strip says so:
 * what the person asked is done once. @throws Problem
 */
export async function send<T>(given: Call): Promise<T> {
  const { data } = await sendVersioned<T>(given);
  return data;
}

export async function sendVersioned<T>(given: Call): Promise<Versioned<T>> {
  try {
    return await tryAgain(() => call<T>({ method: 'POST', ...given }), given.tries);
  } catch (error) {
    const { status, current } = asProblem(error);
    if (status !== 412 || !says(current, given.body)) throw error;
    return { data: current as T, version: undefined };
  }
}

/** What is stored now is already what was to be changed: by an earlier try, whose answer was lost, or by a colleague. */
function says(stored: unknown, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return (stored ?? null) === (wanted ?? null);
  if (typeof stored !== 'object' || stored === null) return false;
  const now = new Map(Object.entries(stored));
  // A list says its length too; of what is named, more may be stored than was asked.
  if (Array.isArray(wanted) && now.size !== wanted.length) return false;
  return Object.entries(wanted).every(([name, value]) => says(now.get(name), value));
}

/** What failed in passing is done again after a while, so often. @throws Problem of the last try */
export async function tryAgain<T>(work: () => Promise<T>, tries: number = BACK_OFF.length): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      // Given up by the person: nothing went wrong.
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      const problem = asProblem(error);
      const wait = BACK_OFF[attempt];
      if (!isPassing(problem) || wait === undefined || attempt >= tries) throw problem;
      await pause(wait, problem);
    }
  }
}

/** One exchange, without a retry. @throws Problem */
export async function call<T>(given: Call): Promise<Versioned<T>> {
  let response = await fetchOnce(given);
  if (!response.ok) {
    const problem = await refused(response);
    if (problem.code !== OLD_TOKEN) throw problem;
    response = await fetchOnce(given);
    if (!response.ok) throw await refused(response);
  }
  setConnection({ kind: 'ok' });
  const version = response.headers.get('etag')?.replaceAll('"', '');
  const empty = response.status === 204 || response.headers.get('content-length') === '0';
  return { data: (empty ? undefined : await response.json()) as T, version };
}

/** One exchange whose answer is a letter. @returns the bytes of its PDF @throws Problem */
export async function callForPdf(given: Call): Promise<Uint8Array> {
  const response = await fetchOnce(given, 'application/pdf');
  if (!response.ok) throw await refused(response);
  return new Uint8Array(await response.arrayBuffer());
}

async function fetchOnce(given: Call, accept = 'application/json'): Promise<Response> {
  const { method = 'GET', path, query, body, form, signal = null } = given;
  const content = form ?? (body === undefined ? null : JSON.stringify(body));
  try {
    return await fetch(addressOf(path, query), {
      method,
      headers: { accept, ...headersOf(given) },
      credentials: 'same-origin',
      signal,
      body: content,
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw networkProblem();
  }
}

function headersOf({ method = 'GET', body, key, version }: Call): Record<string, string> {
  return {
    ...(method === 'GET' ? {} : csrfHeader()),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(key === undefined ? {} : { 'idempotency-key': key }),
    ...(version === undefined ? {} : { 'if-match': `"${String(version)}"` }),
  };
}

/** Also tells the screen where the session has ended, and takes the token of the one that followed. */
export async function refused(response: Response): Promise<Problem> {
  const problem = await problemOfResponse(response);
  if (problem.status === 401) setConnection({ kind: 'signedOut' });
  if (problem.code === OLD_TOKEN) await readToken().catch(() => undefined);
  return problem;
}

export function addressOf(path: string, query: Call['query'] = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  const search = new URLSearchParams(pairs).toString();
  return `${ROOT}${path}${search === '' ? '' : `?${search}`}`;
}

function pause(seconds: number, problem: Problem): Promise<void> {
  const at = Date.now() + seconds * 1000;
  const { reference } = problem;
  setConnection({ kind: 'retrying', at, ...(reference === undefined ? {} : { reference }) });
  return new Promise((resolve) => {
    setTimeout(resolve, seconds * 1000);
  });
}
