import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { personOf, type Absence, type Directory } from '../../domain/people/directory.js';
import { may } from '../../domain/people/permission.js';
import { refusalOfAbsence } from '../../domain/people/substitution.js';
import type { Actor } from '../auth/allow.js';
import { PersonDirectory } from '../auth/person-directory.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { Database } from '../database/database.js';
import { endAbsence, lockAbsences, writeAbsence } from '../database/repositories/absences.repository.js';
import { forgetReplacements } from '../database/repositories/replacement-notices.repository.js';
import { readDirectory } from '../database/repositories/town.repository.js';
import { definedOf } from '../http/defined-of.js';
import { idUnder } from '../http/idempotency.js';
import { Page } from '../http/pagination.js';
import { changedMeanwhile } from '../http/content-version.js';
import { Refusal } from '../http/refusal.js';
import { ReplacementNotices } from '../notices/replacement-notices.js';
import { DirectoryService } from '../people/directory.service.js';
import type { AbsenceContentDto, AbsenceDto, AbsenceQueryDto, NewAbsenceDto } from './absences.dto.js';
import { describeAbsence, versionOfAbsence, type AbsenceContext } from './describe-absence.js';

/** Who is away, from when to when, and who acts meanwhile. No task is rewritten: lists resolve it when they are read. */
@Injectable()
export class AbsencesService {
  constructor(
    private readonly database: Database,
    private readonly directory: DirectoryService,
    private readonly people: PersonDirectory,
    private readonly calendars: CalendarService,
    private readonly catalog: CatalogService,
    private readonly replacements: ReplacementNotices,
  ) {}

  /** One's own, those of one's department for its head, all for administrators. */
  async list(actor: Actor, { past, mine }: AbsenceQueryDto): Promise<Page<AbsenceDto>> {
    const context = await this.context();
    const { directory, today } = context;
    const found = directory.absences
      .filter((absence) => past === true || absence.to >= today)
      .filter((absence) =>
        mine === true ? absence.person === actor.personId : mayEdit(actor, directory, absence.person),
      );
    return new Page(found).map((absence) => describeAbsence(absence, context));
  }

  /** The same key twice is one absence. */
  async add(actor: Actor, given: NewAbsenceDto, clientKey: string): Promise<AbsenceDto> {
    const { person = actor.personId } = given;
    const absence = await this.absenceOf({ id: idUnder('a', actor, clientKey), person }, given);
    return this.save(actor, absence, ({ directory }) => {
      const known = directory.absences.find(({ id }) => id === absence.id);
      if (known !== undefined && !isDeepStrictEqual(known, absence))
        throw new Refusal('request.idempotency-key-reused');
    });
  }

  async change(
    actor: Actor,
    { id, version }: Pick<AbsenceDto, 'id' | 'version'>,
    given: AbsenceContentDto,
  ): Promise<AbsenceDto> {
    const { person } = await this.find(actor, id);
    const absence = await this.absenceOf({ id, person }, given);
    return this.save(actor, absence, (context) => {
      const stored = context.directory.absences.find((one) => one.id === id);
      // Ended by somebody else meanwhile: what is gone does not come back by being changed.
      if (stored === undefined) throw new Refusal('absence.not-found');
      if (changedMeanwhile(version, { stored: versionOfAbsence(stored), next: versionOfAbsence(absence) }))
        throw new Refusal('request.version-mismatch', { current: describeAbsence(stored, context) });
    });
  }

  /** Its person is back, or does not leave. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.find(actor, id);
    await endAbsence(this.database, id, await this.calendars.today());
    this.forget();
  }

  private async save(
    actor: Actor,
    absence: Absence,
    checkAgainst: (stored: AbsenceContext) => void,
  ): Promise<AbsenceDto> {
    const context = await this.context();
    const directory = await this.database.transaction(async (sql) => {
      await lockAbsences(sql);
      const stored = await readDirectory(sql);
      if (!mayEdit(actor, stored, absence.person)) throw new Refusal('auth.forbidden');
      checkAgainst({ ...context, directory: stored });
      const refused = refusalOfAbsence(stored, absence) ?? overlapOf(stored, absence);
      if (refused !== undefined) throw new Refusal(refused);
      await writeAbsence(sql, absence);
      if (absence.from > context.today) await forgetReplacements(sql, absence.id);
      return { ...stored, absences: [...stored.absences.filter(({ id }) => id !== absence.id), absence] };
    });
    this.forget();
    await this.replacements.note(Date.now());
    return describeAbsence(absence, { ...context, directory });
  }

  /** @throws Refusal `process.not-found` */
  private async absenceOf(
    whose: Pick<Absence, 'id' | 'person'>,
    { from, to, substitutes, processes, message = '' }: AbsenceContentDto,
  ): Promise<Absence> {
    for (const processId of processes ?? [])
      if ((await this.catalog.get(processId)) === undefined) throw new Refusal('process.not-found');
    const words = message.trim() === '' ? undefined : message.trim();
    return { ...whose, from, to, substitutes, ...definedOf({ processes, message: words }) };
  }

  /** What the description of absences needs. */
  async context(): Promise<AbsenceContext> {
    const [directory, today] = [await this.directory.current(), await this.calendars.today()];
    return { directory, today, titles: await this.catalog.titles() };
  }

  /** @throws Refusal `absence.not-found`, also where it is none of the actor's business */
  private async find(actor: Actor, id: string): Promise<Absence> {
    const directory = await readDirectory(this.database);
    const absence = directory.absences.find((one) => one.id === id);
    if (absence === undefined || !mayEdit(actor, directory, absence.person)) throw new Refusal('absence.not-found');
    return absence;
  }

  private forget(): void {
    this.directory.forget();
    this.people.forget();
  }
}

/** On each place where the person works; to replace somebody gives no right over their days. */
function mayEdit(actor: Actor, directory: Directory, personId: string): boolean {
  const holders = personId === actor.personId ? [personId] : [];
  const places = personOf(directory, personId)?.roles ?? [];
  const subjects = places.map(({ organisation, department = '', team }) => ({
    ...{ organisation, department, teams: team === undefined ? [] : [team] },
    ...{ sector: '', sensitive: false, holders, involved: holders },
  }));
  return subjects.some((subject) => may(actor, 'absence.edit', subject));
}

/** One person is away once at a time: two entries would name two substitutes for one day and one process. */
function overlapOf({ absences }: Directory, absence: Absence): 'absence.overlaps' | undefined {
  const other = absences.some(
    (one) =>
      one.id !== absence.id &&
      one.person === absence.person &&
      one.from <= absence.to &&
      absence.from <= one.to &&
      haveCommonWork(one.processes, absence.processes),
  );
  return other ? 'absence.overlaps' : undefined;
}

function haveCommonWork(some: readonly string[] | undefined, others: readonly string[] | undefined): boolean {
  return some === undefined || others === undefined || some.some((processId) => others.includes(processId));
}
