import { once } from 'node:events';
import { dueDatesOfCsv } from '../calendar/due-dates-of-csv.js';

/**
 * `npm run --silent due-date < questions.csv`: one line of JSON for each record; exit status 1 if any of them failed.
 * A reader that goes away (`| head`) ends the command without a fault.
 */
async function main(): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  for await (const line of dueDatesOfCsv(process.stdin)) {
    if ('error' in line) process.exitCode = 1;
    if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, 'drain');
  }
}

await main();
