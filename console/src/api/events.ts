import { useEffect } from 'react';
import { addressOf } from './client.js';
import { connection } from './connection.js';
import { queryClient } from './query-client.js';

/** What the server says changed: ids only, never a content. */
interface ServerEvent {
  readonly caseId?: string;
  readonly revision?: number;
}

/** Without server events, lists are asked again this often. */
const POLL_EVERY = 20_000;
/** Many changes at once are one refresh. */
const GATHER = 400;

/**
 * Keeps what is on the screen fresh: by server events, or by asking again where they do not pass. A tab that nobody looks at
 * does not listen: a browser speaks to one server over six connections at most, and the seventh tab would wait for ever.
 */
export function useServerEvents(): void {
  useEffect(() => {
    let source: EventSource | undefined;
    const changed = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = (): void => {
      timer = undefined;
      for (const id of changed) void queryClient.invalidateQueries({ queryKey: ['cases', 'one', id] });
      changed.clear();
      refreshLists();
    };
    const take = (message: MessageEvent<string>): void => {
      const { caseId } = parse(message.data);
      if (caseId !== undefined) changed.add(caseId);
      timer ??= setTimeout(flush, GATHER);
    };
    const look = (): void => {
      if (document.hidden) {
        source?.close();
        source = undefined;
      } else source ??= listen(take);
    };
    const lookAgain = (): void => {
      look();
      // What happened meanwhile was told to nobody here.
      if (!document.hidden) {
        void queryClient.invalidateQueries({ queryKey: ['cases', 'one'] });
        refreshLists();
      }
    };
    look();
    document.addEventListener('visibilitychange', lookAgain);
    const poll = setInterval(() => {
      if (source?.readyState !== EventSource.OPEN && connection().kind === 'ok' && !document.hidden) refreshLists();
    }, POLL_EVERY);
    return () => {
      document.removeEventListener('visibilitychange', lookAgain);
      source?.close();
      clearInterval(poll);
      clearTimeout(timer);
    };
  }, []);
}

function listen(take: (message: MessageEvent<string>) => void): EventSource {
  const source = new EventSource(addressOf('/events'));
  for (const name of ['message', 'case']) source.addEventListener(name, take);
  source.addEventListener('presence', ({ data }: MessageEvent<string>) => {
    void queryClient.invalidateQueries({ queryKey: ['presence', parse(data).caseId] });
  });
  return source;
}

function refreshLists(): void {
  void queryClient.invalidateQueries({ queryKey: ['tasks'] });
  void queryClient.invalidateQueries({ queryKey: ['cases', 'list'] });
}

function parse(data: string): ServerEvent {
  try {
    return JSON.parse(data) as ServerEvent;
  } catch {
    return {};
  }
}
