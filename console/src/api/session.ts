import { useSuspenseQuery } from '@tanstack/react-query';
import type { Role } from '../../../domain/people/role.js';
import { read, readTokenWith, setCsrfToken } from './client.js';
import { queryClient } from './query-client.js';
import type { SessionView } from './schema/types.generated.js';

export type { SessionView } from './schema/types.generated.js';

export const sessionQuery = {
  queryKey: ['session'],
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<SessionView> => {
    const before = signedInAs();
    const session = await read<SessionView>('/session', undefined, signal);
    // Somebody else signed in on this machine: nothing of what stands here is theirs.
    if (before !== '' && session.person.id !== before) window.location.reload();
    setCsrfToken(session.csrfToken);
    return session;
  },
  staleTime: 60_000,
  refetchInterval: 5 * 60_000,
} as const;

readTokenWith(() => queryClient.query({ ...sessionQuery, staleTime: 0 }));

/** Who is signed in; only inside the shell, which waits for it. */
export function useSession(): SessionView {
  return useSuspenseQuery(sessionQuery).data;
}

/** The person whose session this tab read last; before it is read, nobody. */
export function signedInAs(): string {
  return queryClient.getQueryData<SessionView>(sessionQuery.queryKey)?.person.id ?? '';
}

/** Whether the person holds one of these roles, anywhere. */
export function useHolds(...roles: readonly Role[]): boolean {
  return holds(useSession(), roles);
}

export function holds(session: SessionView, roles: readonly Role[]): boolean {
  return session.roles.some(({ role }) => (roles as readonly string[]).includes(role));
}

/** Signs in and comes back to this very address. */
export function signIn(): void {
  window.location.assign(`/auth/login?returnTo=${encodeURIComponent(here())}`);
}

/** Authenticates again, for a signature or to stay signed in. */
export function authenticateAgain(): void {
  window.location.assign(`/auth/reauthenticate?returnTo=${encodeURIComponent(here())}`);
}

function here(): string {
  const { pathname, search } = window.location;
  return `${pathname}${search}`;
}
