import { useCallback } from 'react';
import { useLocation, useNavigate, useSearchParams, type Location, type NavigateOptions } from 'react-router';

const PARAM = 'apercu';
/** The form that was asked for, by the key of its draft. */
export const FORM = 'saisie';
/** What stands over a view without being part of it: a row read, a call taken down, an act prepared. */
const OVER = [PARAM, 'nouvelle', 'acte', 'onglet', 'compte', 'rue', 'corriger', 'modifier', 'ouvert', FORM];

/** Parameters by name, with their new value; without one, they go. */
type ParamChanges = Readonly<Record<string, string | undefined>>;

/**
 * Changes parameters of the address as it stands now: a change made a moment ago is there before any screen was drawn again
 * with it, and what a component read last would lose it.
 */
export function useChangeParams(): (changes: ParamChanges, how: NavigateOptions) => void {
  const [, setParams] = useSearchParams();
  return useCallback(
    (changes, how) => {
      const params = new URLSearchParams(window.location.search);
      for (const [name, value] of Object.entries(changes)) {
        if (value === undefined) params.delete(name);
        else params.set(name, value);
      }
      setParams(params, { preventScrollReset: true, ...how });
    },
    [setParams],
  );
}

export interface Peek {
  /** What is shown beside the list. */
  readonly id: string | undefined;
  readonly open: (id: string) => void;
  readonly close: () => void;
}

/** What is open beside a list is part of the address; the list itself never changes with it. */
export function usePeek(): Peek {
  const [params] = useSearchParams();
  const changeParams = useChangeParams();
  const id = params.get(PARAM) ?? undefined;
  const change = useCallback(
    (next: string | undefined) => {
      // From one row to the next is not a new place to come back to.
      changeParams({ [PARAM]: next }, { replace: id !== undefined });
    },
    [changeParams, id],
  );
  return {
    id,
    open: change,
    close: () => {
      change(undefined);
    },
  };
}

/** The address of a view without what is open over it: scroll and focus are kept under it. */
export function viewKey({ pathname, search }: Pick<Location, 'pathname' | 'search'>): string {
  return `${pathname}?${viewQuery(search)}`;
}

/** The filters of an address, without what is open over the list. */
export function viewQuery(search: string): string {
  const params = new URLSearchParams(search);
  for (const name of OVER) params.delete(name);
  return params.toString();
}

/** One search parameter as state, without leaving the view. */
export function useViewParam(name: string, fallback = ''): readonly [string, (value: string) => void] {
  const [params] = useSearchParams();
  const changeParams = useChangeParams();
  const set = useCallback(
    (value: string) => {
      changeParams(
        { [name]: value === '' || value === fallback ? undefined : value, [PARAM]: undefined },
        { replace: true },
      );
    },
    [changeParams, name, fallback],
  );
  return [params.get(name) ?? fallback, set];
}

/** What is open over a view, as a search parameter: it survives a reload, and a colleague can be sent to it. */
export function useOverParam(name: string): readonly [string | undefined, (value: string | undefined) => void] {
  const [params] = useSearchParams();
  const changeParams = useChangeParams();
  const set = useCallback(
    (value: string | undefined) => {
      changeParams({ [name]: value }, { replace: true });
    },
    [changeParams, name],
  );
  return [params.get(name) ?? undefined, set];
}

/**
 * Whether a form is open, by the key of its draft: what was being written is before the person again after a reload, a session
 * that ended, a step back and forward, and from the list of drafts.
 */
export function useOpenForm(key: string): readonly [boolean, (open: boolean) => void] {
  const [asked, setAsked] = useOverParam(FORM);
  const open = asked === key;
  const set = useCallback(
    (next: boolean) => {
      if (next || open) setAsked(next ? key : undefined);
    },
    [setAsked, key, open],
  );
  return [open, set];
}

/** A screen at which that form is open. */
export function withOpenForm(address: string, key: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}${FORM}=${encodeURIComponent(key)}`;
}

/** Goes back to the list one came from, or to `fallback` when the page was opened directly. */
export function useBack(fallback: string): () => void {
  const navigate = useNavigate();
  const { key } = useLocation();
  return () => {
    if (key === 'default') void navigate(fallback);
    else void navigate(-1);
  };
}
