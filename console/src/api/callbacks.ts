import {
  useInfiniteQuery,
  useQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { LocalDate } from '../../../domain/time/local-date.js';
import { today } from '../text/format.js';
import { caseKey } from './cases.js';
import { read, send } from './client.js';
import { queryClient } from './query-client.js';
import type {
  CallbackContentDto,
  CallbackCountsDto,
  CallbackDto,
  CallbacksListResponse,
  NewCallbackDto,
} from './schema/types.generated.js';

export type { CallbackDto, NewCallbackDto } from './schema/types.generated.js';

export type CallbackState = 'due' | 'coming' | 'done';

const AN_HOUR = 3_600_000;

/** Under the key of tasks: what is to be done is read again with them. */
const KEY = ['tasks', 'callbacks'] as const;

/** One's own and one's team's, the late ones first. */
export function useCallbacks(state: CallbackState): UseInfiniteQueryResult<InfiniteData<CallbacksListResponse>> {
  return useInfiniteQuery({
    queryKey: [...KEY, 'list', state],
    queryFn: ({ pageParam, signal }) => read<CallbacksListResponse>('/callbacks', { state, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function useCallbackCounts(): UseQueryResult<CallbackCountsDto> {
  return useQuery({
    queryKey: [...KEY, 'counts'],
    queryFn: ({ signal }) => read<CallbackCountsDto>('/callbacks/counts', undefined, signal),
    refetchInterval: 60_000,
  });
}

/** The days on which one may call back: the town hall works on them. The next one comes first. */
export function useCallbackDays(): UseQueryResult<readonly LocalDate[]> {
  return useQuery({
    queryKey: [...KEY, 'days', today()],
    queryFn: ({ signal }) => read<readonly LocalDate[]>('/callbacks/days', undefined, signal),
    staleTime: AN_HOUR,
  });
}

/** Those of a case that are still to be done. */
export function useCaseCallbacks(caseId: string, enabled: boolean): UseQueryResult<readonly CallbackDto[]> {
  return useQuery({
    queryKey: [...caseKey(caseId), 'callbacks'],
    queryFn: ({ signal }) => read<readonly CallbackDto[]>(`/cases/${caseId}/callbacks`, undefined, signal),
    enabled,
  });
}

/** @throws Problem */
export async function addCallback(caseId: string, body: NewCallbackDto, key: string): Promise<CallbackDto> {
  const made = await send<CallbackDto>({ path: `/cases/${caseId}/callbacks`, body, key });
  refresh(caseId);
  return made;
}

/** Puts it off, where nobody changed it since. @throws Problem */
export async function postponeCallback(
  { id, caseId, note, version }: CallbackDto,
  dueOn: string,
): Promise<CallbackDto> {
  const body: CallbackContentDto = { dueOn, note };
  try {
    return await send<CallbackDto>({ method: 'PUT', path: `/callbacks/${id}`, body, version });
  } finally {
    refresh(caseId);
  }
}

/** @throws Problem */
export async function endCallback({ id, caseId }: CallbackDto, to: 'done' | 'undone', key: string): Promise<void> {
  try {
    await send<CallbackDto>({ path: `/callbacks/${id}/${to}`, key });
  } finally {
    refresh(caseId);
  }
}

function refresh(caseId: string): void {
  void queryClient.invalidateQueries({ queryKey: KEY });
  void queryClient.invalidateQueries({ queryKey: [...caseKey(caseId), 'callbacks'] });
}
