import { personOf, type Directory } from '../../domain/people/directory.js';
import { personName } from '../../domain/people/person-name.js';
import { replacementsOn } from '../../domain/people/substitution.js';
import { longDate } from '../../domain/text/french-typography.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { definedOf } from '../http/defined-of.js';

/** Whom a person replaces, as mails say it. What the absent person wrote to colleagues stays in the application. */
export interface ReplacedPerson {
  readonly absenceId: string;
  readonly name: string;
  readonly until: string;
  /** Titles; absent: all of their work. */
  readonly processes?: readonly string[];
}

export interface ReplacingContext {
  readonly directory: Directory;
  readonly on: LocalDate;
  /** Titles of processes by id. */
  readonly titles: ReadonlyMap<string, string>;
}

/** Those whose work falls to the person on that day. */
export function peopleReplacedBy(
  person: string,
  { directory, on, titles }: ReplacingContext,
): readonly ReplacedPerson[] {
  return replacementsOn(directory, on)
    .filter(({ absence, acting }) => acting.person === person && absence.person !== person)
    .map(({ absence: { id, person: absent, to, processes } }) => {
      const known = personOf(directory, absent);
      return {
        absenceId: id,
        name: known === undefined ? absent : personName(known),
        until: to,
        ...definedOf({ processes: processes?.map((one) => titles.get(one) ?? one) }),
      };
    });
}

/** « Camille Robert, jusqu’au vendredi 4 décembre 2026 compris, pour : Nid-de-poule » */
export function replacedLine({ name, until, processes }: ReplacedPerson): string {
  const part = processes === undefined ? '' : `, pour : ${processes.join(', ')}`;
  return `${name}, jusqu’au ${longDate(until)} compris${part}`;
}
