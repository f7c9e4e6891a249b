import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { startStack } from '../../scripts/stack/product.mjs';

const product = pathToFileURL(path.resolve('scripts/stack/product.mjs')).href;
const folder = mkdtempSync(path.join(os.tmpdir(), 'parvis-interruption-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A program that starts a stack on the folder and stops it on SIGINT, as `npm start` does. */
function program(parts: readonly string[]): ChildProcess {
  const code = `
    import { startStack } from '${product}';
    const interruption = new AbortController();
    let stack;
    process.on('SIGINT', async () => { interruption.abort(); await stack?.stop(); });
    startStack({ dataDir: '${folder}', parts: ${JSON.stringify(parts)}, signal: interruption.signal }).then(
      (started) => { stack = started; console.log('ready'); },
      (error) => { console.log(error.name); },
    );`;
  return spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
}

async function says(child: ChildProcess): Promise<string> {
  const [chunk] = (await once(child.stdout ?? child, 'data')) as [Buffer];
  return chunk.toString('utf8').trim();
}

/** Living processes whose command line names the folder. */
function processesOf(place: string): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && name !== String(process.pid))
    .map((pid) => {
      try {
        return `${pid} ${readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')}`;
      } catch {
        return ''; // ended meanwhile
      }
    })
    .filter((command) => command.includes(place));
}

/** The pids that the stack has written down as its own. */
function writtenDown(): readonly number[] {
  const mark = JSON.parse(readFileSync(path.join(folder, 'running.json'), 'utf8')) as {
    readonly children: readonly { readonly pid: number }[];
  };
  return mark.children.map(({ pid }) => pid);
}

/** One that has ended and waits to be collected by the system does not live. */
function lives(pid: number): boolean {
  const stat = `/proc/${String(pid)}/stat`;
  return existsSync(stat) && !readFileSync(stat, 'latin1').includes(') Z ');
}

describe('a stack', () => {
  it('leaves no process after an interruption', async () => {
    const child = program(['postgres', 'temporal']);
    expect(await says(child)).toBe('ready');
    const pids = writtenDown();
    expect(pids).toHaveLength(2);
    const exited = once(child, 'exit');
    child.kill('SIGINT');
    await exited;
    expect(pids.filter(lives)).toEqual([]);
    expect(processesOf(folder)).toEqual([]);
    expect(existsSync(path.join(folder, 'running.json'))).toBe(false);
  });

  it('leaves no process when interrupted while it starts', async () => {
    const child = program(['postgres', 'temporal']);
    while (!existsSync(path.join(folder, 'running.json')) || writtenDown().length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const exited = once(child, 'exit');
    const said = says(child);
    child.kill('SIGINT');
    await exited;
    expect(await said).toBe('Interrupted');
    expect(processesOf(folder)).toEqual([]);
  });

  it('refuses a folder on which another one lives, and says so', async () => {
    const child = program(['postgres']);
    expect(await says(child)).toBe('ready');
    await expect(startStack({ dataDir: folder, parts: ['postgres'] })).rejects.toThrow(/tourne déjà dans ce dossier/);
    const exited = once(child, 'exit');
    child.kill('SIGINT');
    await exited;
  });

  it('ends what a killed one left behind, and starts in its place', async () => {
    const child = program(['postgres']);
    expect(await says(child)).toBe('ready');
    const left = writtenDown();
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
    expect(left.filter(lives)).toEqual(left);
    const stack = await startStack({ dataDir: folder, parts: ['postgres'] });
    expect(left.filter(lives)).toEqual([]);
    await stack.stop();
    expect(processesOf(folder)).toEqual([]);
  });
});
