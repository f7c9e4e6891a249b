/** Milliseconds since 1970-01-01T00:00:00Z. For timers, the order of events and logs; never for counting days. */
export type Instant = number;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
