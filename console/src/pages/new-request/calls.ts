import { useMemo, useSyncExternalStore } from 'react';
import { useSearchParams } from 'react-router';
import { newKey } from '../../api/intention.js';
import { holds, useSession } from '../../api/session.js';
import { change, slotOf } from '../../drafts/draft-store.js';
import { startTypeAhead } from '../../shell/keyboard.js';
import { useChangeParams } from '../../shell/peek.js';
import { EMPTY_REQUEST } from './request-form.js';

/** A request being taken down; its content is the draft of that key. */
export interface Call {
  readonly key: string;
  /** Absent for a draft that was opened by its address: nobody is on the telephone. */
  readonly startedAt?: number;
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

const PARAM = 'nouvelle';
const listeners = new Set<() => void>();
/** By person: a machine of the front desk sees several in a day. */
const kept = new Map<string, readonly Call[]>();

/** The requests being taken down at once: one shown, in the address; the others keep waiting, through a reload too. */
export function useCalls(): Calls {
  const session = useSession();
  const [params] = useSearchParams();
  const changeParams = useChangeParams();
  const me = session.person.id;
  const open = useSyncExternalStore(subscribe, () => callsOf(me));
  const asked = params.get(PARAM);
  return useMemo(() => {
    const go = (key: string | undefined): void => {
      changeParams({ [PARAM]: key }, { replace: asked !== null });
    };
    const show = (key: string): void => {
      const calls = callsOf(me);
      if (!calls.some((call) => call.key === key)) keep(me, [...calls, { key, startedAt: Date.now() }]);
      go(key);
    };
    return {
      allowed: holds(session, ['ambassador', 'headOfCitizenRelations']),
      open,
      active: asked === null ? undefined : (open.find(({ key }) => key === asked) ?? { key: asked }),
      start: (words) => {
        startTypeAhead();
        const key = newKey();
        if (words !== undefined && words !== '') {
          const slot = slotOf({ kind: 'request', key }, EMPTY_REQUEST);
          change(slot, { ...EMPTY_REQUEST, words }, words);
        }
        keep(me, [...callsOf(me), { key, startedAt: Date.now() }]);
        go(key);
      },
      show,
      hide: () => {
        go(undefined);
      },
      close: (key) => {
        keep(
          me,
          callsOf(me).filter((call) => call.key !== key),
        );
        go(callsOf(me).at(-1)?.key);
      },
      forget: (key) => {
        keep(
          me,
          callsOf(me).filter((call) => call.key !== key),
        );
      },
    };
  }, [session, me, open, asked, changeParams]);
}

function keep(person: string, calls: readonly Call[]): void {
  kept.set(person, calls);
  localStorage.setItem(storeOf(person), JSON.stringify(calls));
  for (const listener of listeners) listener();
}

function callsOf(person: string): readonly Call[] {
  const known = kept.get(person) ?? read(person);
  kept.set(person, known);
  return known;
}

function read(person: string): readonly Call[] {
  try {
    return JSON.parse(localStorage.getItem(storeOf(person)) ?? '[]') as readonly Call[];
  } catch {
    return [];
  }
}

function storeOf(person: string): string {
  return `parvis.calls ${person}`;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

// Another tab of the same person took a call, or ended one.
window.addEventListener('storage', ({ key }) => {
  if (key?.startsWith('parvis.calls ') !== true) return;
  kept.delete(key.slice('parvis.calls '.length));
  for (const listener of listeners) listener();
});
