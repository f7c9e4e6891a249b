import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { read } from './client.js';
import type { DepartmentDto, PersonDto, QuartierDto, StreetDto } from './schema/types.generated.js';

export type { DepartmentDto, PersonDto, QuartierDto, StreetDto } from './schema/types.generated.js';

interface Listed<T> {
  readonly items: readonly T[];
}

/** Streets that an address, as it is said, may mean. */
export function useStreets(q: string): UseQueryResult<Listed<StreetDto>> {
  const asked = q.trim();
  return useQuery({
    queryKey: ['streets', asked],
    queryFn: ({ signal }) => read<Listed<StreetDto>>('/streets', { q: asked }, signal),
    placeholderData: keepPreviousData,
    staleTime: 5 * 60_000,
    enabled: asked.length >= 3,
  });
}

export function useQuartiers(): UseQueryResult<Listed<QuartierDto>> {
  return useQuery({
    queryKey: ['quartiers'],
    queryFn: ({ signal }) => read<Listed<QuartierDto>>('/quartiers', undefined, signal),
    staleTime: 60 * 60_000,
  });
}

export function useDepartments(): UseQueryResult<Listed<DepartmentDto>> {
  return useQuery({
    queryKey: ['departments'],
    queryFn: ({ signal }) => read<Listed<DepartmentDto>>('/departments', undefined, signal),
    staleTime: 10 * 60_000,
  });
}

export function usePeople(
  query: { readonly q?: string; readonly department?: string; readonly team?: string },
  enabled = true,
): UseQueryResult<Listed<PersonDto>> {
  return useQuery({
    queryKey: ['people', 'list', query],
    queryFn: ({ signal }) => read<Listed<PersonDto>>('/people', { ...query, limit: 100 }, signal),
    staleTime: 60_000,
    enabled,
  });
}
