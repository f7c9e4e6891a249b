import { useSyncExternalStore } from 'react';

/** How the console stands with the server. */
export type Connection =
  | { readonly kind: 'ok' }
  | { readonly kind: 'offline' }
  /** Being tried again; `at` is when (milliseconds). */
  | { readonly kind: 'retrying'; readonly at: number; readonly reference?: string }
  /** The session is over: what is typed stays, the person signs in again. */
  | { readonly kind: 'signedOut' };

let current: Connection = { kind: navigator.onLine ? 'ok' : 'offline' };
const listeners = new Set<() => void>();

/** Without a network, neither an answer that was on its way nor a call that fails says anything of the server. */
export function setConnection(given: Connection): void {
  const next: Connection = navigator.onLine || given.kind === 'signedOut' ? given : { kind: 'offline' };
  if (next.kind === current.kind && next.kind !== 'retrying') return;
  current = next;
  for (const listener of listeners) listener();
}

export function connection(): Connection {
  return current;
}

export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, connection);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

window.addEventListener('offline', () => {
  setConnection({ kind: 'offline' });
});
window.addEventListener('online', () => {
  setConnection({ kind: 'ok' });
});
