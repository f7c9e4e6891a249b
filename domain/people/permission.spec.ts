import type { Actor, Perimeter } from './actor.js';
import { ACTIONS, covers, may, mayAtAll, narrowToSensitive, scopeOf, type Action, type Subject } from './permission.js';
import { ROLES, type Role } from './role.js';

const me = 'p-moi';

function actor(role: Role, perimeter: Perimeter = { organisation: 'ville', departments: ['voirie'] }): Actor {
  return { personId: me, sessionId: 's-1', roles: [{ role, perimeter }], substitutesFor: [] };
}

const roads = { organisation: 'ville', department: 'voirie', teams: ['voirie.chaussee'], sector: 'cadre-de-vie' };
const social = { organisation: 'ccas', department: 'aide-sociale', teams: ['aide-sociale.accueil'], sector: 'social' };
const nobody = { holders: [], involved: [] };

/** One letter per row of the trial. */
const rows: Readonly<Record<string, Subject>> = {
  /** ordinary, in the perimeter */
  o: { ...roads, ...nobody, sensitive: false },
  /** ordinary, of another organisation */
  O: { ...social, ...nobody, sensitive: false },
  /** sensitive, in the perimeter */
  s: { ...roads, ...nobody, sensitive: true },
  /** sensitive, of another organisation */
  S: { ...social, ...nobody, sensitive: true },
  /** sensitive, of another organisation, with an open task of mine */
  h: { ...social, sensitive: true, holders: [me], involved: [me] },
  /** sensitive, of another organisation, in which I had a part */
  p: { ...social, sensitive: true, holders: [], involved: [me] },
};

function rowOf(letter: string): Subject {
  const row = rows[letter];
  if (row === undefined) throw new Error(`no row ${letter}`);
  return row;
}

const everything = 'oOsShp';

/** What each role may do, on which rows. A role that is not named may do it on none. */
const expected: Readonly<Record<Action, Readonly<Partial<Record<Role, string>>>>> = {
  'absence.edit': {
    ambassador: 'h',
    referent: 'h',
    headOfDepartment: 'osh',
    director: 'osh',
    dga: 'h',
    dgs: 'h',
    cabinetDirector: 'h',
    electedOfficial: 'h',
    patroller: 'h',
    designer: 'h',
    headOfCitizenRelations: 'h',
    dataProtectionOfficer: 'h',
    administrator: everything,
  },
  'calendar.edit': { headOfCitizenRelations: everything, administrator: everything },
  'case.close': {
    ambassador: 'oOh',
    referent: 'osh',
    headOfDepartment: 'osh',
    director: 'osh',
    headOfCitizenRelations: 'oOh',
  },
  'case.note': {
    ambassador: 'oOh',
    referent: 'osh',
    headOfDepartment: 'oshp',
    director: 'oshp',
    dga: 'ohp',
    dgs: 'ohp',
    cabinetDirector: 'hp',
    electedOfficial: 'hp',
    patroller: 'ohp',
    headOfCitizenRelations: 'oOh',
  },
  'case.open': {
    ambassador: everything,
    referent: 'os',
    headOfDepartment: 'os',
    patroller: 'oO',
    headOfCitizenRelations: everything,
    machine: 'os',
  },
  'case.read': {
    ambassador: 'oOh',
    referent: 'osh',
    headOfDepartment: 'oshp',
    director: 'oshp',
    dga: 'ohp',
    dgs: 'ohp',
    cabinetDirector: 'hp',
    electedOfficial: 'hp',
    patroller: 'ohp',
    headOfCitizenRelations: 'oOh',
    dataProtectionOfficer: 'oO',
    administrator: 'oO',
  },
  'case.readSensitive': {
    ambassador: 'h',
    referent: 'sh',
    headOfDepartment: 'shp',
    director: 'shp',
    dga: 'hp',
    dgs: 'hp',
    cabinetDirector: 'hp',
    electedOfficial: 'hp',
    patroller: 'hp',
    headOfCitizenRelations: 'h',
  },
  'case.reopen': {
    ambassador: 'oOh',
    referent: 'osh',
    headOfDepartment: 'osh',
    director: 'osh',
    headOfCitizenRelations: 'oOh',
  },
  'case.search': {
    ambassador: everything,
    referent: 'osh',
    headOfDepartment: 'oshp',
    director: 'oshp',
    dga: 'ohp',
    dgs: 'ohp',
    cabinetDirector: 'hp',
    electedOfficial: 'hp',
    patroller: 'ohp',
    headOfCitizenRelations: everything,
    dataProtectionOfficer: 'oO',
    administrator: everything,
  },
  'catalog.design': { designer: everything },
  'catalog.read': {
    ambassador: everything,
    referent: everything,
    headOfDepartment: everything,
    director: everything,
    dga: everything,
    dgs: everything,
    cabinetDirector: everything,
    electedOfficial: everything,
    patroller: everything,
    designer: everything,
    headOfCitizenRelations: everything,
    dataProtectionOfficer: everything,
    administrator: everything,
    machine: everything,
  },
  'citizen.edit': { ambassador: 'oOh', referent: 'osh', headOfDepartment: 'os', headOfCitizenRelations: 'oOh' },
  'citizen.merge': { ambassador: 'oOh', referent: 'os', headOfDepartment: 'os', headOfCitizenRelations: 'oOh' },
  'citizen.read': {
    ambassador: 'oOh',
    referent: 'osh',
    headOfDepartment: 'oshp',
    director: 'oshp',
    dga: 'ohp',
    dgs: 'ohp',
    cabinetDirector: 'hp',
    electedOfficial: 'hp',
    patroller: 'ohp',
    headOfCitizenRelations: 'oOh',
    dataProtectionOfficer: 'oO',
    administrator: 'oO',
  },
  'delegation.edit': { dgs: 'os', administrator: everything },
  'document.add': {
    ambassador: 'oOh',
    referent: 'osh',
    headOfDepartment: 'oshp',
    director: 'oshp',
    dga: 'ohp',
    dgs: 'ohp',
    cabinetDirector: 'hp',
    electedOfficial: 'hp',
    patroller: 'ohp',
    headOfCitizenRelations: 'oOh',
  },
  'document.read': {
    ambassador: 'oOh',
    referent: 'osh',
    headOfDepartment: 'oshp',
    director: 'oshp',
    dga: 'ohp',
    dgs: 'ohp',
    cabinetDirector: 'hp',
    electedOfficial: 'hp',
    patroller: 'ohp',
    headOfCitizenRelations: 'oOh',
    dataProtectionOfficer: 'oO',
    administrator: 'oO',
  },
  'draft.edit': {
    ambassador: 'oOh',
    referent: 'osh',
    headOfDepartment: 'osh',
    director: 'h',
    dga: 'h',
    dgs: 'h',
    cabinetDirector: 'h',
    electedOfficial: 'h',
    patroller: 'h',
    designer: 'h',
    headOfCitizenRelations: 'oOh',
    dataProtectionOfficer: 'h',
    administrator: 'h',
  },
  'incident.read': { headOfCitizenRelations: everything, administrator: everything },
  'incident.resolve': { administrator: everything },
  'letter.print': {
    ambassador: 'oOh',
    referent: 'osh',
    headOfDepartment: 'osh',
    director: 'osh',
    headOfCitizenRelations: 'oOh',
  },
  'people.edit': { administrator: everything },
  'people.read': {
    ambassador: everything,
    referent: everything,
    headOfDepartment: everything,
    director: everything,
    dga: everything,
    dgs: everything,
    cabinetDirector: everything,
    electedOfficial: everything,
    patroller: everything,
    designer: everything,
    headOfCitizenRelations: everything,
    dataProtectionOfficer: everything,
    administrator: everything,
  },
  'privacy.handle': {
    headOfDepartment: 'os',
    headOfCitizenRelations: 'oOh',
    dataProtectionOfficer: 'oO',
    administrator: 'oO',
  },
  'privacy.record': {
    ambassador: 'oOh',
    referent: 'os',
    headOfDepartment: 'os',
    headOfCitizenRelations: 'oOh',
    dataProtectionOfficer: 'oO',
    administrator: 'oO',
  },
  'privacy.register': {
    headOfCitizenRelations: everything,
    dataProtectionOfficer: everything,
    administrator: everything,
  },
  'retention.purge': { administrator: everything },
  'session.read': {
    ambassador: everything,
    referent: everything,
    headOfDepartment: everything,
    director: everything,
    dga: everything,
    dgs: everything,
    cabinetDirector: everything,
    electedOfficial: everything,
    patroller: everything,
    designer: everything,
    headOfCitizenRelations: everything,
    dataProtectionOfficer: everything,
    administrator: everything,
  },
  'settings.edit': { administrator: everything },
  'sheet.report': {
    ambassador: everything,
    referent: everything,
    headOfDepartment: everything,
    headOfCitizenRelations: everything,
  },
  'statistics.read': {
    headOfDepartment: 'os',
    director: 'os',
    dga: 'os',
    dgs: 'os',
    cabinetDirector: 'os',
    electedOfficial: 'os',
    headOfCitizenRelations: everything,
    administrator: everything,
  },
  'task.answer': {
    ambassador: 'oOh',
    referent: 'osh',
    headOfDepartment: 'osh',
    director: 'h',
    dga: 'h',
    dgs: 'h',
    cabinetDirector: 'h',
    electedOfficial: 'h',
    headOfCitizenRelations: 'oOh',
  },
  'task.ask': {
    ambassador: 'oOh',
    referent: 'osh',
    headOfDepartment: 'osh',
    director: 'h',
    dga: 'h',
    dgs: 'h',
    cabinetDirector: 'h',
    electedOfficial: 'h',
    headOfCitizenRelations: 'oOh',
  },
  'task.claim': {
    ambassador: 'oOsh',
    referent: 'osh',
    headOfDepartment: 'osh',
    director: 'h',
    dga: 'h',
    dgs: 'h',
    cabinetDirector: 'h',
    electedOfficial: 'h',
    patroller: 'osh',
    headOfCitizenRelations: 'oOsh',
  },
  'task.decline': { referent: 'osh', headOfDepartment: 'osh' },
  'task.endorse': {
    referent: 'h',
    headOfDepartment: 'h',
    director: 'h',
    dga: 'h',
    dgs: 'h',
    cabinetDirector: 'h',
    electedOfficial: 'h',
  },
  'task.finding': { referent: 'osh', headOfDepartment: 'osh', patroller: 'osh' },
  'task.opinion': { referent: 'osh', headOfDepartment: 'osh', director: 'h', dga: 'h', dgs: 'h' },
  'task.qualify': { ambassador: 'oOh', headOfCitizenRelations: 'oOh' },
  'task.read': {
    ambassador: 'oOsh',
    referent: 'osh',
    headOfDepartment: 'osh',
    director: 'osh',
    dga: 'oh',
    dgs: 'oh',
    cabinetDirector: 'h',
    electedOfficial: 'h',
    patroller: 'osh',
    headOfCitizenRelations: 'oOsh',
  },
  'task.reassign': { ambassador: 'h', headOfDepartment: 'osh', director: 'osh', headOfCitizenRelations: 'oOh' },
  'task.recall': {
    ambassador: 'hp',
    referent: 'hp',
    headOfDepartment: 'hp',
    director: 'h',
    dga: 'h',
    dgs: 'h',
    cabinetDirector: 'h',
    electedOfficial: 'h',
  },
  'task.remind': {
    ambassador: everything,
    headOfDepartment: 'osh',
    director: 'osh',
    headOfCitizenRelations: everything,
  },
  'task.sign': { headOfDepartment: 'h', director: 'h', dga: 'h', dgs: 'h', cabinetDirector: 'h', electedOfficial: 'h' },
  'team.read': { referent: 'os', headOfDepartment: 'os', director: 'os' },
};

const cells = ACTIONS.flatMap((action) => ROLES.map((role) => ({ action, role, rows: expected[action][role] ?? '' })));

describe('the permission table', () => {
  it.each(cells)('$action by $role reaches exactly "$rows"', ({ action, role, rows: wanted }) => {
    const reached = Object.keys(rows).filter((letter) => may(actor(role), action, rowOf(letter)));
    expect(reached.join('')).toBe(wanted);
    expect(mayAtAll(actor(role), action)).toBe(wanted !== '');
  });

  it('gives nothing to a person without a role', () => {
    const idle: Actor = { personId: me, sessionId: 's-1', roles: [], substitutesFor: [] };
    expect(ACTIONS.filter((action) => mayAtAll(idle, action))).toEqual([]);
  });
});

describe('the reach of a role', () => {
  it('adds up over the roles a person holds', () => {
    const both: Actor = { ...actor('patroller'), roles: [...actor('patroller').roles, ...actor('designer').roles] };
    expect(mayAtAll(both, 'task.finding')).toBe(true);
    expect(mayAtAll(both, 'catalog.design')).toBe(true);
  });

  it('is nothing for a role stored without a perimeter, rather than everything', () => {
    expect(scopeOf(actor('dgs', {}), 'statistics.read')).toEqual({ kind: 'none' });
    expect(may(actor('director', {}), 'case.read', rowOf('o'))).toBe(false);
  });

  it('follows a team into the cases of other departments that ask its opinion', () => {
    const asked: Subject = { ...roads, ...nobody, teams: ['voirie.chaussee', 'foncier.droit'], sensitive: false };
    const land = actor('referent', { organisation: 'ville', departments: ['foncier'], team: 'foncier.droit' });
    expect(may(land, 'case.read', asked)).toBe(true);
    expect(may(land, 'case.read', rowOf('o'))).toBe(false);
  });

  it('stops at the department even where another organisation has one of the same name', () => {
    const homonym: Subject = { ...roads, ...nobody, organisation: 'agglo', sensitive: false };
    expect(may(actor('headOfDepartment'), 'case.read', homonym)).toBe(false);
  });

  it('is narrowed by a sector', () => {
    const narrowed = actor('director', { organisation: 'ville', sector: 'culture' });
    expect(may(narrowed, 'case.read', rowOf('o'))).toBe(false);
    expect(may(narrowed, 'case.read', { ...rowOf('o'), sector: 'culture' })).toBe(true);
  });

  it('covers the tasks of those one replaces today, and only while one replaces them', () => {
    const held: Subject = { ...social, sensitive: true, holders: ['p-absente'], involved: ['p-absente'] };
    const replacing: Actor = { ...actor('dga'), substitutesFor: [{ personId: 'p-absente', rule: 'absence:7' }] };
    expect(may(replacing, 'task.endorse', held)).toBe(true);
    expect(may(actor('dga'), 'task.endorse', held)).toBe(false);
  });

  it('covers the tasks of somebody replaced for some processes in those alone', () => {
    const held: Subject = {
      ...{ ...social, sensitive: true, processId: 'a.b' },
      ...{ holders: ['p-absente'], involved: ['p-absente'] },
    };
    const partly = { personId: 'p-absente', rule: 'absence:7', processes: ['a.b'] };
    const replacing: Actor = { ...actor('dga'), substitutesFor: [partly] };
    expect(may(replacing, 'task.endorse', held)).toBe(true);
    expect(may(replacing, 'task.endorse', { ...held, processId: 'a.c' })).toBe(false);
    expect(may(replacing, 'task.endorse', { ...social, sensitive: true, holders: ['p-absente'], involved: [] })).toBe(
      false,
    );
  });

  it('names each area once', () => {
    const twice: Actor = { ...actor('dgs'), roles: [...actor('dgs').roles, ...actor('dgs').roles] };
    expect(scopeOf(twice, 'statistics.read')).toEqual({ kind: 'areas', areas: [{ organisation: 'ville' }] });
  });
});

describe('narrowing to sensitive rows', () => {
  it('splits a scope in two that never meet and together cover what it covered', () => {
    for (const role of ROLES) {
      const scope = scopeOf(actor(role), 'case.search');
      for (const row of Object.values(rows)) {
        const secret = covers(narrowToSensitive(scope, true), row);
        const ordinary = covers(narrowToSensitive(scope, false), row);
        expect(secret && ordinary).toBe(false);
        expect(secret || ordinary).toBe(covers(scope, row));
      }
    }
  });
});
