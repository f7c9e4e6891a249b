import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { read, send } from './client.js';
import { queryClient } from './query-client.js';
import type {
  FigureDefinitionDto,
  LateCausesDto,
  LotDto,
  LotSummaryDto,
  NewLotDto,
  StatisticsDto,
  SupervisionCasesResponse,
  SupervisionDto,
} from './schema/types.generated.js';

export type {
  AttentionCaseDto,
  FigureDefinitionDto,
  FiguresDto,
  FiguresRowDto,
  LotDto,
  LotItemDto,
  NewLotDto,
  StatisticsDto,
  SupervisionDto,
} from './schema/types.generated.js';

export type AttentionKind = 'late' | 'dueToday' | 'unassigned' | 'waiting' | 'open';

export interface AttentionFilter {
  readonly kind: AttentionKind;
  readonly department?: string;
  readonly step?: string;
}

/** What is late, due, nobody's or waiting today. */
export function useSupervision(): UseQueryResult<SupervisionDto> {
  return useQuery({
    queryKey: ['supervision', 'today'],
    queryFn: ({ signal }) => read<SupervisionDto>('/supervision', undefined, signal),
    refetchInterval: 60_000,
  });
}

/** Where the time of what is late now was spent; read when it is asked for. */
export function useLateCauses(department: string, asked: boolean): UseQueryResult<LateCausesDto> {
  return useQuery({
    queryKey: ['supervision', 'late-causes', department],
    queryFn: ({ signal }) =>
      read<LateCausesDto>('/supervision/late-causes', department === '' ? undefined : { department }, signal),
    enabled: asked,
  });
}

export function useAttentionCases(
  filter: AttentionFilter,
): UseInfiniteQueryResult<InfiniteData<SupervisionCasesResponse>> {
  return useInfiniteQuery({
    queryKey: ['supervision', 'cases', filter],
    queryFn: ({ pageParam, signal }) =>
      read<SupervisionCasesResponse>('/supervision/cases', { ...filter, limit: 50, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function prepareLot(lot: NewLotDto, key: string): Promise<LotDto> {
  return send<LotDto>({ path: '/lots', body: lot, key });
}

/** One's own lots, the last first. */
export function useLots(): UseQueryResult<readonly LotSummaryDto[]> {
  return useQuery({
    queryKey: ['lots', 'list'],
    queryFn: ({ signal }) => read<readonly LotSummaryDto[]>('/lots', undefined, signal),
  });
}

/** A lot, read again every second while it runs. */
export function useLot(id: string): UseQueryResult<LotDto> {
  return useQuery({
    queryKey: ['lots', id],
    queryFn: ({ signal }) => read<LotDto>(`/lots/${id}`, undefined, signal),
    refetchInterval: (query) => (query.state.data?.state === 'running' ? 1000 : false),
  });
}

export async function runLot(id: string, what: 'run' | 'retry'): Promise<void> {
  const lot = await send<LotDto>({ path: `/lots/${id}/${what}` });
  queryClient.setQueryData(['lots', id], lot);
  void queryClient.invalidateQueries({ queryKey: ['supervision'] });
  void queryClient.invalidateQueries({ queryKey: ['lots', 'list'] });
}

/** Prepares the lot that takes this one back. @throws Problem `lot.not-undoable` */
export async function undoLot(id: string, key: string): Promise<LotDto> {
  const lot = await send<LotDto>({ path: `/lots/${id}/undo`, key });
  void queryClient.invalidateQueries({ queryKey: ['lots', 'list'] });
  return lot;
}

export interface StatisticsQuery {
  readonly from: string;
  readonly to: string;
  readonly groupBy: string;
  readonly organisation?: string;
  readonly department?: string;
  readonly theme?: string;
  readonly quartier?: string;
  readonly channel?: string;
}

export function useStatistics(query: StatisticsQuery): UseQueryResult<StatisticsDto> {
  return useQuery({
    queryKey: ['statistics', query],
    queryFn: ({ signal }) => read<StatisticsDto>('/statistics', { ...query }, signal),
    placeholderData: keepPreviousData,
  });
}

export function useFigureDefinitions(): UseQueryResult<readonly FigureDefinitionDto[]> {
  return useQuery({
    queryKey: ['statistics', 'definitions'],
    queryFn: ({ signal }) => read<readonly FigureDefinitionDto[]>('/statistics/definitions', undefined, signal),
    staleTime: 60 * 60_000,
  });
}
