import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { addressOf, call, callForPdf, read, send } from './client.js';
import { queryClient } from './query-client.js';
import type {
  ExpectedLetterDto,
  LetterChangesDto,
  ParapheurItemDto,
  SignBatchResultDto,
  SignedItemDto,
} from './schema/types.generated.js';

export type { LetterChangesDto, ParapheurItemDto, SignedItemDto } from './schema/types.generated.js';

export interface Parapheur {
  readonly items: readonly ParapheurItemDto[];
}

const KEY = ['tasks', 'parapheur'] as const;

/** Everything that waits for the reader's eyes, the most urgent first. */
export function useParapheur(): UseQueryResult<Parapheur> {
  return useQuery({ queryKey: KEY, queryFn: ({ signal }) => read<Parapheur>('/parapheur', undefined, signal) });
}

/** When something should come into an empty one. */
export function useExpectedLetter(): UseQueryResult<ExpectedLetterDto> {
  return useQuery({
    queryKey: [...KEY, 'expected'],
    queryFn: ({ signal }) => read<ExpectedLetterDto>('/parapheur/expected', undefined, signal),
  });
}

/** What changed since the reader last had the letter before their eyes. */
export function useLetterChanges(taskId: string, letterHash: string): UseQueryResult<LetterChangesDto> {
  return useQuery({
    queryKey: ['letter-changes', taskId, letterHash],
    queryFn: ({ signal }) =>
      read<LetterChangesDto>(`/parapheur/${encodeURIComponent(taskId)}/changes`, undefined, signal),
    staleTime: Infinity,
  });
}

/** Says that the letter was shown: without it nobody signs. */
export async function noteOpened(caseId: string, letterId: string): Promise<void> {
  await call({ method: 'POST', path: `/letters/${caseId}/${letterId}/opened` });
  queryClient.setQueryData<Parapheur>(KEY, (old) =>
    old === undefined
      ? old
      : {
          ...old,
          items: old.items.map((item) =>
            item.letterId === letterId ? { ...item, opened: true, changed: false } : item,
          ),
        },
  );
}

export function letterAddress(caseId: string, letterId: string): string {
  return addressOf(`/letters/${caseId}/${letterId}`);
}

/** The letter exactly as it would leave with that text. @throws Problem */
export function previewLetter(caseId: string, body: unknown, signal?: AbortSignal): Promise<Uint8Array> {
  const path = `/cases/${caseId}/letter-preview`;
  return callForPdf({ method: 'POST', path, body, ...(signal === undefined ? {} : { signal }) });
}

export interface LetterToSign {
  readonly taskId: string;
  readonly letterHash: string;
}

/** Some letters at a time under one key, so that the screen can say how far it is. */
const AT_ONCE = 5;

/** Signs a lot; a letter that cannot be signed stops none of the others. @throws Problem where nothing could be asked */
export async function signLot(
  letters: readonly LetterToSign[],
  lotKey: string,
  onProgress: (done: readonly SignedItemDto[]) => void,
): Promise<readonly SignedItemDto[]> {
  let done: readonly SignedItemDto[] = [];
  try {
    for (let from = 0; from < letters.length; from += AT_ONCE) {
      const items = letters.slice(from, from + AT_ONCE).map(({ taskId, letterHash }) => ({ taskId, letterHash }));
      const result = await send<SignBatchResultDto>({ path: '/tasks/sign-batch', body: { items }, key: lotKey });
      done = [...done, ...result.items];
      onProgress(done);
    }
    return done;
  } finally {
    void queryClient.invalidateQueries({ queryKey: ['tasks'] });
    void queryClient.invalidateQueries({ queryKey: ['cases'] });
  }
}
