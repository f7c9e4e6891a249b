import { daysBetween, type LocalDate } from '../../../domain/time/local-date.js';

const DAYS_OF_WEEK = 7;

/** How far a day is from today. */
export function distanceInWords(today: LocalDate, day: LocalDate): string {
  const days = daysBetween(today, day);
  if (days === 1) return 'À demain';
  return days === DAYS_OF_WEEK ? 'Dans une semaine' : `Dans ${String(days)} jours`;
}
