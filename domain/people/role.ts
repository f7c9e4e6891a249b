/** What a person may be in the town hall. A person can hold several, each within a perimeter. */
export const ROLES = [
  'ambassador',
  'referent',
  'headOfDepartment',
  'director',
  'dga',
  'dgs',
  'cabinetDirector',
  'electedOfficial',
  'patroller',
  'designer',
  'headOfCitizenRelations',
  'dataProtectionOfficer',
  'administrator',
  'machine',
] as const;

export type Role = (typeof ROLES)[number];

/** Those who may stand in a validation chain, in any order the process wants. */
export const CHAIN_ROLES = [
  'headOfDepartment',
  'director',
  'dga',
  'dgs',
  'cabinetDirector',
  'electedOfficial',
] as const satisfies readonly Role[];

export type ChainRole = (typeof CHAIN_ROLES)[number];
