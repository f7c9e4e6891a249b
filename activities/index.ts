import { ApplicationFailure } from '@temporalio/activity';
import type { CaseActivities } from '../workflows/contract/activities.js';
import type { Ports } from './ports/index.js';
import { sendMails } from './send-mail.js';
import { sendMissive } from './send-missive.js';
import { sendReply } from './send-reply.js';

/** Every activity of the contract, with its neighbours given: one that is missing or misspelt does not compile. */
export const createActivities = (ports: Ports): CaseActivities => ({
  recordCase: (record) => ports.caseRecords.record(record),
  acknowledge: async (input) => {
    await sendMissive(ports, input, await ports.correspondence.acknowledgement(input.caseId, input.effect));
  },
  remind: async ({ caseId, effect }) => {
    await sendMails(ports, effect.id, await ports.correspondence.reminders(caseId, effect));
  },
  tellCitizen: async (input) => {
    await sendMissive(ports, input, await ports.correspondence.news(input.caseId, input.effect));
  },
  transmit: async (input) => {
    const missive = await ports.correspondence.transmission(input.caseId, input.effect);
    if (missive === undefined)
      throw ApplicationFailure.nonRetryable('transmission.no-address', 'transmission.no-address');
    await sendMissive(ports, input, missive);
  },
  sendReply: (input) => sendReply(ports, input),
  fetchCalendars: ({ effect }) => ports.calendars.of(effect.organisations),
});
