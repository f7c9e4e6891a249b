import { duration } from './duration.mjs';
import { typography } from './typography.mjs';

/**
 * @typedef {(text: string) => void} Note says how far a step has come
 * @typedef {object} Steps
 * @property {<T>(label: string, work: (note: Note) => Promise<T>) => Promise<T>} run shows a step, its progress and its time
 * @property {(text: string) => void} say a line of its own
 */

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/** @type {Steps} for tests and benches, which print their own tables */
export const silentSteps = {
  run: (_label, work) => work(() => undefined),
  say: () => undefined,
};

/**
 * Shows each step of a command. On a terminal a running step turns and counts its seconds; elsewhere (a log file, the
 * build server) it says every ten seconds that it is still at work.
 * @param {NodeJS.WriteStream} [out]
 * @returns {Steps}
 */
export function createSteps(out = process.stdout) {
  return out.isTTY ? turningSteps(out) : plainSteps(out);
}

/** @param {NodeJS.WriteStream} out @returns {Steps} */
function plainSteps(out) {
  const say = (/** @type {string} */ text) => void out.write(`${typography(text)}\n`);
  return {
    say,
    async run(label, work) {
      const started = Date.now();
      let noted = '';
      say(`→ ${label}`);
      const tick = setInterval(() => {
        say(`   … ${duration(Date.now() - started)}${noted && `, ${noted}`}`);
      }, 10_000);
      try {
        const result = await work((text) => (noted = text));
        say(`✔ ${label} (${duration(Date.now() - started)})`);
        return result;
      } catch (error) {
        say(`✖ ${label} (${duration(Date.now() - started)})`);
        throw error;
      } finally {
        clearInterval(tick);
      }
    },
  };
}

/** @param {NodeJS.WriteStream} out @returns {Steps} */
function turningSteps(out) {
  /** @type {() => void} */
  let redraw = () => undefined;
  const clear = '\r\x1b[2K';
  return {
    say(text) {
      out.write(`${clear}${typography(text)}\n`);
      redraw();
    },
    async run(label, work) {
      const started = Date.now();
      let noted = '';
      let frame = 0;
      redraw = () => {
        const line = `${frames[frame % frames.length]} ${label}… ${duration(Date.now() - started)}${noted && `, ${noted}`}`;
        out.write(`${clear}${line.slice(0, (out.columns || 80) - 1)}`);
      };
      const tick = setInterval(() => {
        frame += 1;
        redraw();
      }, 120);
      let mark = '✖';
      try {
        const result = await work((text) => (noted = text));
        mark = '✔';
        return result;
      } finally {
        clearInterval(tick);
        redraw = () => undefined;
        out.write(`${clear}${mark} ${typography(label)} (${duration(Date.now() - started)})\n`);
      }
    },
  };
}
