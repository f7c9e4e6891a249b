import { Injectable } from '@nestjs/common';
import { longDate, typeset } from '../../domain/text/french-typography.js';
import { dayZero, countDays } from '../../domain/time/day-count.js';
import { localDateOf } from '../../domain/time/calendar.js';
import { isLocalDate, type LocalDate } from '../../domain/time/local-date.js';
import { timeLimitInFrench } from '../../domain/time/time-limit.js';
import type { Actor } from '../auth/allow.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { explainedDay } from '../calendar/counted-day.dto.js';
import { Database, type Sql } from '../database/database.js';
import { currentCalendars } from '../database/repositories/calendars.repository.js';
import { deleteClosure, lockHours, putClosure, putHours } from '../database/repositories/closures.repository.js';
import { organisationSheets, readClosures } from '../database/repositories/town.repository.js';
import { versionOfContent } from '../http/content-version.js';
import { changedMeanwhile } from '../http/content-version.js';
import { Refusal } from '../http/refusal.js';
import { DirectoryService } from '../people/directory.service.js';
import { namedPerson } from '../people/person-names.js';
import type { TownClosure } from '../town/town.js';
import type {
  ClosureDto,
  ClosureQueryDto,
  HoursDto,
  NewClosureDto,
  OrganisationCalendarDto,
  SimulationDto,
  SimulationQueryDto,
  WorkingDaysDto,
} from './closures.dto.js';

/**
 * What the town decides about its own time. Each change puts calendars in force at once; open cases are then told
 * (`announce-calendars.job.ts`), and a date already promised never moves earlier.
 */
@Injectable()
export class ClosuresService {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarService,
    private readonly directory: DirectoryService,
  ) {}

  async list({ organisation, from }: ClosureQueryDto): Promise<readonly ClosureDto[]> {
    const closures = await readClosures(this.database);
    return closures
      .filter(
        (one) =>
          (organisation === undefined || one.organisation === organisation) && (from === undefined || one.date >= from),
      )
      .map(closureDto);
  }

  async workingDays(actor: Actor): Promise<WorkingDaysDto> {
    const { closed, openExceptionally, hours } = await this.calendars.calendarFor(actor);
    const { closesAt, earlyClosings } = hours;
    return { closed: closed.map(({ date }) => date), openExceptionally, hours: { closesAt, earlyClosings } };
  }

  async add(actor: Actor, given: NewClosureDto): Promise<ClosureDto> {
    const { organisation, date, kind, closesAt, label, decidedBy } = given;
    await this.sheetOf(organisation);
    const directory = await this.directory.current();
    const closure: TownClosure = {
      ...{ organisation, kind, label },
      date: date as LocalDate,
      ...(kind === 'earlyClosing' && closesAt !== undefined ? { closesAt } : {}),
      decidedAt: await this.today(),
      decidedBy: decidedBy ?? namedPerson(directory, actor.personId).name,
    };
    await this.change((sql) => putClosure(sql, closure));
    return closureDto(closure);
  }

  async remove(closure: Pick<TownClosure, 'organisation' | 'date' | 'kind'>): Promise<void> {
    if (!isLocalDate(closure.date)) throw new Refusal('closure.not-found');
    await this.change(async (sql) => {
      if (!(await deleteClosure(sql, closure))) throw new Refusal('closure.not-found');
    });
  }

  async organisations(): Promise<readonly OrganisationCalendarDto[]> {
    const [sheets, inForce] = [await organisationSheets(this.database), await currentCalendars(this.database)];
    return sheets.flatMap(({ id, name, calendar: { opensAt, closesAt, hoursText } }) => {
      const known = inForce.find(({ organisation }) => organisation === id);
      if (known === undefined) return [];
      const { revision, calendar } = known;
      const hours = { opensAt, closesAt, hoursText };
      return [{ organisation: id, name, ...hours, revision, coveredTo: calendar.to, version: versionOfHours(hours) }];
    });
  }

  /** On the hours that were read: a colleague's change of them is shown, not written over. */
  async setHours(
    { organisation, version }: Pick<OrganisationCalendarDto, 'organisation' | 'version'>,
    { opensAt, closesAt, hoursText }: HoursDto,
  ): Promise<void> {
    await this.sheetOf(organisation);
    if (closesAt <= opensAt) throw invalid('/closesAt', 'La fermeture doit suivre l’ouverture.');
    const hours = { opensAt, closesAt, hoursText };
    await this.change(async (sql) => {
      const stored = versionOfHours(await lockHours(sql, organisation));
      if (changedMeanwhile(version, { stored, next: versionOfHours(hours) }))
        throw new Refusal('request.version-mismatch', { current: await this.calendarOf(organisation) });
      await putHours(sql, organisation, hours);
    });
  }

  private async calendarOf(organisation: string): Promise<OrganisationCalendarDto | undefined> {
    return (await this.organisations()).find((one) => one.organisation === organisation);
  }

  /** « Reçue vendredi 16 h 50 ⇒ échéance… », on the calendar in force, day by day. */
  async simulate({
    organisation,
    receivedAt,
    n,
    kind,
    pausedFrom,
    pausedTo,
  }: SimulationQueryDto): Promise<SimulationDto> {
    const { calendars } = await this.calendars.current();
    const calendar = calendars[organisation];
    if (calendar === undefined) throw invalid('/organisation', 'Cette organisation n’existe pas.');
    const received = Date.parse(receivedAt);
    const day = localDateOf(calendar, received);
    if (day < calendar.from || day > calendar.to)
      throw invalid(
        '/receivedAt',
        `Le calendrier en vigueur va du ${longDate(calendar.from)} au ${longDate(calendar.to)}.`,
      );
    const start = dayZero(calendar, received);
    const pauses = pausedFrom === undefined ? [] : [pauseOf(pausedFrom, pausedTo)];
    const count = countDays(calendar, { start, kind, n, pauses });
    const limit = timeLimitInFrench({ n, kind });
    if (count.kind !== 'dated') {
      const sentence = typeset(`${limit} : pas de date tant que le délai est suspendu, ou au-delà du calendrier.`);
      return { dayZero: start, sentence, days: [] };
    }
    const sentence = typeset(
      `Reçue le ${longDate(day)}, ${limit} : à rendre le ${longDate(count.dueOn)} au plus tard.`,
    );
    return { dueOn: count.dueOn, dayZero: start, sentence, days: count.days.map(explainedDay) };
  }

  private async change(work: (sql: Sql) => Promise<void>): Promise<void> {
    // Loaded for the few who change closures: the law's holidays hold twenty megabytes.
    const { putCalendarsInForce } = await import('../calendar/put-calendars-in-force.js');
    const today = await this.today();
    await this.database.transaction(async (sql) => {
      await work(sql);
      await putCalendarsInForce(sql, today);
    });
    await this.calendars.refresh();
  }

  private async sheetOf(organisation: string): Promise<void> {
    const known = (await organisationSheets(this.database)).some(({ id }) => id === organisation);
    if (!known) throw invalid('/organisation', 'Cette organisation n’existe pas.');
  }

  private async today(): Promise<LocalDate> {
    const [calendar] = Object.values((await this.calendars.current()).calendars);
    if (calendar === undefined) throw new Error('The town has no calendar');
    return localDateOf(calendar, Date.now());
  }
}

function versionOfHours({ opensAt, closesAt, hoursText }: HoursDto): number {
  return versionOfContent(opensAt, closesAt, hoursText);
}

function closureDto({ decidedAt, ...closure }: TownClosure): ClosureDto {
  return { ...closure, decidedOn: decidedAt };
}

function pauseOf(from: string, to: string | undefined): { readonly from: LocalDate; readonly to?: LocalDate } {
  return { from: from as LocalDate, ...(to === undefined ? {} : { to: to as LocalDate }) };
}

function invalid(pointer: string, detail: string): Refusal {
  return new Refusal('request.invalid', { faults: [{ pointer, code: 'invalid', detail }] });
}
