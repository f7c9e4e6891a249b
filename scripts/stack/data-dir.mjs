import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/**
 * The folder `.parvis`: everything the embedded stack keeps. Others may pass through it (the account that runs
 * Postgres must), but not read its list.
 * @param {string} dataDir
 */
export function createDataDir(dataDir) {
  mkdirSync(dataDir, { recursive: true });
  if (statSync(dataDir).uid === process.getuid?.()) chmodSync(dataDir, 0o711);
  for (const name of ['logs', 'documents', 'mail'])
    mkdirSync(path.join(dataDir, name), { recursive: true, mode: 0o700 });
}

/** Removes a throw-away folder, and its database where that had to live elsewhere. @param {string} dataDir */
export function removeDataDir(dataDir) {
  const link = path.join(dataDir, 'postgres');
  if (lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() && existsSync(link)) {
    rmSync(path.dirname(realpathSync(link)), { recursive: true, force: true });
  }
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
}

/**
 * @typedef {{ sessionSecret: string, postgresPassword: string }} Secrets
 * @param {string} dataDir
 * @returns {Secrets} drawn once, kept where only the owner can read
 */
export function secretsOf(dataDir) {
  const file = path.join(dataDir, 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const secrets = {
    sessionSecret: randomBytes(32).toString('base64url'),
    postgresPassword: randomBytes(18).toString('base64url'),
  };
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}

/**
 * The ports of the last start, so that addresses stay the same.
 * @param {string} dataDir
 * @returns {Record<string, number>}
 */
export function rememberedPorts(dataDir) {
  try {
    return JSON.parse(readFileSync(path.join(dataDir, 'ports.json'), 'utf8'));
  } catch {
    return {};
  }
}

/** @param {string} dataDir @param {Record<string, number>} ports */
export function rememberPorts(dataDir, ports) {
  writeFileSync(path.join(dataDir, 'ports.json'), JSON.stringify(ports, null, 2));
}
