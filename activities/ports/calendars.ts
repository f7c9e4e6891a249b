import type { Calendars } from '../../domain/time/calendar.js';

/** The working-day calendars as they stand today. */
export interface CurrentCalendars {
  of(organisations: readonly string[]): Promise<Calendars>;
}
