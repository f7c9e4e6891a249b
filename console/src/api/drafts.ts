import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, read } from './client.js';
import type { DraftDto, NewDraftDto } from './schema/types.generated.js';

export type { DraftDto } from './schema/types.generated.js';
export type DraftKind = NewDraftDto['kind'];

interface Drafts {
  readonly items: readonly DraftDto[];
}

export function listDrafts(query: {
  readonly kind?: DraftKind;
  readonly caseId?: string | undefined;
  readonly limit?: number;
}): Promise<Drafts> {
  return read<Drafts>('/drafts', query);
}

/** Everything typed and not sent, by whoever may go on writing it. */
export function useDrafts(): UseQueryResult<Drafts> {
  return useQuery({ queryKey: ['drafts'], queryFn: () => listDrafts({ limit: 200 }) });
}

export async function addDraft(body: NewDraftDto, key: string): Promise<DraftDto> {
  return (await call<DraftDto>({ method: 'POST', path: '/drafts', body, key })).data;
}

/** @throws Problem 412 with the stored draft as `current`, when it was written elsewhere */
export async function writeDraft(
  id: string,
  version: number,
  body: { readonly title: string; readonly body: Record<string, unknown> },
): Promise<DraftDto> {
  return (await call<DraftDto>({ method: 'PUT', path: `/drafts/${id}`, version, body })).data;
}

export async function removeDraft(id: string, version: number): Promise<void> {
  await call({ method: 'DELETE', path: `/drafts/${id}`, version });
}

/** Hands a draft to people or teams; they may go on writing it. */
export async function shareDraft(id: string, version: number, sharedWith: readonly string[]): Promise<DraftDto> {
  return (await call<DraftDto>({ method: 'PUT', path: `/drafts/${id}/sharing`, version, body: { sharedWith } })).data;
}
