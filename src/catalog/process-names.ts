/** How the keys of a definition are said: whoever reads a screen is told names. */
export interface ProcessNames {
  readonly department: (id: string) => string;
  readonly team: (id: string) => string;
  readonly process: (id: string) => string;
  readonly phone: (key: string) => string;
  readonly tariff: (key: string) => string;
}

const asItIs = (key: string): string => key;

/** The keys themselves, as the file has them: for whoever writes it. */
export const AS_WRITTEN: ProcessNames = {
  department: asItIs,
  team: asItIs,
  process: asItIs,
  phone: asItIs,
  tariff: asItIs,
};
