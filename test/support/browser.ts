const JSON_TYPE = { 'content-type': 'application/json' };

/** What a browser does with cookies and redirects, over `fetch`: enough to sign in as a person would. */
export class Browser {
  /** By host and port: unlike a real browser, which shares cookies between the ports of a host. */
  private readonly jars = new Map<string, Map<string, string>>();
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
    for (const cookie of response.headers.getSetCookie()) this.keep(url.host, cookie);
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
    return this.jar(new URL(this.origin).host).get(name);
  }

  setCookie(name: string, value: string): void {
    this.jar(new URL(this.origin).host).set(name, value);
  }

  private headersFor(url: URL, method: string): Record<string, string> {
    const cookie = [...this.jar(url.host)].map(([name, value]) => `${name}=${value}`).join('; ');
    return method === 'GET' || this.csrfToken === undefined ? { cookie } : { cookie, 'x-csrf-token': this.csrfToken };
  }

  private jar(host: string): Map<string, string> {
    const jar = this.jars.get(host) ?? new Map<string, string>();
    this.jars.set(host, jar);
    return jar;
  }

  private keep(host: string, header: string): void {
    const [pair = '', ...attributes] = header.split(';');
    const [name = '', ...value] = pair.split('=');
    const expired = attributes.some((one) => /^\s*expires=Thu, 01 Jan 1970/i.test(one)) || value.join('=') === '';
    if (expired) this.jar(host).delete(name);
    else this.jar(host).set(name, value.join('='));
  }
}

interface Ask {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Absolute: a relative one is read from the address that gave it. */
function locationOf(response: Response): string {
  return new URL(response.headers.get('location') ?? '/', response.url).href;
}
