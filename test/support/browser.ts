/** What a browser does with cookies and redirects, over `fetch`: enough to sign in as a person would. */
export class Browser {
  private readonly cookies = new Map<string, string>();
  csrfToken: string | undefined;

  constructor(readonly origin: string) {}

  /** One request, no redirect followed. A body is sent as JSON; the CSRF token goes with it once it is known. */
  async ask(path: string, { method = 'GET', body, headers = {} }: Ask = {}): Promise<Response> {
    const response = await fetch(new URL(path, this.origin), {
      method,
      redirect: 'manual',
      headers: {
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body === undefined || body instanceof URLSearchParams ? {} : { 'content-type': 'application/json' }),
        ...(method === 'GET' || this.csrfToken === undefined ? {} : { 'x-csrf-token': this.csrfToken }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: body instanceof URLSearchParams ? body : JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) this.keep(cookie);
    return response;
  }

  /** Follows redirects, as far as the first page or the first error. */
  async open(path: string): Promise<Response> {
    let response = await this.ask(path);
    for (let hops = 0; response.status >= 300 && response.status < 400 && hops < 15; hops += 1) {
      response = await this.ask(locationOf(response, this.origin));
    }
    return response;
  }

  /** Through the sign-in page of the embedded provider; answers the last page reached. */
  async signIn(login: string, { password = 'parvis', at = '/auth/login?returnTo=/fin' } = {}): Promise<Response> {
    let response = await this.ask(at);
    let page = at;
    while (response.status === 303) {
      page = locationOf(response, this.origin);
      if (new URL(page, this.origin).pathname === '/fin') return response;
      response = await this.ask(page);
    }
    if (!page.includes('/interaction/')) return response;
    response = await this.ask(page, { method: 'POST', body: new URLSearchParams({ login, password }) });
    while (response.status === 303) {
      const next = locationOf(response, this.origin);
      if (new URL(next, this.origin).pathname === '/fin') break;
      response = await this.ask(next);
    }
    const session = await this.ask('/api/v1/session');
    if (session.status === 200) this.csrfToken = ((await session.json()) as { csrfToken: string }).csrfToken;
    return response;
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  setCookie(name: string, value: string): void {
    this.cookies.set(name, value);
  }

  private keep(header: string): void {
    const [pair = '', ...attributes] = header.split(';');
    const [name = '', ...value] = pair.split('=');
    const expired = attributes.some((one) => /^\s*expires=Thu, 01 Jan 1970/i.test(one)) || value.join('=') === '';
    if (expired) this.cookies.delete(name);
    else this.cookies.set(name, value.join('='));
  }
}

interface Ask {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

function locationOf(response: Response, origin: string): string {
  const url = new URL(response.headers.get('location') ?? '/', origin);
  return `${url.origin === origin ? '' : url.origin}${url.pathname}${url.search}`;
}
