import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * One Jest project per tier of tests; `npx jest --selectProjects api` runs one of them.
 *
 * Jest 30 runs everything as CommonJS below Node 24.9, so our sources *and* the packages that publish ES modules only
 * are compiled by swc. The list of those packages is read from what is installed, never written by hand: one forgotten
 * name breaks every spec that reaches it.
 */

const root = path.dirname(fileURLToPath(import.meta.url));

/** Specs that lie beside the code, and need nothing but Node. */
const codeFolders = ['domain', 'activities', 'workflows', 'src', 'scripts'];

/** Tiers that lie in `test/<name>`, in the order in which `npm test` runs them. */
const testFolders = [
  'catalog',
  'scenarios',
  'vectors',
  'conventions',
  'workflows',
  'stack',
  'database',
  'api',
  'engine',
  'chaos',
  'e2e',
];

/** These start processes or browsers and wait for them. */
const slowFolders = new Set(['workflows', 'stack', 'database', 'api', 'engine', 'chaos', 'e2e']);

/** Names of the installed packages that publish ES modules only. */
function findEsmOnly(folder, names) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    const packageFolder = path.join(folder, entry.name);
    if (entry.name.startsWith('@')) {
      findEsmOnly(packageFolder, names);
      continue;
    }
    const manifest = path.join(packageFolder, 'package.json');
    if (!existsSync(manifest)) continue;
    const { name, type } = JSON.parse(readFileSync(manifest, 'utf8'));
    if (type === 'module') names.add(name);
    const nested = path.join(packageFolder, 'node_modules');
    if (existsSync(nested)) findEsmOnly(nested, names);
  }
  return names;
}

/** The same list, kept beside the packages until npm changes them: walking 600 folders costs every run a second. */
function esmOnly() {
  const modules = path.join(root, 'node_modules');
  const installed = statSync(path.join(modules, '.package-lock.json'), { throwIfNoEntry: false });
  const stamp = String(installed?.mtimeMs ?? 0);
  const cacheFile = path.join(modules, '.cache', 'parvis', 'esm-only.json');
  if (existsSync(cacheFile)) {
    const cached = JSON.parse(readFileSync(cacheFile, 'utf8'));
    if (cached.stamp === stamp) return cached.names;
  }
  const names = [...findEsmOnly(modules, new Set())].sort();
  mkdirSync(path.dirname(cacheFile), { recursive: true });
  const draft = `${cacheFile}.${process.pid}`;
  writeFileSync(draft, JSON.stringify({ stamp, names }));
  renameSync(draft, cacheFile); // two runs at once must never read half a file
  return names;
}

const compile = [
  '@swc/jest',
  {
    swcrc: false,
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      target: 'es2023',
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
  },
];

const esmOnlyNames = esmOnly().map((name) => name.replaceAll('.', '\\.'));

const shared = {
  rootDir: root,
  testEnvironment: 'node',
  testRegex: '\\.spec\\.ts$',
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.js', '$1'] },
  transform: { '^.+\\.(ts|mts|js|mjs)$': compile },
  transformIgnorePatterns: [`/node_modules/(?!(?:.*/node_modules/)?(?:${esmOnlyNames.join('|')})/)`],
};

const inRoot = (folder) => path.join(root, folder);
const present = (folder) => existsSync(inRoot(folder));

const unit = { ...shared, displayName: 'unit', roots: codeFolders.filter(present).map(inRoot) };

const tiers = testFolders
  .filter((name) => present(`test/${name}`))
  .map((name) => ({
    ...shared,
    displayName: name,
    roots: [inRoot(`test/${name}`)],
    ...(slowFolders.has(name) ? { setupFilesAfterEnv: [inRoot('test/support/slow-tier.ts')] } : {}),
  }));

export default {
  projects: [unit, ...tiers],
  maxWorkers: 2,
  // A test that hangs still fails; one that a busy machine slows down does not. `slow-tier.ts` gives the slow tiers more.
  testTimeout: 30_000,
  workerIdleMemoryLimit: '1500MB',
};
