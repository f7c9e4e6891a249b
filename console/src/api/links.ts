import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { caseKey, refreshAfterAct } from './cases.js';
import { call, read, send } from './client.js';
import { queryClient } from './query-client.js';
import type {
  AnsweredLinkedDto,
  AnswerLinkedDto,
  CaseLinkDto,
  NewLinkDto,
  PossibleDuplicateDto,
} from './schema/types.generated.js';

export type {
  AnsweredCaseDto,
  AnsweredLinkedDto,
  CaseLinkDto,
  OtherCaseDto,
  PossibleDuplicateDto,
} from './schema/types.generated.js';

/** Cases that may be the same report. */
export function useDuplicates(caseId: string): UseQueryResult<readonly PossibleDuplicateDto[]> {
  return useQuery({
    queryKey: [...caseKey(caseId), 'duplicates'],
    queryFn: ({ signal }) => read<readonly PossibleDuplicateDto[]>(`/cases/${caseId}/duplicates`, undefined, signal),
  });
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
  await Promise.all(caseIds.map((id) => queryClient.invalidateQueries({ queryKey: caseKey(id) })));
}
