import { CookieJar, locationOf } from '../../scripts/day/cookie-jar.js';

const JSON_TYPE = { 'content-type': 'application/json' };

/** What a browser does with cookies and redirects, over `fetch`: enough to sign in as a person would. */
export class Browser {
  private readonly cookies = new CookieJar();
  csrfToken: string | undefined;

  constructor(readonly origin: string) {}

  /** One request, no redirect followed. A body is sent as JSON; the CSRF token goes with it once it is known. */
  async ask(path: string, { method = 'GET', body, headers = {} }: Ask = {}): Promise<Response> {
    const url = new URL(path, this.origin);
    const form = body instanceof URLSearchParams;
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: { ...this.headersFor(url, method), ...(form || body === undefined ? {} : JSON_TYPE), ...headers },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    });
    this.cookies.keep(url.host, response);
    return response;
  }

  /** Follows redirects, as far as the first page or the first error. */
  async open(path: string): Promise<Response> {
    let response = await this.ask(path);
    for (let hops = 0; response.status >= 300 && response.status < 400 && hops < 15; hops += 1) {
      response = await this.ask(locationOf(response));
    }
    return response;
  }

  /** Through the sign-in page of the embedded provider; answers the last page reached. */
  async signIn(login: string, { password = 'parvis', at = '/auth/login?returnTo=/fin' } = {}): Promise<Response> {
    let response = await this.ask(at);
    let page = at;
    while (response.status === 303) {
      page = locationOf(response);
      if (new URL(page, this.origin).pathname === '/fin') return response;
      response = await this.ask(page);
    }
    if (!page.includes('/interaction/')) return response;
    response = await this.ask(page, { method: 'POST', body: new URLSearchParams({ login, password }) });
    while (response.status === 303) {
      const next = locationOf(response);
      if (new URL(next, this.origin).pathname === '/fin') break;
      response = await this.ask(next);
    }
    const session = await this.ask('/api/v1/session');
    if (session.status === 200) this.csrfToken = ((await session.json()) as { csrfToken: string }).csrfToken;
    return response;
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(new URL(this.origin).host, name);
  }

  setCookie(name: string, value: string): void {
    this.cookies.set(new URL(this.origin).host, name, value);
  }

  private headersFor(url: URL, method: string): Record<string, string> {
    const cookie = this.cookies.header(url.host);
    return method === 'GET' || this.csrfToken === undefined ? { cookie } : { cookie, 'x-csrf-token': this.csrfToken };
  }
}

interface Ask {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}
