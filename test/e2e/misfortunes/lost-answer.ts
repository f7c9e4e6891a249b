import type { Page, Route } from 'playwright-core';
import { eventually } from '../../support/town-hall.js';

/** What is no sending of a form: kept, counted or shown by itself. */
const BY_ITSELF = /\/(drafts|presence|letter-preview|opened|read|sheet-uses|unanswered-searches)(\/|\?|$)|\/bench$/;

/** The server does what it is asked and dies before it says so. */
export async function loseOneAnswer(page: Page, act: () => Promise<void>): Promise<void> {
  let isLost = false;
  const lose = async (route: Route): Promise<void> => {
    const request = route.request();
    if (request.method() === 'GET' || BY_ITSELF.test(request.url())) return route.fallback();
    await route.fetch();
    await route.abort('connectionreset');
    isLost = true;
  };
  await page.route('**/api/v1/**', lose);
  await act();
  await eventually('something is sent', () => Promise.resolve(isLost));
  await page.unroute('**/api/v1/**', lose);
}
