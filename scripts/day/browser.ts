import { CookieJar, locationOf } from './cookie-jar.js';

/** How long one answer may take. */
const PATIENCE = 60_000;
const JSON_TYPE = { 'content-type': 'application/json' };

export interface Ask {
  readonly method?: string;
  /** Sent as JSON, unless it is a form. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a person's browser does with cookies, redirects and the anti-forgery token: enough to sign in as a person would. */
export class Browser {
  private readonly cookies = new CookieJar();
  csrfToken: string | undefined;

  constructor(readonly origin: string) {}

  /** One request, no redirect followed. */
  async ask(path: string, { method = 'GET', body, headers = {} }: Ask = {}): Promise<Response> {
    const url = new URL(path, this.origin);
    const form = body instanceof URLSearchParams || body instanceof FormData;
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
      headers: { ...this.headersFor(url, method), ...(form || body === undefined ? {} : JSON_TYPE), ...headers },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    });
    this.cookies.keep(url.host, response);
    return response;
  }

  /**
   * Through the sign-in page of the provider, or once more through it before a signature.
   * @returns whether a session is open afterwards
   */
  async signIn(login: string, password: string, at = '/auth/login?returnTo=/fin'): Promise<boolean> {
    const page = await this.follow(at);
    if (page?.includes('/interaction/') === true) {
      const form = await this.ask(page, { method: 'POST', body: new URLSearchParams({ login, password }) });
      await form.body?.cancel();
      if (form.status === 303) await this.follow(locationOf(form));
    }
    const session = await this.ask('/api/v1/session');
    if (session.status !== 200) return false;
    this.csrfToken = ((await session.json()) as { csrfToken: string }).csrfToken;
    return true;
  }

  /** What carries the session, for programs that speak HTTP without this class. */
  sessionHeaders(): Readonly<Record<string, string>> {
    return this.headersFor(new URL(this.origin), 'POST');
  }

  /** As far as the first page; undefined once back in the application. */
  private async follow(path: string): Promise<string | undefined> {
    let place = path;
    for (let hops = 0; hops < 15; hops++) {
      if (new URL(place, this.origin).pathname === '/fin') return undefined;
      const response = await this.ask(place);
      await response.body?.cancel();
      if (response.status < 300 || response.status >= 400) return place;
      place = locationOf(response);
    }
    return place;
  }

  private headersFor(url: URL, method: string): Record<string, string> {
    const cookie = this.cookies.header(url.host);
    return method === 'GET' || this.csrfToken === undefined ? { cookie } : { cookie, 'x-csrf-token': this.csrfToken };
  }
}
