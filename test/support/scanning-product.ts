import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { ClamdResponder } from './clamd-responder.js';
import { runningProduct, type RunningProduct } from './running-product.js';
import { eventually, TownHall } from './town-hall.js';

/**
 * Another API of the running product, on the same database, of a town that has an antivirus: the others of the tier have none,
 * as after `npm start`. `CLAMAV_ADDRESS` of the environment takes a real one in the place of the responder.
 */
export class ScanningProduct {
  readonly antivirus = new ClamdResponder();
  private child: ChildProcess | undefined;
  private running: RunningProduct | undefined;

  get product(): RunningProduct {
    if (this.running === undefined) throw new Error('Not started');
    return this.running;
  }

  async start(): Promise<TownHall> {
    const around = runningProduct();
    const clamd = process.env['CLAMAV_ADDRESS'] ?? `127.0.0.1:${String(await this.antivirus.listen())}`;
    const port = await freePort();
    const api = `http://127.0.0.1:${String(port)}`;
    const env = { ...around.env, PORT: String(port), PUBLIC_URL: api, CLAMAV_ADDRESS: clamd };
    this.child = spawn(process.execPath, [path.resolve('dist/src/main.js')], { env, stdio: 'ignore' });
    await eventually('the API with an antivirus is ready', async () => {
      const answer = await fetch(`${api}/readyz`).catch(() => undefined);
      return answer?.ok === true ? true : undefined;
    });
    this.running = { ...around, urls: { ...around.urls, api } };
    return new TownHall(api, around.urls.database);
  }

  async stop(): Promise<void> {
    if (this.child?.exitCode === null) {
      this.child.kill('SIGTERM');
      await once(this.child, 'exit');
    }
    if (process.env['CLAMAV_ADDRESS'] === undefined) await this.antivirus.close();
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
