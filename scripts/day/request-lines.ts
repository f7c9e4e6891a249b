import { INTAKE_CHANNELS } from '../../domain/case/case-file.js';
import { REPLY_CHANNELS } from '../../domain/process/runnable.js';

/** A request as `requests.jsonl` holds it (town/README.md). */
export interface DayRequest {
  /** Where it comes from: a line of the file, or a process of the catalogue. */
  readonly source: string;
  readonly channel: string;
  readonly processId?: string;
  readonly words: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly citizen?: Readonly<Record<string, unknown>>;
  readonly place?: { readonly text: string };
  readonly replyChannel: string;
  /** Local hour of arrival, `HH:MM`. */
  readonly saidAt: string;
}

export interface FaultyLine {
  readonly line: number;
  /** What is wrong, in French. */
  readonly fault: string;
}

/** Reads every line; one that cannot be used is told with its number, and the others go on. */
export function readRequestLines(text: string): {
  readonly requests: readonly DayRequest[];
  readonly faulty: readonly FaultyLine[];
} {
  const requests: DayRequest[] = [];
  const faulty: FaultyLine[] = [];
  for (const [index, row] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (row.trim() === '') continue;
    const line = index + 1;
    const read = readLine(row, line);
    if (typeof read === 'string') faulty.push({ line, fault: read });
    else requests.push(read);
  }
  return { requests, faulty };
}

function readLine(row: string, line: number): DayRequest | string {
  let value: unknown;
  try {
    value = JSON.parse(row);
  } catch {
    return 'ce n’est pas du JSON';
  }
  if (!isObject(value)) return 'il faut un objet entre accolades';
  const fault = faultOf(value);
  return fault ?? ({ ...value, source: `ligne ${String(line)}` } as unknown as DayRequest);
}

type Row = Readonly<Record<string, unknown>>;

const KNOWN = ['channel', 'processId', 'words', 'answers', 'citizen', 'place', 'replyChannel', 'saidAt'];

const RULES: readonly (readonly [key: string, wanted: string, holds: (row: Row) => boolean])[] = [
  ['channel', `doit être l’un de ${INTAKE_CHANNELS.join(', ')}`, (row) => isOneOf(INTAKE_CHANNELS, row['channel'])],
  ['words', 'doit contenir la demande', (row) => isText(row['words'])],
  ['processId', 'doit être du texte', (row) => row['processId'] === undefined || isText(row['processId'])],
  ['answers', 'doit être un objet, {} si le formulaire est vide', (row) => isObject(row['answers'])],
  ['citizen', 'doit être un objet', (row) => row['citizen'] === undefined || isObject(row['citizen'])],
  ['place', 'doit être un objet avec text', (row) => row['place'] === undefined || (isObject(row['place']) && isText(row['place']['text']))],
  ['replyChannel', `doit être l’un de ${REPLY_CHANNELS.join(', ')}`, (row) => isOneOf(REPLY_CHANNELS, row['replyChannel'])],
  ['saidAt', 'doit être une heure comme 09:05', (row) => typeof row['saidAt'] === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(row['saidAt'])],
]; // prettier-ignore

function faultOf(row: Row): string | undefined {
  const strange = Object.keys(row).find((key) => !KNOWN.includes(key));
  if (strange !== undefined) return `${strange} n’est pas un champ connu`;
  const broken = RULES.find(([, , holds]) => !holds(row));
  return broken === undefined ? undefined : `${broken[0]} ${broken[1]}`;
}

function isObject(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isOneOf(list: readonly string[], value: unknown): boolean {
  return typeof value === 'string' && list.includes(value);
}
