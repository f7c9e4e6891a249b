import { randomUUID } from 'node:crypto';
import http from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../stack/paths.mjs';

/** Connections that stay open, as browsers keep them. */
const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

/** A signed-in person, with as little as possible between the clock and the server. */
export class DeskClient {
  /** @param {string} origin @param {Record<string, string>} headers */
  constructor(origin, headers) {
    this.origin = origin;
    this.headers = headers;
  }

  /** @param {string} origin @param {string} login @returns {Promise<DeskClient>} */
  static async signIn(origin, login) {
    /** @type {typeof import('../day/browser.js')} */
    const { Browser } = await import(pathToFileURL(path.join(root, 'dist', 'scripts', 'day', 'browser.js')).href);
    const browser = new Browser(origin);
    if (!(await browser.signIn(login, 'parvis'))) throw new Error(`${login} could not sign in`);
    return new DeskClient(origin, browser.sessionHeaders());
  }

  /** @template T @param {string} route @returns {Promise<T>} */
  get(route) {
    return this.ask('GET', route);
  }

  /** @template T @param {string} route @param {unknown} body @returns {Promise<T>} */
  post(route, body) {
    return this.ask('POST', route, body);
  }

  /**
   * @template T
   * @param {string} method @param {string} route @param {unknown} [body]
   * @returns {Promise<T>}
   */
  ask(method, route, body) {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers = {
      ...this.headers,
      ...(text === undefined
        ? {}
        : {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(text),
            'idempotency-key': randomUUID(),
          }),
    };
    return new Promise((resolve, reject) => {
      const request = http.request(
        `${this.origin}/api/v1${route}`,
        { method, headers, agent, timeout: 30_000 },
        (response) => {
          /** @type {Buffer[]} */
          const chunks = [];
          response.on('data', (chunk) => chunks.push(chunk));
          response.on('end', () => {
            const answer = Buffer.concat(chunks).toString('utf8');
            if ((response.statusCode ?? 500) < 300) resolve(JSON.parse(answer));
            else reject(new Error(`${method} ${route}: ${response.statusCode} ${answer}`));
          });
        },
      );
      request.on('timeout', () => request.destroy(new Error(`${method} ${route}: no answer`)));
      request.on('error', reject);
      request.end(text);
    });
  }
}
