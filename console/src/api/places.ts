import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Role } from '../../../domain/people/role.js';
import { read } from './client.js';
import type {
  DepartmentDto,
  NamedDto,
  OrganisationDto,
  PersonDto,
  QuartierDto,
  StreetDto,
} from './schema/types.generated.js';

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

export function useOrganisations(): UseQueryResult<Listed<OrganisationDto>> {
  return useQuery({
    queryKey: ['organisations'],
    queryFn: ({ signal }) => read<Listed<OrganisationDto>>('/organisations', undefined, signal),
    staleTime: 60 * 60_000,
  });
}

export function useThemes(): UseQueryResult<readonly NamedDto[]> {
  return useQuery({
    queryKey: ['themes'],
    queryFn: ({ signal }) => read<readonly NamedDto[]>('/processes/themes', undefined, signal),
    staleTime: 60 * 60_000,
  });
}

export function usePeople(
  query: { readonly q?: string; readonly department?: string; readonly team?: string; readonly role?: Role },
  enabled = true,
): UseQueryResult<Listed<PersonDto>> {
  return useQuery({
    queryKey: ['people', 'list', query],
    queryFn: ({ signal }) => read<Listed<PersonDto>>('/people', { ...query, limit: 100 }, signal),
    staleTime: 60_000,
    enabled,
  });
}

export function usePerson(id: string | undefined): UseQueryResult<PersonDto> {
  return useQuery({
    queryKey: ['people', 'one', id],
    queryFn: ({ signal }) => read<PersonDto>(`/people/${encodeURIComponent(id ?? '')}`, undefined, signal),
    staleTime: 10 * 60_000,
    enabled: id !== undefined,
  });
}
