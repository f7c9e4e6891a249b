import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const runningMark = pathToFileURL(path.resolve('scripts/stack/running-mark.mjs')).href;
const folder = mkdtempSync(path.join(os.tmpdir(), 'parvis-mark-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the mark of a folder', () => {
  it('is whole whenever it can be seen', async () => {
    const code = `
      import { releaseFolder, takeFolder } from '${runningMark}';
      for (let turn = 0; turn < 3000; turn++) { takeFolder('${folder}'); releaseFolder('${folder}'); }`;
    const taker = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: 'inherit' });
    const exited = once(taker, 'exit');
    const seen = new Set<string>();
    while (taker.exitCode === null) {
      for (let look = 0; look < 100; look++) {
        if (existsSync(path.join(folder, 'running.json'))) seen.add(read());
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await exited).toEqual([0, null]);
    seen.delete('gone');
    expect([...seen].map((mark) => (JSON.parse(mark) as { owner: { pid: number } }).owner.pid)).toEqual([taker.pid]);
    expect(readdirSync(folder)).toEqual([]);
  });
});

function read(): string {
  try {
    return readFileSync(path.join(folder, 'running.json'), 'utf8');
  } catch {
    return 'gone';
  }
}
