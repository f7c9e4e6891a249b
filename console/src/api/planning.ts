import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, read, send } from './client.js';
import { queryClient } from './query-client.js';
import type { CalendarFeedDto, NewCalendarFeedDto, PlanningDto } from './schema/types.generated.js';

export type { PlannedPersonDto, PlannedTaskDto, PlanningDto } from './schema/types.generated.js';

export interface PlanningQuery {
  readonly department?: string;
  /** A day of the week wanted. */
  readonly on?: string;
}

/** The week of a department, under the key of tasks: it is read again whenever one of them changes. */
export function usePlanning(query: PlanningQuery): UseQueryResult<PlanningDto> {
  return useQuery({
    queryKey: ['tasks', 'planning', query],
    queryFn: ({ signal }) => read<PlanningDto>('/planning', { ...query }, signal),
    refetchInterval: 60_000,
    placeholderData: keepPreviousData,
  });
}

/** Gives a task to somebody else. @throws Problem */
export async function reassignTask(taskId: string, holder: string, key: string): Promise<void> {
  try {
    await send({ path: `/tasks/${encodeURIComponent(taskId)}/reassign`, body: { holder }, key });
  } finally {
    void queryClient.invalidateQueries({ queryKey: ['tasks'] });
  }
}

const FEED = ['calendar-feed'] as const;

/** Since when the reader's dates can be read from a calendar outside. */
export function useCalendarFeed(): UseQueryResult<CalendarFeedDto> {
  return useQuery({
    queryKey: FEED,
    queryFn: ({ signal }) => read<CalendarFeedDto>('/calendar-feed', undefined, signal),
  });
}

/** A new address, told this once; the former one stops to work. @throws Problem */
export async function replaceCalendarFeed(): Promise<NewCalendarFeedDto> {
  const made = await send<NewCalendarFeedDto>({ method: 'PUT', path: '/calendar-feed' });
  queryClient.setQueryData<CalendarFeedDto>(FEED, { createdAt: made.createdAt });
  return made;
}

/** @throws Problem */
export async function revokeCalendarFeed(): Promise<void> {
  await call({ method: 'DELETE', path: '/calendar-feed' });
  queryClient.setQueryData<CalendarFeedDto>(FEED, {});
}
