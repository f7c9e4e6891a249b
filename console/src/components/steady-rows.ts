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
  const kept = shown?.view === view ? shown.ids.filter((id) => byId.has(id)) : [];
  const ids = kept.length > 0 ? withWhatFollows(kept, all) : all;
  // Compared by what it holds: an empty list has no row in common with itself, and setting it again would never end.
  const settled = shown?.view === view && ids.join() === shown.ids.join();
  if (given !== undefined && !settled) setShown({ view, ids });
  return {
    rows: ids.flatMap((id) => byId.get(id) ?? []),
    fresh: all.length - ids.length,
    showFresh: () => {
      setShown({ view, ids: all });
    },
  };
}

/** A longer page asked for by the reader is no surprise: what follows the last row shown is added. */
function withWhatFollows(kept: readonly string[], all: readonly string[]): readonly string[] {
  const following = all.slice(all.indexOf(kept.at(-1) ?? '') + 1);
  return [...kept, ...following.filter((id) => !kept.includes(id))];
}
