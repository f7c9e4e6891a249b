import { useMemo, useSyncExternalStore } from 'react';
import { useSearchParams } from 'react-router';
import { newKey } from '../../api/intention.js';
import { holds, useSession } from '../../api/session.js';
import { change, slotOf } from '../../drafts/draft-store.js';
import { startTypeAhead } from '../../shell/keyboard.js';
import { EMPTY_REQUEST } from './request-form.js';

/** A request being taken down; its content is the draft of that key. */
export interface Call {
  readonly key: string;
  readonly startedAt: number;
}

export interface Calls {
  readonly allowed: boolean;
  readonly open: readonly Call[];
  readonly active: Call | undefined;
  /** `words`: what was already typed in the palette. */
  readonly start: (words?: string) => void;
  readonly show: (key: string) => void;
  /** Puts the panel away; every draft stays. */
  readonly hide: () => void;
  /** Takes one off the panel, and shows the one before it. */
  readonly close: (key: string) => void;
  /** Takes one off without showing another. */
  readonly forget: (key: string) => void;
}

const STORE = 'parvis.calls';
const PARAM = 'nouvelle';
const listeners = new Set<() => void>();
let kept = read();

/** The requests being taken down at once: one shown, in the address; the others keep waiting, through a reload too. */
export function useCalls(): Calls {
  const session = useSession();
  const [params, setParams] = useSearchParams();
  const open = useSyncExternalStore(subscribe, () => kept);
  const asked = params.get(PARAM);
  return useMemo(() => {
    const go = (key: string | undefined): void => {
      setParams(
        (old) => {
          const next = new URLSearchParams(old);
          if (key === undefined) next.delete(PARAM);
          else next.set(PARAM, key);
          return next;
        },
        { preventScrollReset: true, replace: asked !== null },
      );
    };
    const show = (key: string): void => {
      if (!kept.some((call) => call.key === key)) keep([...kept, { key, startedAt: Date.now() }]);
      go(key);
    };
    return {
      allowed: holds(session, ['ambassador', 'headOfCitizenRelations']),
      open,
      active:
        asked === null ? undefined : (open.find(({ key }) => key === asked) ?? { key: asked, startedAt: Date.now() }),
      start: (words) => {
        startTypeAhead();
        const key = newKey();
        if (words !== undefined && words !== '') {
          const slot = slotOf({ kind: 'request', key }, EMPTY_REQUEST);
          change(slot, { ...EMPTY_REQUEST, words }, words);
        }
        keep([...kept, { key, startedAt: Date.now() }]);
        go(key);
      },
      show,
      hide: () => {
        go(undefined);
      },
      close: (key) => {
        keep(kept.filter((call) => call.key !== key));
        go(kept.at(-1)?.key);
      },
      forget: (key) => {
        keep(kept.filter((call) => call.key !== key));
      },
    };
  }, [session, open, asked, setParams]);
}

function keep(calls: readonly Call[]): void {
  kept = calls;
  localStorage.setItem(STORE, JSON.stringify(calls));
  for (const listener of listeners) listener();
}

function read(): readonly Call[] {
  try {
    return JSON.parse(localStorage.getItem(STORE) ?? '[]') as readonly Call[];
  } catch {
    return [];
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
