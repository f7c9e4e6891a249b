import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { REFUSAL_CODES } from '../../domain/refusals.js';
import type { CaseTask, Named, Page, Problem } from './api-shapes.js';
import { Browser } from './browser.js';
import type { Chance } from './chance.js';

/** What the API answered; a refusal is an answer like another. */
export interface Answer<T> {
  readonly status: number;
  readonly body: T & Problem;
}

/** A new authentication serves to sign for five minutes; a batch of signatures must not reach the end of it. */
const FRESH_FOR = 4 * 60_000;
const PASSWORD = 'parvis';
const NOBODY = '';
const MOST_FROM_HOME = 15;

/** The people of the town, each with a browser of their own, signed in once; and what the API did that it must not do. */
export class TownHall {
  readonly faults: string[] = [];
  readonly refusals = new Map<string, number>();
  private readonly loginOf: ReadonlyMap<string, string>;
  private readonly browsers = new Map<string, Promise<Browser>>();
  private readonly queues = new Map<string, Promise<unknown>>();
  private readonly authenticatedAt = new Map<string, number>();
  private lettersFromHome = 0;
  private readonly lists = new Map<string, Promise<readonly Named[]>>();

  constructor(
    readonly origin: string,
    townDir: string,
    private readonly hear: (line: string) => void,
  ) {
    this.loginOf = loginsIn(path.join(townDir, 'people.csv'));
  }

  /** The account of a person; undefined for one without. */
  login(personId: string): string | undefined {
    return this.loginOf.get(personId);
  }

  /** Whether this person can sign in, now. */
  async canSignIn(personId: string): Promise<boolean> {
    const login = this.login(personId);
    return login !== undefined && (await this.as(login).then(() => true, () => false)); // prettier-ignore
  }

  get<T>(login: string, route: string): Promise<Answer<T>> {
    return this.inTurn(login, (browser) => this.read<T>(browser, { route }));
  }

  /** The same, where it may be that the person is not to see it: that is no refusal worth telling. */
  look<T>(login: string, route: string): Promise<Answer<T>> {
    return this.inTurn(login, (browser) => this.read<T>(browser, { route, expected: [403, 404] }));
  }

  /** The account that would do a task now: its holder or who stands in for them, else someone it is addressed to. */
  async doerOf({ holder, substitute, team, role, department }: CaseTask, chance: Chance): Promise<string | undefined> {
    const person = substitute ?? holder;
    if (person !== undefined) return this.login(person.id);
    const place = team === undefined ? `department=${department.id}` : `team=${team.id}`;
    for (const wanted of [`role=${role}&${place}`, place, `role=${role}`]) {
      const one = chance.pick(await this.list(`/people?${wanted}`));
      if (one !== undefined) return this.login(one.id);
    }
    return undefined;
  }

  /**
   * Accounts of the heads of department, of this one first: sensitive cases show themselves to the department that has
   * them, and to no administrator.
   */
  async headsOfDepartments(first: string | undefined): Promise<readonly string[]> {
    const departments: readonly (Named & { readonly head?: Named })[] = await this.list('/departments');
    const [own, others] = [true, false].map((is) => departments.filter(({ id }) => (id === first) === is));
    return [...(own ?? []), ...(others ?? [])].flatMap(({ head }) => this.login(head?.id ?? '') ?? []);
  }

  /** The public counter takes twenty messages in ten minutes from one address: the others of the day write to agents. */
  mayWriteFromHome(): boolean {
    this.lettersFromHome += 1;
    return this.lettersFromHome <= MOST_FROM_HOME;
  }

  /** A list that does not change during the day, read once. */
  list(route: string): Promise<readonly Named[]> {
    const known = this.lists.get(route) ?? this.get<Page<Named>>('ambassadrice1', route).then(({ body }) => body.items);
    this.lists.set(route, known);
    return known;
  }

  /** Under a key of its own, and once more under the same where the answer was lost on its way. */
  post<T>(login: string, route: string, body: unknown): Promise<Answer<T>> {
    const key = randomUUID();
    return this.inTurn(login, async (browser) => {
      const send = (): Promise<Answer<T>> => this.read<T>(browser, { route, sent: { body, key } });
      const first = await send();
      return first.body.code === 'command.unfinished' ? send() : first;
    });
  }

  /** Sends one file, before the request that names it; a citizen does it from home. @returns its id; empty where it was refused */
  async upload(login: string | undefined, name: string, content: Uint8Array<ArrayBuffer>): Promise<string> {
    const form = new FormData();
    form.set('file', new Blob([content]), path.basename(name));
    const sent = { body: form, key: randomUUID() };
    const { body } = await (login === undefined
      ? this.read<{ id?: string }>(new Browser(this.origin), { route: '/public/documents', sent })
      : this.inTurn(login, (browser) => this.read<{ id?: string }>(browser, { route: '/documents', sent })));
    return body.id ?? '';
  }

  /** As a citizen at home: nobody is signed in. */
  async postPublicly<T>(route: string, body: unknown): Promise<Answer<T>> {
    const answer = await this.read<T>(new Browser(this.origin), { route, sent: { body, key: randomUUID() } });
    // The counter is closed to this address for minutes: nobody tries again before the evening.
    if (answer.status === 429) this.lettersFromHome = MOST_FROM_HOME;
    return answer;
  }

  /** Authenticates again, unless it was done a moment ago. */
  async reauthenticate(login: string): Promise<void> {
    await this.inTurn(login, async (browser) => {
      if (Date.now() - (this.authenticatedAt.get(login) ?? 0) < FRESH_FOR) return;
      await browser.signIn(login, PASSWORD, '/auth/reauthenticate?returnTo=/fin');
      this.authenticatedAt.set(login, Date.now());
    });
  }

  /** A person does one thing at a time, as at a desk. */
  private inTurn<T>(login: string, work: (browser: Browser) => Promise<T>): Promise<T> {
    const before = this.queues.get(login) ?? Promise.resolve();
    const mine = before.catch(() => undefined).then(async () => work(await this.as(login)));
    this.queues.set(login, mine);
    return mine;
  }

  private as(login: string): Promise<Browser> {
    const known = this.browsers.get(login) ?? this.signIn(login);
    this.browsers.set(login, known);
    return known;
  }

  private async signIn(login: string): Promise<Browser> {
    const browser = new Browser(this.origin);
    if (login === NOBODY || !(await browser.signIn(login, PASSWORD)))
      throw new Error(`${login} n’a pas pu se connecter`);
    return browser;
  }

  private async read<T>(browser: Browser, { route, sent, expected = [] }: Asked): Promise<Answer<T>> {
    const asked =
      sent === undefined ? {} : { method: 'POST', body: sent.body, headers: { 'idempotency-key': sent.key } };
    const response = await browser.ask(`/api/v1${route}`, asked);
    const text = await response.text();
    const body = (text === '' ? {} : JSON.parse(text)) as T & Problem;
    if (response.status >= 400 && !expected.includes(response.status))
      this.judge(`${asked.method ?? 'GET'} ${route}`, response.status, body);
    return { status: response.status, body };
  }

  /** A refusal of a known code is ordinary life; anything else is a fault of the product. */
  private judge(asked: string, status: number, { code = '', detail = '', errors = [] }: Problem): void {
    const known = (REFUSAL_CODES as readonly string[]).includes(code);
    const words = [`${String(status)} ${code} ${detail}`, ...errors.map((one) => `${one.pointer} ${one.detail}`)].join(
      ' ; ',
    );
    if (status >= 500 || !known) this.faults.push(`${asked} : ${words}`);
    this.refusals.set(code, (this.refusals.get(code) ?? 0) + 1);
    this.hear(`${asked} : ${words}`);
  }
}

interface Asked {
  readonly route: string;
  /** What is posted, and its idempotency key; nothing for reading. */
  readonly sent?: { readonly body: unknown; readonly key: string };
  /** Statuses that are no refusal here. */
  readonly expected?: readonly number[];
}

/** The demonstration accounts: ids and logins are the first columns of the town's people. */
function loginsIn(file: string): ReadonlyMap<string, string> {
  const [, ...rows] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  return new Map(rows.map((row) => row.split(',')).map(([id = '', login = '']) => [id, login]));
}
