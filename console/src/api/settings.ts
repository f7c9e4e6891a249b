import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { read, send, sendVersioned } from './client.js';
import { queryClient } from './query-client.js';
import type {
  AccountChangeDto,
  AccountDto,
  AccountsImportedDto,
  AccountsPreviewDto,
  ClosureDto,
  HoursDto,
  IncidentsListResponse,
  NewAccountDto,
  NewClosureDto,
  OrganisationCalendarDto,
  RetentionDto,
  SimulationDto,
  WhyDto,
} from './schema/types.generated.js';

export type {
  AccountDto,
  AccountsPreviewDto,
  ClosureDto,
  HoursDto,
  IncidentDto,
  NewAccountDto,
  NewClosureDto,
  OrganisationCalendarDto,
  RoleGivenDto,
  SimulationDto,
} from './schema/types.generated.js';

export function useIncidents(state: 'open' | 'ended'): UseQueryResult<IncidentsListResponse> {
  return useQuery({
    queryKey: ['incidents', state],
    queryFn: ({ signal }) => read<IncidentsListResponse>('/incidents', { state, limit: 200 }, signal),
    refetchInterval: 30_000,
  });
}

export async function resolveIncident(id: string, key: string, reason?: string): Promise<void> {
  const path = `/incidents/${encodeURIComponent(id)}/${reason === undefined ? 'retry' : 'skip'}`;
  await send({ path, key, ...(reason === undefined ? {} : { body: { reason } }) });
  void queryClient.invalidateQueries({ queryKey: ['incidents'] });
}

export function useAccounts(): UseQueryResult<readonly AccountDto[]> {
  return useQuery({
    queryKey: ['accounts'],
    queryFn: ({ signal }) => read<readonly AccountDto[]>('/accounts', undefined, signal),
  });
}

export async function addAccount(account: NewAccountDto, key: string): Promise<void> {
  await send({ path: '/people', body: account, key });
  void queryClient.invalidateQueries({ queryKey: ['accounts'] });
}

export async function changeAccount(account: AccountDto, change: AccountChangeDto): Promise<void> {
  await sendVersioned({ method: 'PATCH', path: `/people/${account.id}`, body: change, version: account.version });
  void queryClient.invalidateQueries({ queryKey: ['accounts'] });
}

/** What a file of accounts would change; nothing is kept. */
export function previewAccounts(content: string): Promise<AccountsPreviewDto> {
  return send<AccountsPreviewDto>({ path: '/accounts/import/preview', body: { content }, tries: 0 });
}

export async function importAccounts(seen: string, content: string): Promise<AccountsImportedDto> {
  const imported = await send<AccountsImportedDto>({ path: '/accounts/import', body: { content, seen } });
  void queryClient.invalidateQueries({ queryKey: ['accounts'] });
  return imported;
}

/** Why a person sees a case, or does not. */
export function useWhy(caseNumber: string, person: string): UseQueryResult<WhyDto> {
  return useQuery({
    queryKey: ['why', caseNumber, person],
    queryFn: ({ signal }) => read<WhyDto>(`/cases/${encodeURIComponent(caseNumber)}/why`, { person }, signal),
    enabled: caseNumber !== '' && person !== '',
  });
}

export function useClosures(): UseQueryResult<readonly ClosureDto[]> {
  return useQuery({
    queryKey: ['calendar', 'closures'],
    queryFn: ({ signal }) => read<readonly ClosureDto[]>('/closures', undefined, signal),
  });
}

export async function addClosure(closure: NewClosureDto): Promise<void> {
  await send({ path: '/closures', body: closure });
  void queryClient.invalidateQueries({ queryKey: ['calendar'] });
}

export async function removeClosure({ organisation, date, kind }: ClosureDto): Promise<void> {
  await send({ method: 'DELETE', path: `/closures/${organisation}/${date}/${kind}` });
  void queryClient.invalidateQueries({ queryKey: ['calendar'] });
}

export function useTownCalendars(): UseQueryResult<readonly OrganisationCalendarDto[]> {
  return useQuery({
    queryKey: ['calendar', 'hours'],
    queryFn: ({ signal }) => read<readonly OrganisationCalendarDto[]>('/calendars', undefined, signal),
  });
}

/** On the hours that were read. @throws Problem, a 412 with those of now */
export async function setHours(
  { organisation, version }: Pick<OrganisationCalendarDto, 'organisation' | 'version'>,
  hours: HoursDto,
): Promise<void> {
  await send({ method: 'PUT', path: `/calendars/${organisation}/hours`, body: hours, version });
  void queryClient.invalidateQueries({ queryKey: ['calendar'] });
}

export interface SimulationQuery {
  readonly organisation: string;
  readonly receivedAt: string;
  readonly n: number;
  readonly kind: string;
  readonly pausedFrom?: string;
  readonly pausedTo?: string;
}

export function useSimulation(query: SimulationQuery, enabled: boolean): UseQueryResult<SimulationDto> {
  return useQuery({
    queryKey: ['calendar', 'simulation', query],
    queryFn: ({ signal }) => read<SimulationDto>('/calendars/simulation', { ...query }, signal),
    placeholderData: keepPreviousData,
    enabled,
  });
}

export function useRetention(): UseQueryResult<RetentionDto> {
  return useQuery({
    queryKey: ['retention'],
    queryFn: ({ signal }) => read<RetentionDto>('/retention', undefined, signal),
  });
}
