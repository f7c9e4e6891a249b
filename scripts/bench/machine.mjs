import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { root } from '../stack/paths.mjs';

/**
 * On what a figure was measured.
 * @param {string} databaseUrl
 */
export async function describeMachine(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query('SELECT name, setting, unit FROM pg_settings WHERE name = ANY ($1)', [
    ['server_version', 'fsync', 'synchronous_commit', 'shared_buffers', 'max_connections'],
  ]);
  await client.end();
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  return {
    date: new Date().toISOString(),
    processor: os.cpus()[0]?.model ?? '',
    cores: os.availableParallelism(),
    memoryGb: Math.round(os.totalmem() / 1e9),
    loadBefore: os.loadavg().map((one) => Math.round(one * 100) / 100),
    node: process.version,
    temporalSdk: lock['node_modules/@temporalio/worker'].version,
    postgres: Object.fromEntries(rows.map(({ name, setting, unit }) => [name, `${setting}${unit ?? ''}`])),
  };
}
