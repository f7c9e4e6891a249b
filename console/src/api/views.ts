import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, read, send } from './client.js';
import { queryClient } from './query-client.js';
import type { NewViewDto, ViewDto } from './schema/types.generated.js';

export type { NewViewDto, ViewDto } from './schema/types.generated.js';

/** Views kept under a name: one's own, one's team's, one's organisation's; of every screen. */
export function useSavedViews(): UseQueryResult<readonly ViewDto[]> {
  return useQuery({
    queryKey: ['views'],
    queryFn: ({ signal }) => read<readonly ViewDto[]>('/views', undefined, signal),
    staleTime: 60_000,
  });
}

export async function addView(view: NewViewDto, key: string): Promise<void> {
  await send<ViewDto>({ path: '/views', body: view, key });
  refresh();
}

export async function renameView(id: string, name: string): Promise<void> {
  await call({ method: 'PATCH', path: `/views/${id}`, body: { name } });
  refresh();
}

export async function removeView(id: string): Promise<void> {
  await call({ method: 'DELETE', path: `/views/${id}` });
  refresh();
}

export function hrefOfView({ screen, query }: Pick<ViewDto, 'screen' | 'query'>): string {
  return query === '' ? screen : `${screen}?${query}`;
}

function refresh(): void {
  void queryClient.invalidateQueries({ queryKey: ['views'] });
}
