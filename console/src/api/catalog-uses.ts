import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { read, send } from './client.js';
import { queryClient } from './query-client.js';
import type {
  CatalogUsesUnansweredResponse,
  SearchMarkDto,
  SheetUseDto,
  UnansweredSearchDto,
} from './schema/types.generated.js';

export type { UnansweredSearchDto } from './schema/types.generated.js';

export type SearchMark = SearchMarkDto['as'];

/** How often sheets served in the last thirty days, the most used first; or one of them. */
export function useSheetUses(processId?: string): UseQueryResult<readonly SheetUseDto[]> {
  return useQuery({
    queryKey: ['sheet-uses', processId],
    queryFn: ({ signal }) => read<readonly SheetUseDto[]>('/sheet-uses', { processId }, signal),
    staleTime: 60_000,
  });
}

const readHere = new Set<string>();

/** Counts a sheet that was opened in the knowledge base: once for each time the console is open. Failing is no harm. */
export function countReading(processId: string): void {
  if (readHere.has(processId)) return;
  readHere.add(processId);
  send({ path: '/sheet-uses', body: { processId }, tries: 0 }).catch(() => undefined);
}

const toldHere = new Set<string>();

/** Tells the designers the words for which nothing fits: the server keeps what names nobody. Failing is no harm. */
export function tellUnanswered(words: string): void {
  if (toldHere.has(words)) return;
  toldHere.add(words);
  send({ path: '/unanswered-searches', body: { words: words.slice(0, 300) }, tries: 0 }).catch(() => undefined);
}

/** The words most often looked for in vain first. */
export function useUnanswered(state: SearchMark): UseQueryResult<CatalogUsesUnansweredResponse> {
  return useQuery({
    queryKey: ['unanswered-searches', state],
    queryFn: ({ signal }) => read<CatalogUsesUnansweredResponse>('/unanswered-searches', { state, limit: 200 }, signal),
  });
}

/** @throws Problem */
export async function markUnanswered(id: string, as: SearchMark, key: string): Promise<void> {
  await send<UnansweredSearchDto>({ path: `/unanswered-searches/${id}/mark`, body: { as }, key });
  void queryClient.invalidateQueries({ queryKey: ['unanswered-searches'] });
}
