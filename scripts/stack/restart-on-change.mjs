import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';
import { tryCommand } from './run-command.mjs';

/**
 * `npm run dev`: compiles what changes, and starts worker and API again after each compilation without errors. Screens
 * are built again too; reloading the page shows them.
 * @param {import('./product.mjs').Stack} stack
 * @param {import('./steps.mjs').Steps} steps
 * @param {AbortSignal} signal ends the watching
 */
export function restartOnChange(stack, steps, signal) {
  const modules = path.join(root, 'node_modules');
  let compilations = 0;
  let restarting = Promise.resolve();
  const restart = async () => {
    if (signal.aborted) return;
    await steps.run('Redémarrage après modification', async () => {
      await stack.processes.worker.restart();
      await stack.processes.api.restart();
    });
  };
  const compiler = [
    path.join(modules, 'typescript/bin/tsc'),
    '-p',
    'tsconfig.build.json',
    '-w',
    '--preserveWatchOutput',
  ];
  void tryCommand(process.execPath, compiler, {
    cwd: root,
    signal,
    onLine(line) {
      if (/error TS\d+/.test(line)) steps.say(line);
      if (!line.includes('Found 0 errors')) return;
      compilations += 1;
      if (compilations === 1) return; // what runs is what it has just compiled again
      restarting = restarting.then(restart).catch((error) => {
        steps.say(`✖ ${error instanceof Error ? error.message : String(error)}`);
      });
    },
  });
  if (!existsSync(path.join(root, 'console', 'src', 'main.tsx'))) return;
  void tryCommand(
    process.execPath,
    [path.join(modules, 'vite/bin/vite.js'), 'build', '--watch', '--logLevel', 'warn'],
    {
      cwd: path.join(root, 'console'),
      signal,
      onLine: (line) => {
        steps.say(`[écrans] ${line}`);
      },
    },
  );
}
