import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { change, discard, flush, once, slotOf, type DraftSpec, type DraftStatus } from './draft-store.js';

export interface Draft<T> {
  readonly value: T;
  readonly status: DraftStatus;
  readonly savedAt: string | undefined;
  /** Changes what is typed; `title` is what the list of drafts shows. */
  readonly set: (value: T, title?: string) => void;
  /** On blur, and before submitting. */
  readonly flush: () => Promise<void>;
  /** Sends under the one key of that content from this draft: done once, also after a reload and in two tabs. */
  readonly once: <R>(content: unknown, work: (key: string) => Promise<R>) => Promise<R>;
  /** Sent, or given up. */
  readonly discard: () => Promise<void>;
}

/**
 * What a person types, kept: on this machine at once, on the server every two seconds and on blur, and back after a
 * reload, on this or another machine. `initial` must not change between renders.
 */
export function useDraft<T>({ kind, key, caseId, taskId }: DraftSpec, initial: T): Draft<T> {
  const slot = useMemo(() => slotOf({ kind, key, caseId, taskId }, initial), [kind, key, caseId, taskId, initial]);
  const subscribe = useCallback(
    (listener: () => void) => {
      slot.listeners.add(listener);
      return () => slot.listeners.delete(listener);
    },
    [slot],
  );
  const state = useSyncExternalStore(subscribe, () => slot.state);
  useEffect(
    () => () => {
      void flush(slot);
    },
    [slot],
  );
  return useMemo(
    () => ({
      value: state.value as T,
      status: state.status,
      savedAt: state.savedAt,
      set: (value, title) => {
        change(slot, value, title);
      },
      flush: () => flush(slot),
      once: (content, work) => once(slot, content, work),
      discard: () => discard(slot, initial),
    }),
    [state, slot, initial],
  );
}
