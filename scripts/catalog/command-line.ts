import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';

/**
 * The options of a catalogue command, or their usage instead: `--help` shows it, and so does an option that does not
 * exist, in French and without a stack. The command goes no further in both cases.
 */
export function commandLine<T extends ParseArgsConfig>(usage: string, config: T): ReturnType<typeof parseArgs<T>> {
  if (process.argv.slice(2).some((word) => word === '--help' || word === '-h')) {
    process.stdout.write(`${usage}\n`);
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    const [option = ''] = /'[^']+'/.exec(error instanceof Error ? error.message : '') ?? [];
    process.stderr.write(`Option refusée : ${option.replaceAll("'", '')}\n\n${usage}\n`);
    process.exit(2);
  }
}
