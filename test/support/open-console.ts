import { Console } from './e2e.js';
import { runningTownHall } from './running-product.js';
import type { TownHall } from './town-hall.js';

/** The console and the town hall of a spec file, closed after its last test. */
export function openConsole(): { readonly console_: Console; readonly hall: TownHall } {
  const console_ = new Console();
  const hall = runningTownHall();
  afterAll(async () => {
    await console_.close();
    await hall.close();
  });
  return { console_, hall };
}
