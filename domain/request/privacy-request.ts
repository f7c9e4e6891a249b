import { addMonths, type LocalDate } from '../time/local-date.js';

/** What a citizen may ask about their data (GDPR, art. 15, 16, 17, 18 and 21). */
export const PRIVACY_REQUEST_KINDS = ['access', 'rectification', 'erasure', 'limitation', 'opposition'] as const;
export type PrivacyRequestKind = (typeof PRIVACY_REQUEST_KINDS)[number];

export const PRIVACY_OUTCOMES = ['granted', 'partly', 'refused'] as const;
export type PrivacyOutcome = (typeof PRIVACY_OUTCOMES)[number];

/** One civil month from reception, three where the citizen was told within the first (GDPR, art. 12(3)). */
export function privacyDueOn(receivedOn: LocalDate, { extended }: { readonly extended: boolean }): LocalDate {
  return addMonths(receivedOn, extended ? 3 : 1);
}
