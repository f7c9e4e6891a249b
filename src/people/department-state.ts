import type { Directory } from '../../domain/people/directory.js';
import type { DepartmentRow } from '../database/repositories/departments.repository.js';
import type { ChangedField } from '../database/repositories/settings.repository.js';
import { versionOfContent } from '../http/content-version.js';
import type { DepartmentSettingsDto, TeamSettingsDto } from './departments.dto.js';

/** What an administrator decides of a department. */
export type DepartmentState = Pick<DepartmentRow, 'id' | 'name' | 'directorate'> & { readonly closed: boolean };

export function stateOf({ id, name, directorate, closedOn }: DepartmentRow): DepartmentState {
  return { id, name, directorate, closed: closedOn !== null };
}

export function versionOf({ name, directorate, closed }: DepartmentState): number {
  return versionOfContent(name, directorate, closed);
}

export function departmentDto(row: DepartmentRow, processes: ReadonlyMap<string, number>): DepartmentSettingsDto {
  const { id, organisation, closedOn, people } = row;
  const state = stateOf(row);
  return {
    ...state,
    organisation,
    people,
    version: versionOf(state),
    ...(closedOn === null ? {} : { closedOn }),
    teams: row.teams.map(teamDto),
    processes: processes.get(id) ?? 0,
  };
}

export function teamDto({ id, name }: Pick<TeamSettingsDto, 'id' | 'name'>): TeamSettingsDto {
  return { id, name, version: versionOfContent(name) };
}

/** What differs between a department and what it becomes, in words. */
export function changedFields(
  { directorates }: Pick<Directory, 'directorates'>,
  before: DepartmentState | undefined,
  after: DepartmentState,
): readonly ChangedField[] {
  const directorateOf = (state: DepartmentState | undefined): string =>
    directorates.find(({ id }) => id === state?.directorate)?.name ?? '';
  return [
    { label: 'Nom', before: before?.name ?? '', after: after.name },
    { label: 'Direction', before: directorateOf(before), after: directorateOf(after) },
    { label: 'État', before: stateWords(before), after: stateWords(after) },
  ];
}

function stateWords(state: DepartmentState | undefined): string {
  if (state === undefined) return '';
  return state.closed ? 'fermé' : 'ouvert';
}
