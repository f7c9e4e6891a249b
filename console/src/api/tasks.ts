import {
  useInfiniteQuery,
  useQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { read, send } from './client.js';
import type { TaskCountDto, TaskDto, TasksListData, TasksListResponse } from './schema/types.generated.js';

export type { TaskCountDto, TaskDto } from './schema/types.generated.js';

export type TaskFilter = Omit<NonNullable<TasksListData['query']>, 'cursor'>;

/** Tasks, most urgent first, page after page. */
export function useTasks(filter: TaskFilter): UseInfiniteQueryResult<InfiniteData<TasksListResponse>> {
  return useInfiniteQuery({
    queryKey: ['tasks', 'list', filter],
    queryFn: ({ pageParam, signal }) => read<TasksListResponse>('/tasks', { ...filter, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** How many tasks of each kind are open and late. */
export function useTaskCounts(scope: 'mine' | 'team', enabled = true): UseQueryResult<readonly TaskCountDto[]> {
  return useQuery({
    queryKey: ['tasks', 'counts', scope],
    queryFn: ({ signal }) => read<readonly TaskCountDto[]>('/tasks/counts', { scope }, signal),
    refetchInterval: 30_000,
    enabled,
  });
}

export function useTask(id: string): UseQueryResult<TaskDto> {
  return useQuery({
    queryKey: ['tasks', 'one', id],
    queryFn: ({ signal }) => read<TaskDto>(`/tasks/${id}`, undefined, signal),
  });
}

/** The most urgent task that is nobody's; two people never get the same. @throws Problem `task.none-left` */
export function takeNext(kind?: string): Promise<TaskDto> {
  return send<TaskDto>({ path: '/tasks/take-next', body: kind === undefined ? {} : { kind } });
}

export function claimTask(id: string): Promise<TaskDto> {
  return send<TaskDto>({ path: `/tasks/${id}/claim` });
}

export function releaseTask(id: string): Promise<TaskDto> {
  return send<TaskDto>({ path: `/tasks/${id}/release` });
}
