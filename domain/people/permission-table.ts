import type { Action } from './action.js';
import type { Role } from './role.js';

/** How far a role reaches with an action. */
export type Reach =
  /** Every row, sensitive ones too: only for what shows no content of a case. */
  | 'everything'
  /** Every row of the three organisations that is not sensitive. */
  | 'ordinaryEverywhere'
  /** The rows of the role's own team, department or organisation, sensitive ones too. */
  | 'perimeter'
  /** The same without the sensitive ones. */
  | 'ordinaryPerimeter'
  /** The rows of the whole organisation in which the role is held. */
  | 'organisation'
  /** Rows with an open task of the person, or of someone they replace today. */
  | 'own'
  /** Rows in which the person, or someone they replace today, has or had a part. */
  | 'involved';

type Row = Readonly<Partial<Record<Role, readonly Reach[]>>>;

const everyAgent = (...reach: readonly Reach[]): Row => ({
  ambassador: reach,
  referent: reach,
  headOfDepartment: reach,
  director: reach,
  dga: reach,
  dgs: reach,
  cabinetDirector: reach,
  electedOfficial: reach,
  patroller: reach,
  designer: reach,
  headOfCitizenRelations: reach,
  administrator: reach,
});

/**
 * Content of a case. Professional secrecy (CCAS: L133-5 CASF): a sensitive case is read by its own department or by
 * those with a part in it. Ambassadors and the head of citizen relations know that it exists, and read it only while
 * they themselves hold a task on it (one that came back as "not for my department").
 */
const content: Row = {
  ambassador: ['ordinaryEverywhere', 'own'],
  headOfCitizenRelations: ['ordinaryEverywhere', 'own'],
  referent: ['perimeter', 'own'],
  headOfDepartment: ['perimeter', 'involved'],
  director: ['perimeter', 'involved'],
  dga: ['ordinaryPerimeter', 'involved'],
  dgs: ['ordinaryPerimeter', 'involved'],
  cabinetDirector: ['involved'],
  electedOfficial: ['involved'],
  patroller: ['ordinaryPerimeter', 'involved'],
  administrator: ['ordinaryEverywhere'],
};

/** Acts of those who answer. */
const answering: Row = {
  ambassador: ['ordinaryEverywhere', 'own'],
  headOfCitizenRelations: ['ordinaryEverywhere', 'own'],
  referent: ['perimeter', 'own'],
  headOfDepartment: ['perimeter', 'own'],
  director: ['own'],
  dga: ['own'],
  dgs: ['own'],
  cabinetDirector: ['own'],
  electedOfficial: ['own'],
};

/** A personal act: nobody does it on a task that is not theirs, or that of someone they replace. */
const personal: Row = {
  referent: ['own'],
  headOfDepartment: ['own'],
  director: ['own'],
  dga: ['own'],
  dgs: ['own'],
  cabinetDirector: ['own'],
  electedOfficial: ['own'],
};

const deciding: Row = {
  ambassador: ['ordinaryEverywhere', 'own'],
  headOfCitizenRelations: ['ordinaryEverywhere', 'own'],
  referent: ['perimeter', 'own'],
  headOfDepartment: ['perimeter', 'own'],
  director: ['perimeter', 'own'],
};

/** The one permission table: action → role → how far. What is not written is not allowed. */
export const REACH: Readonly<Record<Action, Row>> = {
  'absence.edit': {
    ...everyAgent('own'),
    headOfDepartment: ['perimeter', 'own'],
    director: ['perimeter', 'own'],
    administrator: ['everything'],
  },
  'calendar.edit': { administrator: ['everything'], headOfCitizenRelations: ['everything'] },
  'case.close': deciding,
  'case.note': { ...content, administrator: [] },
  'case.open': {
    ambassador: ['everything'],
    headOfCitizenRelations: ['everything'],
    referent: ['perimeter'],
    headOfDepartment: ['perimeter'],
    patroller: ['ordinaryEverywhere'],
    machine: ['perimeter'],
  },
  'case.read': content,
  // `scopeOf` keeps the sensitive rows only: what a gate that logs asks.
  'case.readSensitive': content,
  'case.reopen': deciding,
  'case.search': {
    ...content,
    ambassador: ['everything'],
    headOfCitizenRelations: ['everything'],
    administrator: ['everything'],
  },
  'catalog.design': { designer: ['everything'] },
  'catalog.read': { ...everyAgent('everything'), machine: ['everything'] },
  'citizen.edit': {
    ambassador: ['ordinaryEverywhere', 'own'],
    headOfCitizenRelations: ['ordinaryEverywhere', 'own'],
    referent: ['perimeter', 'own'],
    headOfDepartment: ['perimeter'],
  },
  // Cases change hands: the service asks besides that every one of them be within reach.
  'citizen.merge': {
    ambassador: ['ordinaryEverywhere', 'own'],
    headOfCitizenRelations: ['ordinaryEverywhere', 'own'],
    referent: ['perimeter'],
    headOfDepartment: ['perimeter'],
  },
  'citizen.read': content,
  'delegation.edit': { administrator: ['everything'], dgs: ['organisation'] },
  'document.add': { ...content, administrator: [] },
  'document.read': content,
  'draft.edit': { ...answering, patroller: ['own'], designer: ['own'], administrator: ['own'] },
  'incident.read': { administrator: ['everything'], headOfCitizenRelations: ['everything'] },
  'incident.resolve': { administrator: ['everything'] },
  'letter.print': {
    ambassador: ['ordinaryEverywhere', 'own'],
    headOfCitizenRelations: ['ordinaryEverywhere', 'own'],
    referent: ['perimeter', 'own'],
    headOfDepartment: ['perimeter', 'own'],
    director: ['perimeter', 'own'],
  },
  'people.edit': { administrator: ['everything'] },
  'people.read': everyAgent('everything'),
  // Exports, answers, erasures and freezes, as far as the cases of the citizen are within reach.
  'privacy.handle': {
    headOfCitizenRelations: ['ordinaryEverywhere', 'own'],
    headOfDepartment: ['perimeter'],
    administrator: ['ordinaryEverywhere'],
  },
  'privacy.record': {
    ambassador: ['ordinaryEverywhere', 'own'],
    headOfCitizenRelations: ['ordinaryEverywhere', 'own'],
    referent: ['perimeter'],
    headOfDepartment: ['perimeter'],
    administrator: ['ordinaryEverywhere'],
  },
  // The register shows no content of a case, and names only to whoever may read the record.
  'privacy.register': { administrator: ['everything'], headOfCitizenRelations: ['everything'] },
  'retention.purge': { administrator: ['everything'] },
  'session.read': everyAgent('everything'),
  'settings.edit': { administrator: ['everything'] },
  // Whoever says to citizens what a sheet says: an error found there is told to its designers.
  'sheet.report': {
    ambassador: ['everything'],
    headOfCitizenRelations: ['everything'],
    referent: ['everything'],
    headOfDepartment: ['everything'],
  },
  'statistics.read': {
    headOfCitizenRelations: ['everything'],
    administrator: ['everything'],
    headOfDepartment: ['perimeter'],
    director: ['perimeter'],
    dga: ['perimeter'],
    dgs: ['organisation'],
    cabinetDirector: ['organisation'],
    electedOfficial: ['organisation'],
  },
  'task.answer': answering,
  'task.ask': answering,
  'task.claim': {
    ambassador: ['ordinaryEverywhere', 'perimeter', 'own'],
    headOfCitizenRelations: ['ordinaryEverywhere', 'perimeter', 'own'],
    referent: ['perimeter', 'own'],
    headOfDepartment: ['perimeter', 'own'],
    director: ['own'],
    dga: ['own'],
    dgs: ['own'],
    cabinetDirector: ['own'],
    electedOfficial: ['own'],
    patroller: ['perimeter', 'own'],
  },
  'task.decline': { referent: ['perimeter', 'own'], headOfDepartment: ['perimeter', 'own'] },
  'task.endorse': personal,
  // A definition may send its inspection to another team than the patrol: there, the referents go and see.
  'task.finding': {
    referent: ['perimeter', 'own'],
    headOfDepartment: ['perimeter', 'own'],
    patroller: ['perimeter', 'own'],
  },
  'task.opinion': {
    referent: ['perimeter', 'own'],
    headOfDepartment: ['perimeter', 'own'],
    director: ['own'],
    dga: ['own'],
    dgs: ['own'],
  },
  'task.qualify': {
    ambassador: ['ordinaryEverywhere', 'own'],
    headOfCitizenRelations: ['ordinaryEverywhere', 'own'],
  },
  'task.read': {
    ...content,
    ambassador: ['ordinaryEverywhere', 'perimeter', 'own'],
    headOfCitizenRelations: ['ordinaryEverywhere', 'perimeter', 'own'],
    headOfDepartment: ['perimeter', 'own'],
    director: ['perimeter', 'own'],
    dga: ['ordinaryPerimeter', 'own'],
    dgs: ['ordinaryPerimeter', 'own'],
    cabinetDirector: ['own'],
    electedOfficial: ['own'],
    patroller: ['perimeter', 'own'],
    administrator: [],
  },
  'task.reassign': {
    headOfCitizenRelations: ['ordinaryEverywhere', 'own'],
    ambassador: ['own'],
    headOfDepartment: ['perimeter', 'own'],
    director: ['perimeter', 'own'],
  },
  'task.recall': { ...personal, ambassador: ['involved'], referent: ['involved'], headOfDepartment: ['involved'] },
  // A reminder shows nothing of a case to whoever sends it: whoever answers citizens may send one for any of them.
  'task.remind': {
    ambassador: ['everything'],
    headOfCitizenRelations: ['everything'],
    headOfDepartment: ['perimeter', 'own'],
    director: ['perimeter', 'own'],
  },
  'task.sign': { ...personal, referent: [] },
  // Who has how much to do, and who is away: the department itself and those above it.
  'team.read': { referent: ['perimeter'], headOfDepartment: ['perimeter'], director: ['perimeter'] },
};
