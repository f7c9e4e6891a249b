import { personOf, type Absence, type Directory, type Person } from '../../domain/people/directory.js';
import { signingPower } from '../../domain/people/signing-power.js';
import { actingFor } from '../../domain/people/substitution.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { versionOfContent } from '../http/content-version.js';
import { definedOf } from '../http/defined-of.js';
import { namedPerson } from '../people/person-names.js';
import type { AbsenceDto } from './absences.dto.js';

export interface AbsenceContext {
  readonly directory: Directory;
  readonly today: LocalDate;
  /** Titles of processes by id. */
  readonly titles: ReadonlyMap<string, string>;
}

export function describeAbsence(absence: Absence, { directory, today, titles }: AbsenceContext): AbsenceDto {
  const { id, person, from, to, substitutes, processes, message } = absence;
  const on = from > today ? from : today > to ? to : today;
  const [processId] = processes ?? [];
  const acting = actingFor(directory, person, { on, ...definedOf({ processId }) })?.person;
  return {
    id,
    version: versionOfAbsence(absence),
    person: namedPerson(directory, person),
    from,
    to,
    substitutes: substitutes.map((one) => namedPerson(directory, one)),
    ...definedOf({ message, processes: processes?.map((one) => ({ id: one, name: titles.get(one) ?? one })) }),
    current: from <= today && today <= to,
    ...(acting === undefined ? {} : { acting: namedPerson(directory, acting) }),
    ...definedOf({ actingMaySign: acting === undefined ? undefined : maySign(absence, { directory, acting, on }) }),
  };
}

/** What an absence says, in one number. */
export function versionOfAbsence({ from, to, substitutes, processes, message }: Absence): number {
  return versionOfContent(from, to, substitutes, processes, message);
}

/** Whether whoever acts may sign all that the absent person signs; undefined where they sign nothing. */
function maySign(
  { person }: Absence,
  { directory, acting, on }: { readonly directory: Directory; readonly acting: string; readonly on: LocalDate },
): boolean | undefined {
  const absent = personOf(directory, person);
  const matters = absent === undefined ? [] : signedMatters(directory, absent, on);
  if (matters.length === 0) return undefined;
  return matters.every(
    (matter) => signingPower(directory, { ...matter, signer: acting, onBehalfOf: person, on }).kind !== 'refused',
  );
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
