import { closeSync, openSync, readSync, statSync } from 'node:fs';

/**
 * Shows the errors that a part writes to its log, as they come: lines of pino at level « error » or above, and what is
 * no JSON at all (a crash of Node).
 * @param {string} file
 * @param {(line: string) => void} show
 * @returns {() => void} stops
 */
export function followErrors(file, show) {
  let place = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  let rest = '';
  const timer = setInterval(() => {
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    if (size < place) place = 0; // a new file after the old one grew too long
    if (size === place) return;
    const buffer = Buffer.alloc(Math.min(size - place, 65_536));
    const input = openSync(file, 'r');
    place += readSync(input, buffer, 0, buffer.length, place);
    closeSync(input);
    const lines = (rest + buffer.toString('utf8')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (isError(line)) show(line);
  }, 500);
  return () => {
    clearInterval(timer);
  };
}

/** @param {string} line @returns {boolean} */
function isError(line) {
  if (line.trim() === '') return false;
  try {
    return JSON.parse(line).level >= 50;
  } catch {
    return /error|erreur|exception|^\s+at /i.test(line);
  }
}
