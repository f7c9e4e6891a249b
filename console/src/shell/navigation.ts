import type { Role } from '../../../domain/people/role.js';
import type { IconName } from '../components/icon.js';

/** A place of the console: in the rail, in the palette, and under `G` then its letter. */
export interface Place {
  readonly to: string;
  readonly label: string;
  readonly icon: IconName;
  readonly group: string;
  /** Absent: everyone. */
  readonly roles?: readonly Role[];
  /** Pressed after `G`. */
  readonly key?: string;
  /** The kinds of task counted beside it. */
  readonly counts?: { readonly scope: 'mine' | 'team'; readonly kinds?: readonly string[] };
}

const RELATION: readonly Role[] = ['ambassador', 'headOfCitizenRelations'];
const KNOW_CITIZENS: readonly Role[] = [...RELATION, 'dataProtectionOfficer'];
const SEEKERS: readonly Role[] = [
  'ambassador',
  'headOfCitizenRelations',
  'referent',
  'headOfDepartment',
  'director',
  'dga',
  'dgs',
  'cabinetDirector',
  'electedOfficial',
  'dataProtectionOfficer',
  'administrator',
];

const STEERING: readonly Role[] = [
  'headOfCitizenRelations',
  'administrator',
  'headOfDepartment',
  'director',
  'dga',
  'dgs',
  'cabinetDirector',
  'electedOfficial',
];

/** Every place that exists, in the order of the rail. One line added here is all that a new screen needs. */
export const PLACES: readonly Place[] = [
  {
    to: '/file',
    label: 'Ma file',
    icon: 'inbox',
    group: 'Travail',
    roles: RELATION,
    key: 'f',
    counts: { scope: 'team' },
  },
  {
    to: '/parapheur',
    label: 'Parapheur',
    icon: 'pen',
    group: 'Travail',
    roles: ['headOfDepartment', 'director', 'dga', 'dgs', 'cabinetDirector', 'electedOfficial'],
    key: 'p',
    counts: { scope: 'mine', kinds: ['endorse', 'sign'] },
  },
  {
    to: '/taches',
    label: 'Mes tâches',
    icon: 'check',
    group: 'Travail',
    roles: ['referent', 'headOfDepartment', 'director', 'dga', 'dgs', 'patroller'],
    key: 't',
    counts: { scope: 'mine', kinds: ['answer', 'giveOpinion', 'inspect', 'reassign', 'confirmPosting'] },
  },
  {
    to: '/equipe',
    label: 'Semaine de l’équipe',
    icon: 'list',
    group: 'Travail',
    roles: ['referent', 'headOfDepartment', 'director'],
    key: 'e',
  },
  { to: '/attente', label: 'En attente', icon: 'clock', group: 'Travail', roles: RELATION, key: 'a' },
  { to: '/doublons', label: 'Doublons', icon: 'link', group: 'Travail', roles: RELATION, key: 'o' },
  {
    to: '/brouillons',
    label: 'Mes brouillons',
    icon: 'draft',
    group: 'Travail',
    key: 'b',
  },
  {
    to: '/courriers',
    label: 'Courriers à poster',
    icon: 'letter',
    group: 'Travail',
    roles: [...RELATION, 'referent', 'headOfDepartment', 'director'],
    key: 'l',
  },
  {
    to: '/absences',
    label: 'Absences',
    icon: 'people',
    group: 'Organisation',
    key: 'x',
  },
  {
    to: '/delegations',
    label: 'Délégations',
    icon: 'letter',
    group: 'Organisation',
    roles: ['headOfDepartment', 'director', 'dga', 'dgs', 'cabinetDirector', 'electedOfficial', 'administrator'],
  },
  { to: '/demandes', label: 'Demandes', icon: 'search', group: 'Chercher', roles: SEEKERS, key: 'd' },
  { to: '/usagers', label: 'Usagers', icon: 'people', group: 'Chercher', roles: KNOW_CITIZENS, key: 'u' },
  { to: '/connaissances', label: 'Connaissances', icon: 'book', group: 'Chercher', key: 'k' },
  { to: '/pilotage', label: 'Pilotage du jour', icon: 'board', group: 'Piloter', roles: STEERING, key: 'j' },
  { to: '/chiffres', label: 'Chiffres', icon: 'chart', group: 'Piloter', roles: STEERING, key: 'c' },
  {
    to: '/incidents',
    label: 'Incidents',
    icon: 'alert',
    group: 'Régler',
    roles: ['administrator', 'headOfCitizenRelations'],
    key: 'i',
  },
  {
    to: '/processus',
    label: 'Processus',
    icon: 'flow',
    group: 'Régler',
    roles: ['designer', 'headOfCitizenRelations', 'administrator'],
    key: 'r',
  },
  { to: '/reglages/comptes', label: 'Comptes et rôles', icon: 'people', group: 'Régler', roles: ['administrator'] },
  { to: '/reglages/ville', label: 'Réglages de la ville', icon: 'gear', group: 'Régler', roles: ['administrator'] },
  {
    to: '/reglages/calendrier',
    label: 'Calendrier',
    icon: 'clock',
    group: 'Régler',
    roles: ['administrator', 'headOfCitizenRelations'],
  },
  {
    to: '/rgpd',
    label: 'Registre RGPD',
    icon: 'book',
    group: 'Régler',
    roles: ['dataProtectionOfficer', 'administrator', 'headOfCitizenRelations'],
  },
  { to: '/reglages/conservation', label: 'Conservation', icon: 'clock', group: 'Régler', roles: ['administrator'] },
];

/** The places of these roles. */
export function placesOf(roles: readonly { readonly role: string }[]): readonly Place[] {
  const held = new Set(roles.map(({ role }) => role));
  return PLACES.filter((place) => place.roles === undefined || place.roles.some((role) => held.has(role)));
}

/** Where a person begins their day: the first place of their work, or else of what they look after. */
export function homeOf(roles: readonly { readonly role: string }[]): string {
  const reserved = placesOf(roles).filter((place) => place.roles !== undefined);
  const first = ['Travail', 'Régler'].map((group) => reserved.find((place) => place.group === group));
  return first.find((place) => place !== undefined)?.to ?? '/connaissances';
}
