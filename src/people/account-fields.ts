import type { Directory, HeldRole, Person } from '../../domain/people/directory.js';
import { ROLE_WORDS } from '../../domain/text/case-words.js';
import type { ChangedField } from '../database/repositories/settings.repository.js';
import { departmentName, teamName } from './person-names.js';

const TEXTS = [
  ['Prénom', 'firstName'],
  ['Nom', 'lastName'],
  ['Identifiant', 'login'],
  ['Adresse électronique', 'email'],
  ['Téléphone', 'phone'],
  ['Fonction', 'functionTitle'],
] as const satisfies readonly (readonly [string, keyof Person])[];

/** What differs between an account and what it becomes, in words; everything it holds where it is new. */
export function changedAccountFields(
  directory: Directory,
  before: Person | undefined,
  after: Person,
): readonly ChangedField[] {
  const fields = TEXTS.map(([label, key]) => ({ label, before: before?.[key] ?? '', after: after[key] }));
  const roles = (person: Person | undefined): string =>
    (person?.roles ?? []).map((held) => heldRoleWords(directory, held)).join(' ; ');
  return [...fields, { label: 'Rôles', before: roles(before), after: roles(after) }].filter(
    (field) => field.before !== field.after,
  );
}

/** How the journal names what was changed. */
export function accountLabel({ firstName, lastName }: Person): string {
  return `Compte de ${firstName} ${lastName}`;
}

function heldRoleWords(directory: Directory, held: HeldRole): string {
  const limits = [...(held.quartiers ?? []), ...(held.themes ?? [])];
  return `${ROLE_WORDS[held.role]} (${[rolePlace(directory, held), ...limits].join(', ')})`;
}

/** The narrowest place of a role: it alone says where the role ends. */
function rolePlace(directory: Directory, held: HeldRole): string {
  const { organisation, division, directorate, department, team } = held;
  if (team !== undefined) return `équipe ${teamName(directory, team)}`;
  if (department !== undefined) return departmentName(directory, department);
  const named = (list: readonly { readonly id: string; readonly name: string }[], id: string): string =>
    list.find((one) => one.id === id)?.name ?? id;
  if (directorate !== undefined) return named(directory.directorates, directorate);
  if (division !== undefined) return named(directory.divisions, division);
  return named(directory.organisations, organisation);
}
