import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { personOf, type Absence, type Directory, type Person } from '../../domain/people/directory.js';
import { may } from '../../domain/people/permission.js';
import { signingPower } from '../../domain/people/signing-power.js';
import { actingFor, refusalOfAbsence } from '../../domain/people/substitution.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import type { Actor } from '../auth/allow.js';
import { PersonDirectory } from '../auth/person-directory.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { Database } from '../database/database.js';
import { endAbsence, lockAbsences, writeAbsence } from '../database/repositories/absences.repository.js';
import { readDirectory } from '../database/repositories/town.repository.js';
import { idUnder } from '../http/idempotency.js';
import { Page } from '../http/pagination.js';
import { Refusal } from '../http/refusal.js';
import { DirectoryService } from '../people/directory.service.js';
import { namedPerson } from '../people/person-names.js';
import type { AbsenceContentDto, AbsenceDto, AbsenceQueryDto, NewAbsenceDto } from './absences.dto.js';

/** Who is away, from when to when, and who acts meanwhile. No task is rewritten: lists resolve it when they are read. */
@Injectable()
export class AbsencesService {
  constructor(
    private readonly database: Database,
    private readonly directory: DirectoryService,
    private readonly people: PersonDirectory,
    private readonly calendars: CalendarService,
  ) {}

  /** One's own, those of one's department for its head, all for administrators. */
  async list(actor: Actor, { past, mine }: AbsenceQueryDto): Promise<Page<AbsenceDto>> {
    const [directory, today] = [await this.directory.current(), await this.calendars.today()];
    const found = directory.absences
      .filter((absence) => past === true || absence.to >= today)
      .filter((absence) =>
        mine === true ? absence.person === actor.personId : mayEdit(actor, directory, absence.person),
      );
    return new Page(found).map((absence) => describe(absence, directory, today));
  }

  /** The same key twice is one absence. */
  async add(actor: Actor, given: NewAbsenceDto, clientKey: string): Promise<AbsenceDto> {
    const { person = actor.personId, from, to, substitutes } = given;
    const absence = { id: idUnder('a', actor, clientKey), person, from, to, substitutes };
    return this.save(actor, absence, ({ absences }) => {
      const known = absences.find(({ id }) => id === absence.id);
      if (known !== undefined && !isDeepStrictEqual(known, absence))
        throw new Refusal('request.idempotency-key-reused');
    });
  }

  async change(actor: Actor, id: string, { from, to, substitutes }: AbsenceContentDto): Promise<AbsenceDto> {
    const { person } = await this.find(actor, id);
    return this.save(actor, { id, person, from, to, substitutes }, ({ absences }) => {
      // Ended by somebody else meanwhile: what is gone does not come back by being changed.
      if (!absences.some((one) => one.id === id)) throw new Refusal('absence.not-found');
    });
  }

  /** Its person is back, or does not leave. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.find(actor, id);
    await endAbsence(this.database, id, await this.calendars.today());
    this.forget();
  }

  private async save(actor: Actor, absence: Absence, checkAgainst: (stored: Directory) => void): Promise<AbsenceDto> {
    const directory = await this.database.transaction(async (sql) => {
      await lockAbsences(sql);
      const stored = await readDirectory(sql);
      if (!mayEdit(actor, stored, absence.person)) throw new Refusal('auth.forbidden');
      checkAgainst(stored);
      const refused = refusalOfAbsence(stored, absence) ?? overlapOf(stored, absence);
      if (refused !== undefined) throw new Refusal(refused);
      await writeAbsence(sql, absence);
      return { ...stored, absences: [...stored.absences.filter(({ id }) => id !== absence.id), absence] };
    });
    this.forget();
    return describe(absence, directory, await this.calendars.today());
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

/** One person is away once at a time: two entries would name two different substitutes for one day. */
function overlapOf({ absences }: Directory, absence: Absence): 'absence.overlaps' | undefined {
  const other = absences.some(
    ({ id, person, from, to }) =>
      id !== absence.id && person === absence.person && from <= absence.to && absence.from <= to,
  );
  return other ? 'absence.overlaps' : undefined;
}

function describe(absence: Absence, directory: Directory, today: LocalDate): AbsenceDto {
  const { id, person, from, to, substitutes } = absence;
  const on = from > today ? from : today > to ? to : today;
  const acting = actingFor(directory, person, on)?.person;
  const absent = personOf(directory, person);
  const matters = absent === undefined ? [] : signedMatters(directory, absent, on);
  return {
    id,
    person: namedPerson(directory, person),
    from,
    to,
    substitutes: substitutes.map((one) => namedPerson(directory, one)),
    current: from <= today && today <= to,
    ...(acting === undefined ? {} : { acting: namedPerson(directory, acting) }),
    ...(acting === undefined || matters.length === 0
      ? {}
      : {
          actingMaySign: matters.every(
            (matter) =>
              signingPower(directory, { ...matter, signer: acting, onBehalfOf: person, on }).kind !== 'refused',
          ),
        }),
  };
}

/** What a person signs on a day: by right, or under a delegation that does not hang on somebody's absence. */
function signedMatters({ delegations, organisations }: Directory, { id }: Person, on: LocalDate): readonly Matter[] {
  const byRight = organisations
    .filter(({ authority }) => authority === id)
    .map((organisation) => ({ organisation: organisation.id, theme: EVERY_MATTER }));
  const delegated = delegations
    .filter(({ person, inAbsenceOf, from, to }) => person === id && inAbsenceOf === undefined && from <= on && on <= to)
    .flatMap(({ organisation, matters = [EVERY_MATTER] }) => matters.map((theme) => ({ organisation, theme })));
  return [...byRight, ...delegated];
}

interface Matter {
  readonly organisation: string;
  readonly theme: string;
}

/** No theme is called so: only the authority, or a delegation for every matter, signs it. */
const EVERY_MATTER = '*';
