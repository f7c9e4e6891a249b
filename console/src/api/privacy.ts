import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, read, send } from './client.js';
import { queryClient } from './query-client.js';
import type {
  AnswerPrivacyRequestDto,
  ApprovePurgeDto,
  EraseDto,
  ErasurePlanDto,
  HeldDataDto,
  HoldDto,
  NewHoldDto,
  NewPrivacyRequestDto,
  PrivacyRequestDto,
  PurgeDto,
  RectifyDto,
} from './schema/types.generated.js';

export type { HeldCaseDto, HeldDataDto, HoldDto, PrivacyRequestDto, PurgeDto } from './schema/types.generated.js';

/** The register of the whole town, what waits first. */
export function usePrivacyRegister(): UseQueryResult<readonly PrivacyRequestDto[]> {
  return useQuery({
    queryKey: ['privacy', 'register'],
    queryFn: ({ signal }) => read<readonly PrivacyRequestDto[]>('/privacy-requests', undefined, signal),
  });
}

/** What one citizen asked about their data. */
export function usePrivacyRequests(citizenId: string): UseQueryResult<readonly PrivacyRequestDto[]> {
  return useQuery({
    queryKey: ['privacy', 'of', citizenId],
    queryFn: ({ signal }) =>
      read<readonly PrivacyRequestDto[]>(`/citizens/${citizenId}/privacy-requests`, undefined, signal),
  });
}

/** Everything held on a citizen; each reading is written in the history of their sheet. */
export function useHeldData(citizenId: string): UseQueryResult<HeldDataDto> {
  return useQuery({
    queryKey: ['privacy', 'held', citizenId],
    queryFn: ({ signal }) => read<HeldDataDto>(`/citizens/${citizenId}/held-data`, undefined, signal),
    staleTime: Infinity,
  });
}

export function useErasurePlan(citizenId: string): UseQueryResult<ErasurePlanDto> {
  return useQuery({
    queryKey: ['privacy', 'plan', citizenId],
    queryFn: ({ signal }) => read<ErasurePlanDto>(`/citizens/${citizenId}/erasure`, undefined, signal),
  });
}

/** @throws Problem */
export async function enterPrivacyRequest(citizenId: string, body: NewPrivacyRequestDto, key: string): Promise<void> {
  await send({ path: `/citizens/${citizenId}/privacy-requests`, body, key });
  refresh();
}

/** @throws Problem */
export async function answerPrivacyRequest(id: string, body: AnswerPrivacyRequestDto): Promise<void> {
  await send({ path: `/privacy-requests/${id}/answer`, body });
  refresh();
}

/** Corrects the sheet and closes the request. @throws Problem 412 where the sheet changed meanwhile */
export async function rectifyUnder(id: string, body: RectifyDto): Promise<void> {
  await send({ path: `/privacy-requests/${id}/rectify`, body });
  refresh();
}

/** @throws Problem */
export async function extendPrivacyRequest(id: string): Promise<void> {
  await send({ path: `/privacy-requests/${id}/extend` });
  refresh();
}

/** For good. @throws Problem 422 where the number typed again is another */
export async function eraseUnder(id: string, body: EraseDto): Promise<void> {
  await send({ path: `/privacy-requests/${id}/erase`, body });
  refresh();
}

export function useHolds(): UseQueryResult<readonly HoldDto[]> {
  return useQuery({
    queryKey: ['privacy', 'holds'],
    queryFn: ({ signal }) => read<readonly HoldDto[]>('/holds', undefined, signal),
  });
}

/** @throws Problem */
export async function setHold(body: NewHoldDto, key: string): Promise<void> {
  await send({ path: '/holds', body, key });
  refresh();
}

/** @throws Problem */
export async function liftHold(id: string): Promise<void> {
  await call({ method: 'DELETE', path: `/holds/${id}` });
  refresh();
}

/** Lists of what goes; an approved one is looked at again while it runs. */
export function usePurges(): UseQueryResult<readonly PurgeDto[]> {
  return useQuery({
    queryKey: ['privacy', 'purges'],
    queryFn: ({ signal }) => read<readonly PurgeDto[]>('/purges', undefined, signal),
    refetchInterval: ({ state }) => (state.data?.some((one) => one.state === 'approved') === true ? 3000 : false),
  });
}

export function usePurge(id: string | undefined): UseQueryResult<PurgeDto> {
  return useQuery({
    queryKey: ['privacy', 'purge', id],
    queryFn: ({ signal }) => read<PurgeDto>(`/purges/${id ?? ''}`, undefined, signal),
    enabled: id !== undefined,
  });
}

/** Draws up a list; nothing is erased. @throws Problem */
export async function preparePurge(): Promise<void> {
  await send({ path: '/purges' });
  refresh();
}

/** @throws Problem 422 where the number typed again is another */
export async function approvePurge(id: string, body: ApprovePurgeDto): Promise<void> {
  await send({ path: `/purges/${id}/approve`, body });
  refresh();
}

function refresh(): void {
  void queryClient.invalidateQueries({ queryKey: ['privacy'] });
  void queryClient.invalidateQueries({ queryKey: ['cases', 'one'] });
  void queryClient.invalidateQueries({ queryKey: ['citizens'] });
}
