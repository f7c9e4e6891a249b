import { randomUUID } from 'node:crypto';
import { Browser } from './browser.js';
import type { TownHall } from './town-hall.js';

/** What a route answered, with the headers that matter to a client. */
export interface Reply<T> {
  readonly status: number;
  readonly etag: string | null;
  readonly type: string | null;
  readonly headers: Headers;
  readonly body: T;
}

export interface Call {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly key?: string;
}

/** One call of the API, by a person who is signed in or by anyone; a body that is no JSON comes back as text. */
export async function call<T = Record<string, unknown>>(
  who: Browser,
  route: string,
  { body, headers = {}, key = randomUUID() }: Call = {},
): Promise<Reply<T>> {
  const [method = 'GET', path = '/'] = route.split(' ');
  const response = await who.ask(`/api/v1${path}`, {
    method,
    headers: { ...(method === 'GET' ? {} : { 'idempotency-key': key }), ...headers },
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  return {
    status: response.status,
    etag: response.headers.get('etag'),
    type: response.headers.get('content-type'),
    headers: response.headers,
    body: parse(text) as T,
  };
}

/** Someone who is not signed in. */
export function anyone(hall: TownHall): Browser {
  return new Browser(hall.api);
}

export interface Upload {
  readonly content: string | Uint8Array<ArrayBuffer>;
  readonly name: string;
  readonly type: string;
  readonly key?: string;
  readonly method?: 'POST' | 'PUT';
}

/** Sends one file, as a form does. */
export async function upload<T = Record<string, unknown>>(
  who: Browser,
  path: string,
  { key = randomUUID(), method = 'POST', ...file }: Upload,
): Promise<Reply<T>> {
  const form = new FormData();
  form.append('file', new Blob([file.content], { type: file.type }), file.name);
  const cookie = ['parvis'].map((name) => `${name}=${who.cookie(name) ?? ''}`).join('; ');
  const response = await fetch(new URL(`/api/v1${path}`, who.origin), {
    method,
    body: form,
    headers: {
      cookie,
      'idempotency-key': key,
      ...(who.csrfToken === undefined ? {} : { 'x-csrf-token': who.csrfToken }),
    },
  });
  return {
    status: response.status,
    etag: null,
    type: response.headers.get('content-type'),
    headers: response.headers,
    body: parse(await response.text()) as T,
  };
}

export interface Receipt {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly trackingCode: string;
}

/** A pothole as an ambassador enters it; unlike any other of the run by its words. */
export async function aPothole(hall: TownHall, changes: Readonly<Record<string, unknown>> = {}): Promise<Receipt> {
  const request = {
    processId: 'voirie.nid-de-poule',
    words: `Un trou dans la chaussée ${randomUUID()}`,
    channel: 'telephone',
    replyChannel: 'letter',
    answers: { danger: false, emplacement: 'chaussee', lieu: { label: '3 rue des Teinturières' } },
    citizen: {
      firstName: 'Ali',
      lastName: 'Essai',
      address: { lines: ['3 rue des Teinturières'], postalCode: '51999', city: 'Valmont-sur-Marne' },
    },
    ...changes,
  };
  const { status, body } = await hall.post<Receipt>('ambassadrice1', '/requests', request);
  if (status !== 201) throw new Error(`The request was refused: ${JSON.stringify(body)}`);
  return body;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

interface Field {
  readonly key: string;
  readonly type: string;
  readonly required: boolean;
  readonly showWhen?: unknown;
  readonly min?: number;
  readonly options?: readonly { readonly value: string }[];
}

const ANSWERS: Readonly<Record<string, (field: Field) => unknown>> = {
  yesNo: () => true,
  choice: ({ options = [] }) => options[0]?.value,
  multiChoice: ({ options = [] }) => [options[0]?.value],
  number: ({ min = 1 }) => min,
  amount: ({ min = 1 }) => min,
  date: () => '2026-01-15',
  time: () => '10:00',
  place: () => ({ label: 'Devant la mairie' }),
  address: () => ({ street: '3 rue des Teinturières', postalCode: '51999', city: 'Valmont-sur-Marne' }),
  person: () => ({ familyName: 'Essai', givenNames: 'Ali' }),
  email: () => 'ali@exemple.fr',
  phone: () => '03 53 01 99 99',
};

/** Acceptable answers to the questions that a process must have answered. */
export async function someAnswers(hall: TownHall, processId: string): Promise<Readonly<Record<string, unknown>>> {
  const sheet = await call<{ form: { fields: readonly Field[] } }>(
    await hall.as('ambassadrice1'),
    `GET /processes/${processId}`,
  );
  const asked = sheet.body.form.fields.filter(({ required, showWhen }) => required && showWhen === undefined);
  return Object.fromEntries(asked.map((field) => [field.key, ANSWERS[field.type]?.(field) ?? 'Sans objet']));
}
