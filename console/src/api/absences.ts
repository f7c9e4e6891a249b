import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, read, send } from './client.js';
import { oneFile } from './files.js';
import { queryClient } from './query-client.js';
import type {
  AbsenceContentDto,
  AbsenceDto,
  DelegationDto,
  NewDelegationDto,
  ReturnDto,
} from './schema/types.generated.js';

export type { AbsenceDto, DelegationDto, NewDelegationDto, ReturnDto } from './schema/types.generated.js';

/** The reader's absences, and those they look after. */
export function useAbsences(): UseQueryResult<{ readonly items: readonly AbsenceDto[] }> {
  return useQuery({ queryKey: ['absences'], queryFn: ({ signal }) => read('/absences', undefined, signal) });
}

/** A new one, or a change of the one that was read. @throws Problem `substitution.loop` among others, a 412 with what is stored now */
export async function saveAbsence(
  { base, person, ...absence }: AbsenceContentDto & { readonly base?: AbsenceDto | undefined; readonly person: string },
  key: string,
): Promise<AbsenceDto> {
  const saved =
    base === undefined
      ? await send<AbsenceDto>({ path: '/absences', body: { ...absence, person }, key })
      : await send<AbsenceDto>({ method: 'PUT', path: `/absences/${base.id}`, body: absence, version: base.version });
  refresh();
  return saved;
}

export async function removeAbsence(id: string): Promise<void> {
  await call({ method: 'DELETE', path: `/absences/${id}` });
  refresh();
}

/** What happened while the reader was away. */
export function useReturn(): UseQueryResult<ReturnDto> {
  return useQuery({
    queryKey: ['absences', 'return'],
    queryFn: ({ signal }) => read<ReturnDto>('/absences/return', undefined, signal),
    staleTime: 30 * 60_000,
  });
}

/** @throws Problem */
export async function markReturnSeen(absenceId: string): Promise<void> {
  await call({ method: 'PUT', path: `/absences/${absenceId}/return-seen` });
  await queryClient.invalidateQueries({ queryKey: ['absences', 'return'] });
}

export function useDelegations(scope: 'mine' | 'all'): UseQueryResult<{ readonly items: readonly DelegationDto[] }> {
  return useQuery({
    queryKey: ['delegations', scope],
    queryFn: ({ signal }) => read('/delegations', { scope }, signal),
  });
}

export async function addDelegation(body: NewDelegationDto, key: string): Promise<void> {
  await send({ path: '/delegations', body, key });
  void queryClient.invalidateQueries({ queryKey: ['delegations'] });
}

export async function endDelegation(id: string): Promise<void> {
  await call({ method: 'DELETE', path: `/delegations/${id}` });
  void queryClient.invalidateQueries({ queryKey: ['delegations'] });
}

/** The PDF of the arrêté of a delegation, in place of the one before. */
export async function putArrete(id: string, file: File): Promise<void> {
  await send({ method: 'PUT', path: `/delegations/${id}/arrete`, form: oneFile(file) });
  void queryClient.invalidateQueries({ queryKey: ['delegations'] });
}

function refresh(): void {
  for (const name of ['absences', 'people', 'tasks', 'session']) {
    void queryClient.invalidateQueries({ queryKey: [name] });
  }
}
