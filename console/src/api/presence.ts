import { useSyncExternalStore } from 'react';
import { useQuery } from '@tanstack/react-query';
import { call } from './client.js';
import type { PresenceDto } from './schema/types.generated.js';

export type { PresenceDto } from './schema/types.generated.js';

/** The server forgets a person after 45 seconds without a word. */
const SAY_EVERY = 20_000;
/** Somebody who stopped typing that long ago only reads. */
const WRITING_FOR = 30_000;

const writing = new Map<string, number>();
const listeners = new Set<() => void>();

/** To call at each key typed for this case: colleagues who open it see that somebody writes. */
export function noteWriting(caseId: string): void {
  const wasWriting = isWriting(caseId);
  writing.set(caseId, Date.now());
  if (!wasWriting) for (const listener of listeners) listener();
}

/** Who else is on the page of this case; says by the same call that one is there oneself. */
export function usePresence(caseId: string): readonly PresenceDto[] {
  const state = useSyncExternalStore(subscribe, () => (isWriting(caseId) ? 'writing' : 'reading'));
  const { data } = useQuery({
    queryKey: ['presence', caseId, state],
    queryFn: async () => {
      const body = { state: isWriting(caseId) ? 'writing' : 'reading' };
      return (await call<readonly PresenceDto[]>({ method: 'POST', path: `/cases/${caseId}/presence`, body })).data;
    },
    refetchInterval: SAY_EVERY,
    placeholderData: (before) => before,
    retry: false,
    gcTime: 0,
  });
  return data ?? [];
}

function isWriting(caseId: string): boolean {
  return Date.now() - (writing.get(caseId) ?? 0) < WRITING_FOR;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
