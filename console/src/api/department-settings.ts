import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { read, send } from './client.js';
import { queryClient } from './query-client.js';
import type {
  DepartmentSettingsDto,
  DepartmentsSettingsDto,
  DepartmentTextsDto,
  NewDepartmentDto,
  NewTeamDto,
  TeamSettingsDto,
} from './schema/types.generated.js';

export type { DepartmentSettingsDto, DepartmentsSettingsDto, TeamSettingsDto } from './schema/types.generated.js';

const PATH = '/settings/departments';

export function useDepartmentSettings(): UseQueryResult<DepartmentsSettingsDto> {
  return useQuery({
    queryKey: ['town-settings', 'departments'],
    queryFn: ({ signal }) => read<DepartmentsSettingsDto>(PATH, undefined, signal),
  });
}

/** The same department given twice is one. */
export async function addDepartment(body: NewDepartmentDto): Promise<void> {
  await send({ path: PATH, body });
  refresh();
}

/** On the version that was read. @throws Problem, a 412 with the department of now */
export async function changeDepartment(id: string, version: number, body: DepartmentTextsDto): Promise<void> {
  await send({ method: 'PUT', path: `${PATH}/${id}`, version, body });
  refresh();
}

/** Closes it, or opens it again. @throws Problem, a 409 that says what still names it */
export async function setDepartmentClosed(
  { id, version }: Pick<DepartmentSettingsDto, 'id' | 'version'>,
  closed: boolean,
): Promise<DepartmentSettingsDto> {
  try {
    return await send<DepartmentSettingsDto>({ method: 'PUT', path: `${PATH}/${id}/state`, version, body: { closed } });
  } finally {
    refresh();
  }
}

/** The same team given twice is one. */
export async function addTeam(department: string, body: NewTeamDto): Promise<void> {
  await send({ path: `${PATH}/${department}/teams`, body });
  refresh();
}

/** On the version that was read. @throws Problem, a 412 with the team of now */
export async function renameTeam(
  department: string,
  { id, version }: Pick<TeamSettingsDto, 'id' | 'version'>,
  name: string,
): Promise<void> {
  await send({ method: 'PUT', path: `${PATH}/${department}/teams/${id}`, version, body: { name } });
  refresh();
}

function refresh(): void {
  void queryClient.invalidateQueries({ queryKey: ['town-settings'] });
  void queryClient.invalidateQueries({ queryKey: ['departments'] });
}
