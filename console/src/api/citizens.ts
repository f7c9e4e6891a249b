import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, read, send, sendVersioned } from './client.js';
import { queryClient } from './query-client.js';
import type {
  CasesListResponse,
  CitizenChangeDto,
  CitizenDto,
  CitizenEventDto,
  CitizenMergeDto,
  CitizensSearchResponse,
  CitizenTieDto,
  LikelySameDto,
  NewMergeDto,
  NewTieDto,
} from './schema/types.generated.js';

export type {
  CitizenChangeDto,
  CitizenDto,
  CitizenEventDto,
  CitizenMergeDto,
  CitizenTieDto,
} from './schema/types.generated.js';

export interface CitizenSearch {
  readonly q: string;
  readonly organisation?: string | undefined;
  readonly sector?: string | undefined;
}

/** By name, telephone or mail; homonyms come together. */
export function useCitizenSearch({ q, ...within }: CitizenSearch): UseQueryResult<CitizensSearchResponse> {
  const asked = q.trim();
  return useQuery({
    queryKey: ['citizens', 'list', asked, within],
    queryFn: ({ signal }) => read<CitizensSearchResponse>('/citizens', { q: asked, limit: 20, ...within }, signal),
    placeholderData: keepPreviousData,
    enabled: asked.length >= 2,
  });
}

export function useCitizen(id: string | undefined): UseQueryResult<CitizenDto> {
  return useQuery({
    queryKey: ['citizens', 'one', id],
    queryFn: ({ signal }) => read<CitizenDto>(`/citizens/${id ?? ''}`, undefined, signal),
    enabled: id !== undefined,
  });
}

export function useCasesOfCitizen(id: string): UseQueryResult<CasesListResponse> {
  return useQuery({
    queryKey: ['cases', 'list', 'citizen', id],
    queryFn: ({ signal }) => read<CasesListResponse>(`/citizens/${id}/cases`, { limit: 100 }, signal),
  });
}

/** @throws Problem 412 with the stored citizen as `current` */
export async function changeCitizen(id: string, version: number, body: CitizenChangeDto): Promise<CitizenDto> {
  const { data } = await sendVersioned<CitizenDto>({ method: 'PATCH', path: `/citizens/${id}`, version, body });
  queryClient.setQueryData(['citizens', 'one', id], data);
  void queryClient.invalidateQueries({ queryKey: ['citizens', 'history', id] });
  return data;
}

/** With whom they live, or for which association they speak. */
export function useTies(id: string): UseQueryResult<readonly CitizenTieDto[]> {
  return useQuery({
    queryKey: ['citizens', 'ties', id],
    queryFn: ({ signal }) => read<readonly CitizenTieDto[]>(`/citizens/${id}/ties`, undefined, signal),
  });
}

/** @throws Problem */
export async function tieCitizens(id: string, body: NewTieDto, key: string): Promise<void> {
  await send({ path: `/citizens/${id}/ties`, body, key });
  void queryClient.invalidateQueries({ queryKey: ['citizens', 'ties'] });
  void queryClient.invalidateQueries({ queryKey: ['citizens', 'history'] });
}

/** @throws Problem */
export async function untieCitizens(id: string, tieId: string): Promise<void> {
  await call({ method: 'DELETE', path: `/citizens/${id}/ties/${tieId}` });
  void queryClient.invalidateQueries({ queryKey: ['citizens', 'ties'] });
  void queryClient.invalidateQueries({ queryKey: ['citizens', 'history'] });
}

/** Sheets of the same sector that may be the same person. */
export function useLikelySame(id: string): UseQueryResult<readonly LikelySameDto[]> {
  return useQuery({
    queryKey: ['citizens', 'likely', id],
    queryFn: ({ signal }) => read<readonly LikelySameDto[]>(`/citizens/${id}/duplicates`, undefined, signal),
  });
}

export function useMerges(id: string): UseQueryResult<readonly CitizenMergeDto[]> {
  return useQuery({
    queryKey: ['citizens', 'merges', id],
    queryFn: ({ signal }) => read<readonly CitizenMergeDto[]>(`/citizens/${id}/merges`, undefined, signal),
  });
}

/** The sheet is kept; the other gives its requests to it. @throws Problem 412 where one of the two changed meanwhile */
export async function mergeCitizens(kept: CitizenDto, body: NewMergeDto, key: string): Promise<void> {
  await sendVersioned({ path: `/citizens/${kept.id}/merges`, version: kept.version, body, key });
  refreshCitizens();
}

/** @throws Problem */
export async function undoMerge(keptId: string, mergeId: string): Promise<void> {
  await send({ path: `/citizens/${keptId}/merges/${mergeId}/undo` });
  refreshCitizens();
}

/** Requests changed hands: whatever is known of citizens and of their requests is read again. */
function refreshCitizens(): void {
  void queryClient.invalidateQueries({ queryKey: ['citizens'] });
  void queryClient.invalidateQueries({ queryKey: ['cases'] });
}

/** Who did what with the sheet. */
export function useCitizenHistory(id: string, enabled: boolean): UseQueryResult<readonly CitizenEventDto[]> {
  return useQuery({
    queryKey: ['citizens', 'history', id],
    queryFn: ({ signal }) => read<readonly CitizenEventDto[]>(`/citizens/${id}/history`, undefined, signal),
    enabled,
  });
}

/** « Camille Exemple », or what is known instead. */
export function citizenName({
  firstName,
  lastName,
  email,
  phone,
}: Pick<CitizenDto, 'firstName' | 'lastName' | 'email' | 'phone'>): string {
  const name = [firstName, lastName].filter((part) => part !== undefined && part !== '').join(' ');
  return name === '' ? (email ?? phone ?? 'Sans nom') : name;
}
