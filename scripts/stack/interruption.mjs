import { seeProcess } from './process-tree.mjs';

/**
 * Ends a command that a person, the system or a lost parent interrupts.
 *
 * The first Ctrl-C stops in order; one more, two seconds later or after, ends everything at once, which the data survive
 * too. npm passes on the signal that the terminal has already given us: both within two seconds are one.
 * @param {() => void} onFirst
 * @returns {{ signal: AbortSignal, asked: Promise<void> }}
 */
export function listenForInterruption(onFirst) {
  const interruption = new AbortController();
  const asked = new Promise((resolve) => {
    let first = 0;
    const interrupt = () => {
      if (first !== 0 && Date.now() - first > 2_000) process.exit(130);
      if (first !== 0) return;
      first = Date.now();
      onFirst();
      interruption.abort();
      resolve(undefined);
    };
    for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(name, interrupt);
    whenNpmDies(() => {
      if (first === 0) interrupt();
    });
  });
  return { signal: interruption.signal, asked };
}

/**
 * A SIGTERM that reaches npm ends it and the shell between, and neither tells us.
 * @param {() => void} tell
 */
function whenNpmDies(tell) {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const family = () => `${process.ppid} ${seeProcess(process.ppid)?.parent ?? ''}`;
  const before = family();
  const timer = setInterval(() => {
    if (family() === before) return;
    clearInterval(timer);
    tell();
  }, 500);
  timer.unref();
}
