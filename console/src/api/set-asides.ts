import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { refreshAfterAct } from './cases.js';
import { read, send } from './client.js';
import { queryClient } from './query-client.js';
import type { SetAsidesListResponse } from './schema/types.generated.js';

export type { SetAsideDto } from './schema/types.generated.js';

/** What was judged undesirable and may be restored, the latest first. */
export function useSetAsides(): UseInfiniteQueryResult<InfiniteData<SetAsidesListResponse>> {
  return useInfiniteQuery({
    queryKey: ['set-asides'],
    queryFn: ({ pageParam, signal }) => read<SetAsidesListResponse>('/set-asides', { cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** Sets a request aside, or puts it back. @throws Problem */
export async function moveAside(caseId: string, to: 'set-aside' | 'restore', key: string): Promise<void> {
  try {
    await send({ path: `/cases/${caseId}/${to}`, key });
  } finally {
    refreshAfterAct(caseId);
    void queryClient.invalidateQueries({ queryKey: ['set-asides'] });
  }
}
