import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { read, send } from './client.js';
import type {
  BenchDto,
  BenchResultDto,
  DesignedProcessDto,
  DesignSheetDto,
  VersionHealthDto,
} from './schema/types.generated.js';

export type {
  BenchActDto,
  BenchDto,
  BenchFrameDto,
  BenchLetterDto,
  BenchMoveDto,
  BenchResultDto,
  DesignedProcessDto,
  DesignSheetDto,
  VersionHealthDto,
} from './schema/types.generated.js';

/** Every process with its version in force and how it does. */
export function useDesignedProcesses(): UseQueryResult<readonly DesignedProcessDto[]> {
  return useQuery({
    queryKey: ['design', 'catalog'],
    queryFn: ({ signal }) => read<readonly DesignedProcessDto[]>('/catalog', undefined, signal),
    staleTime: 60_000,
  });
}

export function useDesignSheet(processId: string): UseQueryResult<DesignSheetDto> {
  return useQuery({
    queryKey: ['design', 'sheet', processId],
    queryFn: ({ signal }) => read<DesignSheetDto>(`/processes/${processId}/design`, undefined, signal),
    staleTime: 60_000,
  });
}

export function useVersions(processId: string): UseQueryResult<readonly VersionHealthDto[]> {
  return useQuery({
    queryKey: ['design', 'versions', processId],
    queryFn: ({ signal }) => read<readonly VersionHealthDto[]>(`/processes/${processId}/versions`, undefined, signal),
  });
}

/** A case played from its opening; the play is its moves, nothing is kept on the server. */
export function useBench(processId: string, play: BenchDto): UseQueryResult<BenchResultDto> {
  return useQuery({
    queryKey: ['design', 'bench', processId, play],
    queryFn: () => send<BenchResultDto>({ path: `/processes/${processId}/bench`, body: play, tries: 0 }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
}
