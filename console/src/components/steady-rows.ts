import { useState } from 'react';

export interface SteadyRows<T> {
  readonly rows: readonly T[];
  /** How many came that are not shown yet. */
  readonly fresh: number;
  readonly showFresh: () => void;
}

/**
 * A list that does not move under the cursor: rows keep their place, those that are done go, those that come wait behind
 * « 3 nouvelles demandes — afficher ». Another `view`, or nothing shown yet, takes the list as it is.
 */
export function useSteadyRows<T>(
  given: readonly T[] | undefined,
  idOf: (row: T) => string,
  view: string,
): SteadyRows<T> {
  const [shown, setShown] = useState<{ readonly view: string; readonly ids: readonly string[] }>();
  const rows = given ?? [];
  const byId = new Map(rows.map((row) => [idOf(row), row]));
  const all = [...byId.keys()];
  const same = shown?.view === view && shown.ids.some((id) => byId.has(id));
  // A longer page asked for by the reader is no surprise: what follows the last row shown is added.
  const last = same ? shown.ids.findLast((id) => byId.has(id)) : undefined;
  const after = last === undefined ? [] : all.slice(all.indexOf(last) + 1);
  const ids = same
    ? [...shown.ids.filter((id) => byId.has(id)), ...after.filter((id) => !shown.ids.includes(id))]
    : all;
  if (given !== undefined && (!same || ids.join() !== shown.ids.join())) setShown({ view, ids });
  return {
    rows: ids.flatMap((id) => byId.get(id) ?? []),
    fresh: all.length - ids.length,
    showFresh: () => {
      setShown({ view, ids: all });
    },
  };
}
