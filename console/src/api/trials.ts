import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { read, send } from './client.js';
import { queryClient } from './query-client.js';
import type { BenchDto, ComparisonDto, TrialDto } from './schema/types.generated.js';

export type { ComparisonDto, TrialDto } from './schema/types.generated.js';

/** Two definitions side by side, each named `id` or `id@version`. */
export function useComparison(from: string, to: string): UseQueryResult<ComparisonDto> {
  return useQuery({
    queryKey: ['design', 'comparison', from, to],
    queryFn: ({ signal }) => read<ComparisonDto>('/catalog/comparison', { from, to }, signal),
    enabled: from !== '' && to !== '',
  });
}

export function useTrials(processId: string): UseQueryResult<readonly TrialDto[]> {
  return useQuery({
    queryKey: ['design', 'trials', processId],
    queryFn: ({ signal }) => read<readonly TrialDto[]>(`/processes/${processId}/trials`, undefined, signal),
  });
}

export async function keepTrial(
  processId: string,
  body: { readonly name: string; readonly play: BenchDto },
  key: string,
): Promise<void> {
  await send({ path: `/processes/${processId}/trials`, body, key });
  refresh();
}

/** All of one process, on the version in force. */
export async function replayTrials(processId: string): Promise<readonly TrialDto[]> {
  const trials = await send<readonly TrialDto[]>({ path: `/processes/${processId}/trials/replay` });
  refresh();
  return trials;
}

/** What it gives now becomes what it expects. */
export async function acceptTrial(id: string, key: string): Promise<void> {
  await send({ path: `/trials/${id}/accept`, key });
  refresh();
}

export async function removeTrial(id: string): Promise<void> {
  await send({ method: 'DELETE', path: `/trials/${id}` });
  refresh();
}

function refresh(): void {
  void queryClient.invalidateQueries({ queryKey: ['design', 'trials'] });
  void queryClient.invalidateQueries({ queryKey: ['design', 'catalog'] });
}
