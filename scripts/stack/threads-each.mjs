import os from 'node:os';

/** Threads of one process that may work at a time, so that database, engine, API and worker share the cores. @returns {number} */
export function threadsEach() {
  return Math.max(1, Math.floor(os.availableParallelism() / 2));
}
