/** The cookies of one browser, by host and port: unlike a real browser, which shares them between the ports of a host. */
export class CookieJar {
  private readonly jars = new Map<string, Map<string, string>>();

  /** What to send to a host. */
  header(host: string): string {
    return [...this.of(host)].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  get(host: string, name: string): string | undefined {
    return this.of(host).get(name);
  }

  set(host: string, name: string, value: string): void {
    this.of(host).set(name, value);
  }

  /** Keeps, or forgets where they have expired, the cookies of an answer. */
  keep(host: string, response: Response): void {
    for (const header of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = header.split(';');
      const [name = '', ...value] = pair.split('=');
      const gone = attributes.some((one) => /^\s*expires=Thu, 01 Jan 1970/i.test(one)) || value.join('=') === '';
      if (gone) this.of(host).delete(name);
      else this.set(host, name, value.join('='));
    }
  }

  private of(host: string): Map<string, string> {
    const jar = this.jars.get(host) ?? new Map<string, string>();
    this.jars.set(host, jar);
    return jar;
  }
}

/** Absolute: a relative one is read from the address that gave it. */
export function locationOf(response: Response): string {
  return new URL(response.headers.get('location') ?? '/', response.url).href;
}
