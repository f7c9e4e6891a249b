import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { caseKey } from './cases.js';
import { call, read } from './client.js';
import { queryClient } from './query-client.js';
import type { FollowingDto, NotificationChannelsDto, NotificationsDto } from './schema/types.generated.js';

export type { NotificationChannelsDto, NotificationDto, ReplacementNotificationDto } from './schema/types.generated.js';

/** Under the key of tasks: whatever changes them is told here too. */
const KEY = ['tasks', 'notifications'] as const;

export function useNotifications(): UseQueryResult<NotificationsDto> {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => read<NotificationsDto>('/notifications', undefined, signal),
    refetchInterval: 60_000,
  });
}

/** An earlier moment takes back what a later one marked as read. @throws Problem */
export async function markReadUntil(until: string): Promise<void> {
  await call({ method: 'PUT', path: '/notifications/read-until', body: { until } });
  await queryClient.invalidateQueries({ queryKey: KEY });
}

/** @throws Problem */
export async function followCase(caseId: string, kind: FollowingDto['kind']): Promise<void> {
  await call({ method: 'PUT', path: `/cases/${caseId}/following`, body: { kind } });
  void queryClient.invalidateQueries({ queryKey: KEY });
  await queryClient.invalidateQueries({ queryKey: caseKey(caseId) });
}

const CHANNELS_KEY = [...KEY, 'channels'] as const;

/** By which channel the reader is told of each level. */
export function useChannels(): UseQueryResult<NotificationChannelsDto> {
  return useQuery({
    queryKey: CHANNELS_KEY,
    queryFn: ({ signal }) => read<NotificationChannelsDto>('/notifications/channels', undefined, signal),
  });
}

/** @throws Problem */
export async function chooseChannels(channels: NotificationChannelsDto): Promise<void> {
  await call({ method: 'PUT', path: '/notifications/channels', body: channels });
  queryClient.setQueryData(CHANNELS_KEY, channels);
  await queryClient.invalidateQueries({ queryKey: KEY });
}
