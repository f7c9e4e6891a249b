import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, read, send } from './client.js';
import { queryClient } from './query-client.js';
import type { ChangedViewDto, NewViewDto, ViewDto } from './schema/types.generated.js';

export type { ChangedViewDto, NewViewDto, ViewDto } from './schema/types.generated.js';

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

/** Changes a view on the version that was read. @throws Problem, a 412 with what is stored now */
export async function changeView({ id, version }: ViewDto, change: ChangedViewDto): Promise<void> {
  try {
    await send({ method: 'PATCH', path: `/views/${id}`, body: change, version });
  } finally {
    refresh();
  }
}

export async function removeView({ id, version }: ViewDto): Promise<void> {
  try {
    await call({ method: 'DELETE', path: `/views/${id}`, version });
  } finally {
    refresh();
  }
}

/** The order in which the reader wants the views of a screen. */
export async function orderViews(screen: string, ids: readonly string[]): Promise<void> {
  await call({ method: 'PUT', path: '/views/order', body: { screen, ids } });
  refresh();
}

export function hrefOfView({ screen, query }: Pick<ViewDto, 'screen' | 'query'>): string {
  return query === '' ? screen : `${screen}?${query}`;
}

function refresh(): void {
  void queryClient.invalidateQueries({ queryKey: ['views'] });
}
