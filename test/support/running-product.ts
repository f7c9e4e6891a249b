import { readFileSync } from 'node:fs';
import { TownHall } from './town-hall.js';

/** What `scripts/test.mjs` says of the product it started for a tier. */
export interface RunningProduct {
  readonly urls: {
    readonly api: string;
    readonly database: string;
    readonly temporal: string;
    readonly smtp: string;
    readonly mail: string;
  };
  readonly env: Readonly<Record<string, string>>;
  readonly processes: Readonly<Record<string, { readonly pid: number; readonly log: string }>>;
}

/** The product that runs for this tier. A tier started without one fails at once, and says how to start it. */
export function runningProduct(): RunningProduct {
  const file = process.env['PARVIS_TEST_STACK'];
  if (file === undefined) throw new Error('No running product: use `npm run test:<tier>`');
  return JSON.parse(readFileSync(file, 'utf8')) as RunningProduct;
}

/** The town hall of the running product. */
export function runningTownHall(product = runningProduct()): TownHall {
  return new TownHall(product.urls.api, product.urls.database);
}
