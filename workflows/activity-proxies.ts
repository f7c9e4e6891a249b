import { proxyActivities } from '@temporalio/workflow';
import type { CaseActivities } from './contract/activities.js';

/** Our own database: an outage delays, it never fails; so there is no last try. */
export const { recordCase, fetchCalendars } = proxyActivities<Pick<CaseActivities, 'recordCase' | 'fetchCalendars'>>({
  startToCloseTimeout: '20s',
  retry: { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '30s' },
});

/**
 * Mail servers: a dozen tries over about an hour, counted in tries and never by a clock: a night with the machine off is
 * no failure. Then the effect has failed and a person decides.
 */
export const { acknowledge, remind, tellCitizen, sendReply, transmit } = proxyActivities<
  Pick<CaseActivities, 'acknowledge' | 'remind' | 'tellCitizen' | 'sendReply' | 'transmit'>
>({
  startToCloseTimeout: '60s',
  retry: { initialInterval: '2s', backoffCoefficient: 2.5, maximumInterval: '10m', maximumAttempts: 12 },
});
