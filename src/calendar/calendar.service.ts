import { Injectable, type OnModuleInit } from '@nestjs/common';
import { firstOpenDay, isOpenDay, localDateOf, type Calendar, type Calendars } from '../../domain/time/calendar.js';
import type { Actor } from '../../domain/people/actor.js';
import { addDays, type LocalDate } from '../../domain/time/local-date.js';
import { Database } from '../database/database.js';
import {
  calendarsByHash,
  currentCalendars,
  type CurrentCalendar,
} from '../database/repositories/calendars.repository.js';

const REFRESH_AFTER = 15_000;

/** The working-day calendars in force, and by hash those that cases travel with. */
@Injectable()
export class CalendarService implements OnModuleInit {
  private currentOnes: readonly CurrentCalendar[] = [];
  private readonly byHash = new Map<string, Calendar>();
  private refreshedAt = 0;

  constructor(private readonly database: Database) {}

  async onModuleInit(): Promise<void> {
    await this.refresh();
  }

  /** By organisation, as they stand now, with the highest revision among them. */
  async current(): Promise<{ readonly calendars: Calendars; readonly revision: number }> {
    if (Date.now() - this.refreshedAt > REFRESH_AFTER || this.currentOnes.length === 0) await this.refresh();
    return {
      calendars: Object.fromEntries(this.currentOnes.map((one) => [one.organisation, one.calendar])),
      revision: Math.max(0, ...this.currentOnes.map((one) => one.revision)),
    };
  }

  /** The civil day in the town hall. */
  async today(): Promise<LocalDate> {
    return localDateOf(await this.anyCalendar(), Date.now());
  }

  /** The next day on which the town hall works. */
  async nextOpenDay(): Promise<LocalDate> {
    const calendar = await this.anyCalendar();
    const tomorrow = addDays(localDateOf(calendar, Date.now()), 1);
    return firstOpenDay(calendar, tomorrow) ?? tomorrow;
  }

  /** The days on which the town hall works, of the seven that begin with this one. */
  async openDaysOfWeek(monday: LocalDate): Promise<readonly LocalDate[]> {
    const calendar = await this.anyCalendar();
    return [0, 1, 2, 3, 4, 5, 6].map((day) => addDays(monday, day)).filter((day) => isOpenDay(calendar, day));
  }

  /** The calendar of the organisation in which a person works; any of the town's where it has none of its own. */
  async calendarFor({ roles }: Pick<Actor, 'roles'>): Promise<Calendar> {
    const { calendars } = await this.current();
    const own = roles.map(({ perimeter: { organisation } }) =>
      organisation === undefined ? undefined : calendars[organisation],
    );
    return own.find((calendar) => calendar !== undefined) ?? (await this.anyCalendar());
  }

  /** Those a case was opened with; a calendar that was ever in force is kept for ever. */
  async byHashes(hashes: Readonly<Record<string, string>>): Promise<Calendars> {
    const wanted = Object.values(hashes).filter((hash) => !this.byHash.has(hash));
    if (wanted.length > 0) this.remember(await calendarsByHash(this.database, wanted));
    return Object.fromEntries(
      Object.entries(hashes).map(([organisation, hash]) => {
        const calendar = this.byHash.get(hash);
        if (calendar === undefined) throw new Error(`No calendar has hash ${hash}`);
        return [organisation, calendar];
      }),
    );
  }

  /** Reads them anew: after a closure was decided, or when the last look is too old. */
  async refresh(): Promise<void> {
    this.currentOnes = await currentCalendars(this.database);
    this.remember(this.currentOnes.map((one) => one.calendar));
    this.refreshedAt = Date.now();
  }

  private async anyCalendar(): Promise<Calendar> {
    const [calendar] = Object.values((await this.current()).calendars);
    if (calendar === undefined) throw new Error('The town has no calendar');
    return calendar;
  }

  private remember(calendars: readonly Calendar[]): void {
    for (const calendar of calendars) this.byHash.set(calendar.hash, calendar);
  }
}
