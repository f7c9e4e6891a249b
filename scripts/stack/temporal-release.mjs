import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Problem } from './problem.mjs';
import { runCommand } from './run-command.mjs';
import { temporalVersion } from './temporal-version.mjs';

/** Without Internet we must know within seconds; a download that stands still must not hold a start for ever. */
const connectWithinMs = 5_000;
const silenceMs = 20_000;

const architectures = /** @type {Record<string, string>} */ ({ x64: 'amd64', arm64: 'arm64' });

/** Official releases, or a mirror of them inside the town's network. */
function releases() {
  const base = process.env['TEMPORAL_RELEASES_URL'] || 'https://github.com/temporalio/temporal/releases/download';
  return `${base.replace(/\/$/, '')}/v${temporalVersion}`;
}

/**
 * Downloads the release archive for this machine, compares it with the release's list of hashes, and takes the two
 * programs out of it.
 * @param {string} folder receives `temporal-server` and `temporal-sql-tool`
 * @param {import('./temporal-programs.mjs').Obtaining} obtaining
 * @returns {Promise<void>}
 */
export async function downloadRelease(folder, { note, signal }) {
  const architecture = architectures[process.arch];
  if (architecture === undefined) throw new Problem(`Temporal ne publie pas de version pour ${process.arch}.`);
  const name = `temporal_${temporalVersion}_${process.platform}_${architecture}.tar.gz`;
  const archive = path.join(folder, name);
  const sums = path.join(folder, 'checksums.txt');
  const download = downloader(signal);
  note('recherche sur github.com');
  await download(`${releases()}/checksums.txt`, sums, () => undefined);
  const expected = hashOf(readFileSync(sums, 'utf8'), name);
  await download(`${releases()}/${name}`, archive, (percent) => {
    note(`téléchargement ${percent} %`);
  });
  const hash = createHash('sha256');
  await pipeline(createReadStream(archive), hash);
  if (hash.digest('hex') !== expected) {
    throw new Problem(`L’archive ${name} téléchargée ne correspond pas à l’empreinte publiée : elle a été écartée.`);
  }
  note('extraction de l’archive');
  await runCommand('tar', ['-xzf', archive, '-C', folder, 'temporal-server', 'temporal-sql-tool'], { signal });
  for (const file of [archive, sums]) rmSync(file);
}

/** @param {string} list lines of « hash  name » @param {string} name @returns {string} */
function hashOf(list, name) {
  for (const line of list.split('\n')) {
    const [hash = '', file] = line.trim().split(/\s+\*?/);
    if (file === name && /^[0-9a-f]{64}$/.test(hash)) return hash;
  }
  throw new Problem(`La liste d’empreintes de la version ${temporalVersion} ne cite pas ${name}.`);
}

/**
 * @typedef {(url: string, file: string, progress: (percent: number) => void) => Promise<void>} Download
 * @param {AbortSignal | undefined} signal
 * @returns {Download} through curl where the network has a proxy, which Node's own client does not know
 */
function downloader(signal) {
  const proxied = ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'].some((name) => process.env[name]);
  if (!proxied) return (url, file, progress) => fetchFile(url, file, { progress, signal });
  const limits = ['--connect-timeout', '5', '--speed-limit', '1000', '--speed-time', '20'];
  return async (url, file) => {
    await runCommand('curl', ['-fsSL', ...limits, '-o', file, url], { signal, failure: `${url} est inaccessible.` });
  };
}

/**
 * @param {string} url
 * @param {string} file
 * @param {{ progress: (percent: number) => void, signal: AbortSignal | undefined }} options
 */
async function fetchFile(url, file, { progress, signal }) {
  const response = await open(url, signal, 5);
  const total = Number(response.headers['content-length'] ?? 0);
  let received = 0;
  response.on('data', (chunk) => {
    received += chunk.length;
    if (total > 0) progress(Math.floor((100 * received) / total));
  });
  response.setTimeout(silenceMs, () => response.destroy(new Error(`${url} ne répond plus`)));
  await pipeline(response, createWriteStream(file));
}

/**
 * @param {string} url
 * @param {AbortSignal | undefined} signal
 * @param {number} redirects still allowed
 * @returns {Promise<http.IncomingMessage>} a body to read
 */
async function open(url, signal, redirects) {
  const { get } = url.startsWith('https:') ? https : http;
  const response = await new Promise((resolve, reject) => {
    const request = get(url, { signal, headers: { 'user-agent': 'parvis' } }, resolve);
    const timer = setTimeout(() => request.destroy(new Error(`${url} ne répond pas`)), connectWithinMs);
    request.once('error', reject).once('close', () => {
      clearTimeout(timer);
    });
    request.once('response', () => {
      clearTimeout(timer);
    });
  });
  const { statusCode = 0, headers } = response;
  if (statusCode === 200) return response;
  response.resume();
  if (statusCode >= 300 && statusCode < 400 && headers.location && redirects > 0) {
    return open(new URL(headers.location, url).href, signal, redirects - 1);
  }
  throw new Problem(`${url} répond ${statusCode}.`);
}
