import { typography } from './typography.mjs';

/**
 * Something that stops a command and that the person at the keyboard can put right.
 * Its message is one clear French sentence that says what to do; nothing else is shown, no stack.
 */
export class Problem extends Error {
  /**
   * @param {string} sentence what happened and what to do, in French
   * @param {{ cause?: unknown, details?: string, exitCode?: number | null }} [more] `details`: the last lines of a tool's
   * own output, shown below; `exitCode`: the tool's
   */
  constructor(sentence, more = {}) {
    super(typography(sentence), { cause: more.cause });
    this.name = 'Problem';
    this.details = more.details ?? '';
    this.exitCode = more.exitCode ?? null;
  }
}

/** Thrown inside a start that a person interrupted: there is nothing to explain. */
export class Interrupted extends Error {
  constructor() {
    super('interrompu');
    this.name = 'Interrupted';
  }
}

/**
 * Errors of the system that mean the same thing wherever they happen.
 * @param {unknown} error
 * @param {string} folder where it happened, for the sentence
 * @returns {Problem | undefined}
 */
export function knownProblem(error, folder) {
  const code = /** @type {{ code?: string }} */ (error ?? {}).code ?? '';
  const text = `${code} ${error instanceof Error ? error.message : ''} ${error instanceof Problem ? error.details : ''}`;
  if (/ENOSPC|EDQUOT|No space left on device|could not extend file/i.test(text)) {
    return new Problem(
      `Il n’y a plus de place sur le disque qui contient ${folder} : libérez au moins 2 Go, puis recommencez.`,
      { cause: error },
    );
  }
  if (/\bEROFS\b/.test(text)) {
    return new Problem(`Le dossier ${folder} est en lecture seule : choisissez-en un autre avec --data DOSSIER.`, {
      cause: error,
    });
  }
  return undefined;
}

/**
 * @template Result
 * @param {Promise<Result>} work
 * @param {AbortSignal | undefined} signal
 * @returns {Promise<Result>} rejects as soon as the signal comes, without waiting for the work
 */
export function interruptible(work, signal) {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const interrupt = () => {
      reject(new Interrupted());
    };
    signal.addEventListener('abort', interrupt, { once: true });
    void work.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', interrupt);
    });
  });
}
