import { useCallback } from 'react';
import { useLocation, useNavigate, useSearchParams, type Location } from 'react-router';

const PARAM = 'apercu';
/** What stands over a view without being part of it: a row read, a call taken down, an act prepared. */
const OVER = [PARAM, 'nouvelle', 'acte', 'onglet', 'compte', 'corriger'];

/** Those of the address: a change made a moment ago stands there before any screen was drawn again with it. */
const paramsNow = (): URLSearchParams => new URLSearchParams(window.location.search);

export interface Peek {
  /** What is shown beside the list. */
  readonly id: string | undefined;
  readonly open: (id: string) => void;
  readonly close: () => void;
}

/** What is open beside a list is part of the address; the list itself never changes with it. */
export function usePeek(): Peek {
  const [params, setParams] = useSearchParams();
  const id = params.get(PARAM) ?? undefined;
  const change = useCallback(
    (next: string | undefined) => {
      setParams(
        () => {
          const changed = paramsNow();
          if (next === undefined) changed.delete(PARAM);
          else changed.set(PARAM, next);
          return changed;
        },
        // From one row to the next is not a new place to come back to.
        { preventScrollReset: true, replace: id !== undefined },
      );
    },
    [setParams, id],
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
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (value: string) => {
      setParams(
        () => {
          const changed = paramsNow();
          if (value === '' || value === fallback) changed.delete(name);
          else changed.set(name, value);
          changed.delete(PARAM);
          return changed;
        },
        { replace: true, preventScrollReset: true },
      );
    },
    [setParams, name, fallback],
  );
  return [params.get(name) ?? fallback, set];
}

/** What is open over a view, as a search parameter: it survives a reload, and a colleague can be sent to it. */
export function useOverParam(name: string): readonly [string | undefined, (value: string | undefined) => void] {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (value: string | undefined) => {
      setParams(
        () => {
          const changed = paramsNow();
          if (value === undefined) changed.delete(name);
          else changed.set(name, value);
          return changed;
        },
        { replace: true, preventScrollReset: true },
      );
    },
    [setParams, name],
  );
  return [params.get(name) ?? undefined, set];
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
