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

/** Keeps what is on the screen fresh: by server events, or by asking again where they do not pass. */
export function useServerEvents(): void {
  useEffect(() => {
    const source = new EventSource(addressOf('/events'));
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
    for (const name of ['message', 'case']) source.addEventListener(name, take);
    source.addEventListener('presence', ({ data }: MessageEvent<string>) => {
      void queryClient.invalidateQueries({ queryKey: ['presence', parse(data).caseId] });
    });
    const poll = setInterval(() => {
      if (source.readyState !== EventSource.OPEN && connection().kind === 'ok' && !document.hidden) refreshLists();
    }, POLL_EVERY);
    return () => {
      source.close();
      clearInterval(poll);
      clearTimeout(timer);
    };
  }, []);
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
