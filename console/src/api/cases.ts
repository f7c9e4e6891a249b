import {
  useInfiniteQuery,
  useQueries,
  useQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { read, send } from './client.js';
import { queryClient } from './query-client.js';
import type {
  ActResultDto,
  CaseCountDto,
  CaseDetailDto,
  CaseNoteDto,
  CasesListData,
  CasesListResponse,
  NewNoteDto,
} from './schema/types.generated.js';

export type { CaseDetailDto, CaseListItemDto, PossibleActDto } from './schema/types.generated.js';

export type CaseFilter = Omit<NonNullable<CasesListData['query']>, 'cursor'>;

export function useCases(filter: CaseFilter, enabled = true): UseInfiniteQueryResult<InfiniteData<CasesListResponse>> {
  return useInfiniteQuery({
    queryKey: ['cases', 'list', filter],
    queryFn: ({ pageParam, signal }) => read<CasesListResponse>('/cases', { ...filter, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    enabled,
  });
}

/** How many the list holds in all, for whoever may act on all of them. */
export function useCaseCount(filter: CaseFilter, enabled: boolean): UseQueryResult<CaseCountDto> {
  return useQuery({ ...countQuery(filter), enabled });
}

/** How many each of these lists holds; undefined until it is known. */
export function useCaseCounts(filters: readonly CaseFilter[]): readonly (number | undefined)[] {
  return useQueries({ queries: filters.map(countQuery) }).map(({ data }) => data?.count);
}

interface CountQuery {
  readonly queryKey: readonly unknown[];
  readonly queryFn: (context: { readonly signal: AbortSignal }) => Promise<CaseCountDto>;
}

function countQuery({ limit: _limit, ...filter }: CaseFilter): CountQuery {
  return {
    queryKey: ['cases', 'list', 'count', filter],
    queryFn: ({ signal }) => read<CaseCountDto>('/cases/count', filter, signal),
  };
}

export function caseKey(caseId: string): readonly [string, string, string] {
  return ['cases', 'one', caseId];
}

export function useCase(caseId: string): UseQueryResult<CaseDetailDto> {
  return useQuery({ queryKey: caseKey(caseId), queryFn: ({ signal }) => readCase(caseId, signal) });
}

export function readCase(caseId: string, signal?: AbortSignal): Promise<CaseDetailDto> {
  return read<CaseDetailDto>(`/cases/${caseId}`, undefined, signal);
}

/** Reads a case before it is opened: a pointer over its row, the row below the one that is open. */
export function prefetchCase(caseId: string): void {
  queryClient
    .query({ queryKey: caseKey(caseId), queryFn: ({ signal }) => readCase(caseId, signal) })
    .catch(() => undefined);
}

/** Performs an act on a task or on a case. The screen shows what the server then says, never a guess. @throws Problem */
export async function performAct({
  caseId,
  path,
  body,
  key,
}: {
  readonly caseId: string;
  readonly path: string;
  readonly body: unknown;
  readonly key: string;
}): Promise<ActResultDto> {
  try {
    return await send<ActResultDto>({ path, body, key });
  } finally {
    refreshAfterAct(caseId);
  }
}

/** The read model is written before an act is answered: what is read now is what it left. */
export function refreshAfterAct(caseId: string): void {
  void queryClient.invalidateQueries({ queryKey: caseKey(caseId) });
  void queryClient.invalidateQueries({ queryKey: ['cases', 'list'] });
  void queryClient.invalidateQueries({ queryKey: ['tasks'] });
  void queryClient.invalidateQueries({ queryKey: ['letters'] });
}

export interface NoteToAdd {
  readonly text: string;
  /** Persons it is told to. */
  readonly mentions?: readonly string[];
}

export async function addNote(caseId: string, { text, mentions = [] }: NoteToAdd, key: string): Promise<CaseNoteDto> {
  const body: NewNoteDto = { body: text, ...(mentions.length === 0 ? {} : { mentions: [...mentions] }) };
  const note = await send<CaseNoteDto>({ path: `/cases/${caseId}/notes`, body, key });
  void queryClient.invalidateQueries({ queryKey: caseKey(caseId) });
  return note;
}

/** Files joined it by a call that is not one of these. */
export function refreshDocuments(caseId: string): void {
  void queryClient.invalidateQueries({ queryKey: caseKey(caseId) });
}
