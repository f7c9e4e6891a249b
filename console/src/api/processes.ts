import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { read } from './client.js';
import type {
  CatalogListData,
  CatalogListResponse,
  ProcessSheetDto,
  PromiseDto,
  RequalificationDto,
} from './schema/types.generated.js';

export type {
  FoundProcessDto as ProcessSummaryDto,
  ProcessSheetDto,
  RequalificationDto,
} from './schema/types.generated.js';

/** Processes in the citizen's words, the likeliest first. */
export function useProcessSearch(
  query: NonNullable<CatalogListData['query']>,
  enabled = true,
): UseQueryResult<CatalogListResponse> {
  return useQuery({
    queryKey: ['processes', 'list', query],
    queryFn: ({ signal }) => read<CatalogListResponse>('/processes', query, signal),
    placeholderData: keepPreviousData,
    staleTime: 5 * 60_000,
    enabled,
  });
}

export function useProcess(processId: string | undefined): UseQueryResult<ProcessSheetDto> {
  return useQuery({
    queryKey: ['processes', 'one', processId],
    queryFn: ({ signal }) => read<ProcessSheetDto>(`/processes/${processId ?? ''}`, undefined, signal),
    staleTime: 60_000,
    enabled: processId !== undefined,
  });
}

/** What is promised for a request received at that moment. */
export function usePromise(processId: string | undefined, receivedAt: string | undefined): UseQueryResult<PromiseDto> {
  return useQuery({
    queryKey: ['processes', 'promise', processId, receivedAt],
    queryFn: ({ signal }) => read<PromiseDto>(`/processes/${processId ?? ''}/promise`, { receivedAt }, signal),
    staleTime: 60_000,
    enabled: processId !== undefined,
  });
}

/** What would become of a case under another process: asked anew each time, a colleague may have changed the case. */
export function useRequalification(caseId: string, processId: string | undefined): UseQueryResult<RequalificationDto> {
  return useQuery({
    queryKey: ['cases', 'requalification', caseId, processId],
    queryFn: ({ signal }) => read<RequalificationDto>(`/cases/${caseId}/requalification`, { processId }, signal),
    staleTime: 0,
    enabled: processId !== undefined,
  });
}
