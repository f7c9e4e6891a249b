import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { caseKey, refreshAfterAct, type CaseDetailDto } from './cases.js';
import { call, read, send } from './client.js';
import { queryClient } from './query-client.js';
import type {
  AnsweredLinkedDto,
  AnswerLinkedDto,
  CaseLinkDto,
  DuplicateClustersDto,
  NewLinkDto,
  PossibleDuplicateDto,
} from './schema/types.generated.js';

export type {
  AnsweredCaseDto,
  AnsweredLinkedDto,
  CaseLinkDto,
  DuplicateClusterDto,
  OtherCaseDto,
  PossibleDuplicateDto,
} from './schema/types.generated.js';

/** The links as they are now: they change without any act on the case, so they never wait for the reader to refresh it. */
export function useLinks({ caseId, links }: Pick<CaseDetailDto, 'caseId' | 'links'>): readonly CaseLinkDto[] {
  const { data } = useQuery({
    queryKey: [...caseKey(caseId), 'links'],
    queryFn: ({ signal }) => read<readonly CaseLinkDto[]>(`/cases/${caseId}/links`, undefined, signal),
    placeholderData: links,
  });
  return data ?? links;
}

/** Cases that may be the same report. */
export function useDuplicates(caseId: string): UseQueryResult<readonly PossibleDuplicateDto[]> {
  return useQuery({
    queryKey: [...caseKey(caseId), 'duplicates'],
    queryFn: ({ signal }) => read<readonly PossibleDuplicateDto[]>(`/cases/${caseId}/duplicates`, undefined, signal),
  });
}

const CLUSTERS = ['duplicate-clusters'];

/** Clusters of open cases that may be one. */
export function useDuplicateClusters(): UseQueryResult<DuplicateClustersDto> {
  return useQuery({
    queryKey: CLUSTERS,
    queryFn: ({ signal }) => read<DuplicateClustersDto>('/duplicate-clusters', undefined, signal),
  });
}

/** « Ce n’est pas un doublon », or no longer so. @throws Problem */
export async function tellApart(caseId: string, otherId: string, method: 'PUT' | 'DELETE'): Promise<void> {
  await call({ method, path: `/cases/${caseId}/distinct-from/${otherId}` });
  await refreshLinks(caseId, otherId);
}

/** @throws Problem */
export async function linkCases(caseId: string, body: NewLinkDto, key: string): Promise<CaseLinkDto> {
  const link = await send<CaseLinkDto>({ path: `/cases/${caseId}/links`, body, key });
  await refreshLinks(caseId, body.other);
  return link;
}

/** @throws Problem */
export async function unlinkCases(caseId: string, link: CaseLinkDto): Promise<void> {
  await call({ method: 'DELETE', path: `/cases/${caseId}/links/${link.id}` });
  await refreshLinks(caseId, link.other.caseId);
}

/** One answer to several cases; what could not be done is told case by case. @throws Problem */
export async function answerLinked(caseId: string, body: AnswerLinkedDto, key: string): Promise<AnsweredLinkedDto> {
  try {
    return await send<AnsweredLinkedDto>({ path: `/cases/${caseId}/answer-linked`, body, key });
  } finally {
    for (const id of [caseId, ...body.caseIds]) refreshAfterAct(id);
  }
}

async function refreshLinks(...caseIds: readonly string[]): Promise<void> {
  const keys = [...caseIds.map(caseKey), CLUSTERS];
  await Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}
