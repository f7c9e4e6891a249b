import fc from 'fast-check';
import type { LocalDate } from '../time/local-date.js';
import type { Absence, Directory, Person } from './directory.js';
import { actingFor, refusalOfAbsence, replacedBy, replacementsOn } from './substitution.js';

const day = (n: number): LocalDate => `2026-12-${String(n).padStart(2, '0')}` as LocalDate;

function directoryOf(
  people: Readonly<Record<string, readonly string[]>>,
  absences: readonly Absence[] = [],
): Directory {
  return {
    organisations: [],
    divisions: [],
    directorates: [],
    departments: [],
    teams: [],
    delegations: [],
    absences,
    people: Object.entries(people).map(([id, substitutes]): Person => ({
      id,
      login: id,
      firstName: 'Aube',
      lastName: id,
      functionTitle: id,
      email: `${id}@valmont.example`,
      phone: '03 53 01 99 99',
      roles: [],
      substitutes,
    })),
  };
}

const absent = (person: string, [from, to]: readonly [number, number], ...substitutes: string[]): Absence => ({
  id: `abs-${person}-${String(from)}`,
  person,
  from: day(from),
  to: day(to),
  substitutes,
});

const people = { a: ['b', 'c'], b: ['c'], c: ['d'], d: [] };

describe('who acts for somebody', () => {
  it('is the person, when present', () => {
    expect(actingFor(directoryOf(people), 'a', { on: day(3) })).toEqual({ person: 'a' });
  });

  it('is the first declared substitute, from the first to the last day included', () => {
    const directory = directoryOf(people, [absent('a', [3, 5])]);
    expect(actingFor(directory, 'a', { on: day(2) })?.person).toBe('a');
    expect(actingFor(directory, 'a', { on: day(3) })).toEqual({
      person: 'b',
      onBehalfOf: 'a',
      rule: 'absence:abs-a-3:b',
    });
    expect(actingFor(directory, 'a', { on: day(5) })?.person).toBe('b');
    expect(actingFor(directory, 'a', { on: day(6) })?.person).toBe('a');
  });

  it('is the substitute named for this absence rather than the declared one', () => {
    expect(actingFor(directoryOf(people, [absent('a', [3, 5], 'd')]), 'a', { on: day(4) })?.person).toBe('d');
  });

  it('is the next one named when the first is away, before anybody further down the chain', () => {
    const directory = directoryOf(people, [absent('a', [3, 5]), absent('b', [3, 5], 'd')]);
    expect(actingFor(directory, 'a', { on: day(4) })?.person).toBe('c');
  });

  it('is found through a chain of absent substitutes, and the rule tells the way', () => {
    const directory = directoryOf(people, [
      absent('a', [3, 5], 'b'),
      absent('b', [4, 6], 'c'),
      absent('c', [4, 4], 'd'),
    ]);
    expect(actingFor(directory, 'a', { on: day(4) })).toEqual({
      person: 'd',
      onBehalfOf: 'a',
      rule: 'absence:abs-a-3:b>c>d',
    });
  });

  it('is somebody else for the processes of a partial absence only, and that takes nobody out of a chain', () => {
    const partly = { ...absent('b', [3, 5], 'd'), processes: ['voirie.nid-de-poule'] };
    const directory = directoryOf(people, [partly, absent('a', [3, 5], 'b')]);
    expect(actingFor(directory, 'b', { on: day(4) })).toEqual({ person: 'b' });
    expect(actingFor(directory, 'b', { on: day(4), processId: 'dechets.bac' })).toEqual({ person: 'b' });
    expect(actingFor(directory, 'b', { on: day(4), processId: 'voirie.nid-de-poule' })?.person).toBe('d');
    expect(actingFor(directory, 'a', { on: day(4), processId: 'voirie.nid-de-poule' })?.person).toBe('b');
    expect(replacedBy(directory, 'd', day(4))).toEqual([
      { person: 'd', onBehalfOf: 'b', rule: 'absence:abs-b-3:d', processes: ['voirie.nid-de-poule'] },
    ]);
  });

  it('is nobody when everybody in the chain is away', () => {
    const directory = directoryOf(people, [absent('c', [3, 5]), absent('d', [3, 5])]);
    expect(actingFor(directory, 'c', { on: day(4) })).toBeUndefined();
  });

  it('lists whom a person replaces today', () => {
    const directory = directoryOf(people, [absent('a', [3, 5], 'c'), absent('b', [4, 5])]);
    expect(replacedBy(directory, 'c', day(4)).map(({ onBehalfOf }) => onBehalfOf)).toEqual(['a', 'b']);
    expect(replacedBy(directory, 'c', day(6))).toEqual([]);
  });

  it('lists who begins to replace whom, and no absence that nobody takes over', () => {
    const directory = directoryOf(people, [absent('a', [3, 5]), absent('b', [4, 5]), absent('d', [4, 5])]);
    const on = (n: number): readonly string[] =>
      replacementsOn(directory, day(n)).map(({ absence, acting }) => `${acting.person} for ${absence.person}`);
    expect(on(2)).toEqual([]);
    expect(on(3)).toEqual(['b for a']);
    expect(on(4)).toEqual(['c for a', 'c for b']);
  });
});

describe('saving an absence', () => {
  it('refuses a loop while the absences last together', () => {
    const directory = directoryOf(people, [absent('b', [4, 6], 'a')]);
    expect(refusalOfAbsence(directory, absent('a', [3, 5], 'b'))).toBe('substitution.loop');
  });

  it('accepts the same substitutes when the absences never meet', () => {
    const directory = directoryOf(people, [absent('b', [6, 8], 'a')]);
    expect(refusalOfAbsence(directory, absent('a', [3, 5], 'b'))).toBeUndefined();
  });

  it('accepts a circle of three absences that are never all three at once', () => {
    const directory = directoryOf(people, [absent('b', [4, 6], 'c'), absent('c', [6, 8], 'a')]);
    expect(refusalOfAbsence(directory, absent('a', [3, 5], 'b'))).toBeUndefined();
  });

  it('refuses oneself as substitute, a stranger, and dates the wrong way round', () => {
    const directory = directoryOf(people);
    expect(refusalOfAbsence(directory, absent('a', [3, 5], 'a'))).toBe('substitution.loop');
    expect(refusalOfAbsence(directory, absent('a', [3, 5], 'x'))).toBe('substitution.unknown-person');
    expect(refusalOfAbsence(directory, absent('a', [5, 3], 'b'))).toBe('absence.dates-reversed');
  });

  it('lets an absence be saved again over itself', () => {
    const directory = directoryOf(people, [absent('a', [3, 5], 'b')]);
    expect(refusalOfAbsence(directory, absent('a', [3, 5], 'c'))).toBeUndefined();
  });
});

describe('whatever is declared', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'] as const;
  const someone = fc.constantFrom(...ids);
  const anyAbsence = fc
    .record({
      person: someone,
      from: fc.integer({ min: 1, max: 12 }),
      length: fc.integer({ min: 0, max: 6 }),
      substitutes: fc.uniqueArray(someone, { maxLength: 3 }),
    })
    .map(({ person, from, length, substitutes }) => absent(person, [from, from + length], ...substitutes));
  const anyPeople = fc.record({
    a: fc.uniqueArray(someone),
    b: fc.uniqueArray(someone),
    c: fc.uniqueArray(someone),
    d: fc.uniqueArray(someone),
    e: fc.uniqueArray(someone),
  });
  const anyDay = fc.integer({ min: 1, max: 20 }).map(day);

  /** Follows every chain of absent substitutes on one day, without our search. */
  function loops(directory: Directory, start: string, on: LocalDate): boolean {
    const next = (id: string): readonly string[] =>
      directory.absences
        .filter(({ person, from, to }) => person === id && from <= on && on <= to)
        .flatMap(({ substitutes }) =>
          substitutes.length > 0 ? substitutes : (directory.people.find((p) => p.id === id)?.substitutes ?? []),
        );
    const reached = new Set<string>();
    const waiting = [...next(start)];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (reached.has(id)) continue;
      reached.add(id);
      waiting.push(...next(id));
    }
    return reached.has(start);
  }

  it('ends, and names nobody who is absent that day', () => {
    const anyDeclaration = fc.record({ declared: anyPeople, absences: fc.array(anyAbsence, { maxLength: 8 }) });
    fc.assert(
      fc.property(anyDeclaration, someone, anyDay, ({ declared, absences }, id, on) => {
        const acting = actingFor(directoryOf(declared, absences), id, { on });
        const away = (person: string): boolean =>
          absences.some((absence) => absence.person === person && absence.from <= on && on <= absence.to);
        expect(acting === undefined ? false : away(acting.person)).toBe(false);
        if (!away(id)) expect(acting).toEqual({ person: id });
      }),
    );
  });

  it('saves no loop: absences accepted one by one hold none on any day', () => {
    fc.assert(
      fc.property(anyPeople, fc.array(anyAbsence, { maxLength: 8 }), anyDay, (declared, absences, on) => {
        const accepted = absences.reduce<readonly Absence[]>((saved, absence, index) => {
          const named = { ...absence, id: `abs-${String(index)}` };
          return refusalOfAbsence(directoryOf(declared, saved), named) === undefined ? [...saved, named] : saved;
        }, []);
        const directory = directoryOf(declared, accepted);
        expect(ids.filter((id) => loops(directory, id, on))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('refuses only what loops: one absence without other absences is refused for nothing but itself', () => {
    fc.assert(
      fc.property(anyPeople, anyAbsence, (declared, absence) => {
        const directory = directoryOf(declared);
        const chosen = absence.substitutes.length > 0 ? absence.substitutes : declared[absence.person as 'a'];
        expect(refusalOfAbsence(directory, absence) === 'substitution.loop').toBe(
          chosen.includes(absence.person as 'a'),
        );
      }),
    );
  });

  it('finds the same people from both sides: the replaced and the replacing', () => {
    fc.assert(
      fc.property(anyPeople, fc.array(anyAbsence, { maxLength: 6 }), anyDay, (declared, absences, on) => {
        const directory = directoryOf(declared, absences);
        const fromAbsent = ids
          .map((id) => actingFor(directory, id, { on }))
          .filter((acting) => acting?.onBehalfOf !== undefined)
          .map((acting) => `${acting?.onBehalfOf ?? ''}>${acting?.person ?? ''}`);
        const fromPresent = ids.flatMap((id) =>
          replacedBy(directory, id, on).map(({ person, onBehalfOf }) => `${onBehalfOf ?? ''}>${person}`),
        );
        expect([...fromPresent].sort()).toEqual([...fromAbsent].sort());
      }),
    );
  });
});
