import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import type { CaseDocumentDto } from '../api/phone-uploads.js';
import { subscribeToUploads, takeArrived, uploadsOf, type Uploads } from './upload-store.js';

/** What is on its way to a field or to a case; `onArrived` is given each document once. */
export function useUploads(owner: string, onArrived: (documents: readonly CaseDocumentDto[]) => void): Uploads {
  const subscribe = useCallback((listener: () => void) => subscribeToUploads(owner, listener), [owner]);
  const uploads = useSyncExternalStore(subscribe, () => uploadsOf(owner));
  const latest = useRef(onArrived);
  useEffect(() => {
    latest.current = onArrived;
  });
  useEffect(() => {
    const arrived = takeArrived(owner);
    if (arrived.length > 0) latest.current(arrived);
  }, [owner, uploads]);
  return uploads;
}
