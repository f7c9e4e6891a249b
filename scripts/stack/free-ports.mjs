import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the range from which systems take the ports of outgoing connections: nobody borrows ours between two looks. */
const first = 20_000;
const last = 32_000;

/** Ports this process has already handed out, and which their owners may not have opened yet. @type {Set<number>} */
const given = new Set();

/**
 * Whether a server could listen there now.
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<boolean>}
 */
export function isFree(port, host = '127.0.0.1') {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(false);
    });
    server.listen({ port, host, exclusive: true }, () => {
      server.close(() => {
        resolve(true);
      });
    });
  });
}

/** A port on the loopback address that nobody uses, taken at random. @returns {Promise<number>} */
export async function freePort() {
  for (let tries = 0; tries < 500; tries += 1) {
    const port = randomInt(first, last);
    if (given.has(port) || !(await isFree(port))) continue;
    given.add(port);
    return port;
  }
  throw new Error('no free port between 20000 and 32000');
}

/**
 * Those asked for by name, each free. A port of `remembered` is kept where it is still free, so that the addresses of
 * an installation do not change from one start to the next.
 * @template {string} Name
 * @param {readonly Name[]} names
 * @param {Partial<Record<string, number>>} [remembered]
 * @returns {Promise<Record<Name, number>>}
 */
export async function freePorts(names, remembered = {}) {
  const ports = /** @type {Record<Name, number>} */ ({});
  for (const name of names) {
    const before = remembered[name];
    const keep = before !== undefined && !given.has(before) && (await isFree(before));
    ports[name] = keep ? before : await freePort();
    given.add(ports[name]);
  }
  return ports;
}
