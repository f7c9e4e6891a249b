import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { read, sendVersioned } from './client.js';
import { queryClient } from './query-client.js';
import type {
  CasesListResponse,
  CitizenChangeDto,
  CitizenDto,
  CitizensSearchResponse,
} from './schema/types.generated.js';

export type { CitizenChangeDto, CitizenDto } from './schema/types.generated.js';

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
  return data;
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
