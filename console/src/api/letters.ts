import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { read, send } from './client.js';
import { queryClient } from './query-client.js';
import type { LettersListResponse, LetterToPostDto } from './schema/types.generated.js';

export type { LetterToPostDto } from './schema/types.generated.js';

/** Letters that leave on paper and are not known to be posted. */
export function useLettersToPost(): UseQueryResult<LettersListResponse> {
  return useQuery({
    queryKey: ['letters'],
    queryFn: ({ signal }) => read<LettersListResponse>('/letters-to-post', { limit: 200 }, signal),
  });
}

export async function markPrinted(letters: readonly LetterToPostDto[]): Promise<void> {
  await send({ path: '/letters-to-post/printed', body: { effectIds: letters.map(({ effectId }) => effectId) } });
  void queryClient.invalidateQueries({ queryKey: ['letters'] });
}
