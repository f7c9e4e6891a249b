import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { caseKey } from './cases.js';
import { read, send } from './client.js';
import { queryClient } from './query-client.js';
import type { CaseMessageDto, UnreadMessagesDto } from './schema/types.generated.js';

export type { CaseMessageDto, UnreadMessagesDto } from './schema/types.generated.js';

const UNREAD = ['messages', 'unread'];
/** Server events tell of the case that is open; of the others it is asked that often. */
const ASK_EVERY = 60_000;

/** Messages of citizens waiting on the cases that one holds. */
export function useUnreadMessages(): UseQueryResult<UnreadMessagesDto> {
  return useQuery({
    queryKey: UNREAD,
    queryFn: ({ signal }) => read<UnreadMessagesDto>('/messages/unread', undefined, signal),
    refetchInterval: ASK_EVERY,
  });
}

/** Writes to the citizen: it leaves by mail and stands where they follow the case. @throws Problem */
export async function writeToCitizen(caseId: string, text: string, key: string): Promise<CaseMessageDto> {
  const message = await send<CaseMessageDto>({ path: `/cases/${caseId}/messages`, body: { text }, key });
  await queryClient.invalidateQueries({ queryKey: caseKey(caseId) });
  return message;
}

/** Says that what the citizen wrote was read; without effect for whoever does not hold the case. */
export async function markMessagesRead(caseId: string): Promise<void> {
  const { marked } = await send<{ readonly marked: number }>({ path: `/cases/${caseId}/messages/read`, tries: 0 });
  if (marked === 0) return;
  await queryClient.invalidateQueries({ queryKey: UNREAD });
  await queryClient.invalidateQueries({ queryKey: caseKey(caseId) });
}
