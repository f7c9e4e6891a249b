const PARTS = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', timeZoneName: 'longOffset' });

/** An hour of the town on a day, as ISO 8601 with its offset, whatever the zone of the machine: `2026-07-10T16:50:00+02:00`. */
export function townInstant(day: string, hour: string): string {
  const name = PARTS.formatToParts(new Date(`${day}T${hour}:00Z`)).find(({ type }) => type === 'timeZoneName')?.value;
  return `${day}T${hour}:00${name?.replace('GMT', '') ?? '+00:00'}`;
}
