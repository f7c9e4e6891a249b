import type { Page, Route } from 'playwright-core';
import type { Network, Visit } from './states.js';

/** The session is read whatever happens: without it there is no screen at all. */
const DATA = /\/api\/v1\/(?!session|events)/;

/** Prepares the network of a page. @returns lets everything pass again */
export async function prepareNetwork(page: Page, network: Network | undefined): Promise<() => Promise<void>> {
  const waiting: Route[] = [];
  const { held, cut } = callsOf(network);
  if (cut !== undefined) await cutOff(page, cut);
  if (held !== undefined)
    await page.route(held, (route) => {
      waiting.push(route);
    });
  return async () => {
    for (const route of waiting) await route.abort().catch(() => undefined);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.context().setOffline(false);
  };
}

function callsOf(network: Network | undefined): { readonly held?: RegExp; readonly cut?: RegExp } {
  if (network === undefined || typeof network === 'object') return network ?? {};
  return network === 'held' ? { held: DATA } : { cut: DATA };
}

/** From now on no call of data passes, or none of these. */
export function cutOff(page: Page, which: RegExp = DATA): Promise<unknown> {
  return page.route(which, (route) => route.abort('connectionreset').catch(() => undefined));
}

export async function goOffline({ page }: Visit): Promise<void> {
  await page.context().setOffline(true);
}

/** The network is cut, then something of the list changes: it is read again in vain. */
export async function serverGoesAway({ page, stage }: Visit): Promise<void> {
  await page.locator('.pv-row-link').first().waitFor();
  await cutOff(page);
  await stage.somethingHappens();
}

/** The session is over at the server; the console learns it when it next reads the session, every five minutes. */
export async function sessionEnds({ page }: Visit): Promise<void> {
  await page.context().clearCookies();
  await page.clock.fastForward('05:01');
}
