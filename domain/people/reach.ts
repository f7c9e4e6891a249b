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

export type Row = Readonly<Partial<Record<Role, readonly Reach[]>>>;

export const everyAgent = (...reach: readonly Reach[]): Row => ({
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
  dataProtectionOfficer: reach,
  administrator: reach,
});

/**
 * Content of a case. Professional secrecy (CCAS: L133-5 CASF): a sensitive case is read by its own department or by
 * those with a part in it. Ambassadors and the head of citizen relations know that it exists, and read it only while
 * they themselves hold a task on it (one that came back as "not for my department").
 */
export const content: Row = {
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
  // GDPR, art. 38(2): has access to personal data; professional secrecy still closes the sensitive cases.
  dataProtectionOfficer: ['ordinaryEverywhere'],
  administrator: ['ordinaryEverywhere'],
};

/** Acts of those who answer. */
export const answering: Row = {
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
export const personal: Row = {
  referent: ['own'],
  headOfDepartment: ['own'],
  director: ['own'],
  dga: ['own'],
  dgs: ['own'],
  cabinetDirector: ['own'],
  electedOfficial: ['own'],
};

export const deciding: Row = {
  ambassador: ['ordinaryEverywhere', 'own'],
  headOfCitizenRelations: ['ordinaryEverywhere', 'own'],
  referent: ['perimeter', 'own'],
  headOfDepartment: ['perimeter', 'own'],
  director: ['perimeter', 'own'],
};
