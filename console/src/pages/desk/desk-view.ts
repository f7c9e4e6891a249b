import { useEffect, useRef, useState } from 'react';

/** What the citizen reads on their own screen at the counter, while the agent writes. */
export interface DeskView {
  readonly facts: readonly (readonly [label: string, text: string])[];
  /** The date, in words. */
  readonly promise?: string | undefined;
  /** Once it is recorded. */
  readonly recorded?: { readonly caseNumber: string; readonly trackingCode: string };
}

type Said = { readonly kind: 'ask' } | { readonly kind: 'show'; readonly view: DeskView | undefined };

/** Between windows of one browser: nothing of it goes through the server. */
const CHANNEL = 'parvis.guichet';

/** Shows on the citizen's screen what this window has for them; it is blank again once this window has nothing, or is gone. */
export function useShowToCitizen(view: DeskView | undefined): void {
  const text = JSON.stringify(view ?? null);
  const latest = useRef(view);
  const channel = useRef<BroadcastChannel>(undefined);
  useEffect(() => {
    const opened = new BroadcastChannel(CHANNEL);
    const show = (shown: DeskView | undefined): void => {
      opened.postMessage({ kind: 'show', view: shown } satisfies Said);
    };
    const clear = (): void => {
      if (latest.current !== undefined) show(undefined);
    };
    opened.addEventListener('message', ({ data }: MessageEvent<Said>) => {
      if (data.kind === 'ask' && latest.current !== undefined) show(latest.current);
    });
    channel.current = opened;
    window.addEventListener('pagehide', clear);
    return () => {
      clear();
      window.removeEventListener('pagehide', clear);
      opened.close();
    };
  }, []);
  useEffect(() => {
    const next = (JSON.parse(text) as DeskView | null) ?? undefined;
    if (next === undefined && latest.current === undefined) return;
    latest.current = next;
    channel.current?.postMessage({ kind: 'show', view: next } satisfies Said);
  }, [text]);
}

/** What the agent's window shows, as it changes; undefined while there is nothing. */
export function useDeskView(): DeskView | undefined {
  const [view, setView] = useState<DeskView>();
  useEffect(() => {
    const opened = new BroadcastChannel(CHANNEL);
    opened.addEventListener('message', ({ data }: MessageEvent<Said>) => {
      if (data.kind === 'show') setView(data.view);
    });
    opened.postMessage({ kind: 'ask' } satisfies Said);
    return () => {
      opened.close();
    };
  }, []);
  return view;
}
