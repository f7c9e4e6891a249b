import { NO_BREAK_SPACE } from '../../domain/text/french-typography.js';

/** What is wrong in the town's files, where, and what to write instead. In French: a town-hall agent reads it. */
export interface TownFault {
  readonly file: string;
  /** Absent where the fault is that something is missing from the whole file. */
  readonly line?: number;
  readonly message: string;
}

/** Refuses a town's folder, with every fault at once. */
export class TownError extends Error {
  override readonly name = 'TownError';

  constructor(readonly faults: readonly TownFault[]) {
    super(['Les données de la ville ne peuvent pas être chargées :', ...faults.map(sentenceOf)].join('\n'));
  }
}

/** `people.csv:12 : …`, with no-break spaces. Only spaces change: a message quotes ids and addresses as they were written. */
export function sentenceOf({ file, line, message }: TownFault): string {
  return `${file}${line === undefined ? '' : `:${String(line)}`} : ${message}`
    .replace(/ (?=[:;?!»])/g, NO_BREAK_SPACE)
    .replaceAll('« ', `«${NO_BREAK_SPACE}`);
}

/** Gathers faults while reading goes on, so that a town sees them all in one go. */
export class Faults {
  readonly #found: TownFault[] = [];

  get found(): readonly TownFault[] {
    return this.#found;
  }

  add(fault: TownFault): void {
    this.#found.push(fault);
  }

  throwIfAny(): void {
    if (this.#found.length > 0) throw new TownError(this.#found);
  }
}
