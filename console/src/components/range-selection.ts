import { useRef } from 'react';

export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
}

export interface RangeSelection {
  /** From the row the range began at to this one; a row that the range leaves is selected no more. */
  readonly extend: (from: number, to: number) => void;
  /** One box ticked; with Shift, all from the last one ticked take its state. */
  readonly check: (at: number, withShift: boolean) => void;
}

/** Several rows of a list selected in one go, by Shift and the arrows or by Shift and a click. */
export function useRangeSelection(ids: readonly string[], selection: Selection | undefined): RangeSelection {
  const range = useRef<{ readonly from: number; readonly to: number }>(undefined);
  const lastChecked = useRef<number>(undefined);
  const put = (at: number, selected: boolean): void => {
    const id = ids[at];
    if (id !== undefined && selection?.ids.has(id) !== selected) selection?.toggle(id);
  };
  return {
    extend: (from, to) => {
      // Whoever went elsewhere meanwhile begins another range.
      const known = range.current?.to === from ? range.current : { from, to: from };
      range.current = { from: known.from, to };
      const kept = between(known.from, to);
      for (const at of kept) put(at, true);
      for (const at of between(known.from, known.to)) if (!kept.includes(at)) put(at, false);
    },
    check: (at, withShift) => {
      const id = ids[at];
      if (id === undefined) return;
      const selected = selection?.ids.has(id) !== true;
      const others = withShift && lastChecked.current !== undefined ? between(lastChecked.current, at) : [at];
      for (const one of others) put(one, selected);
      lastChecked.current = at;
    },
  };
}

function between(one: number, other: number): readonly number[] {
  const first = Math.min(one, other);
  return Array.from({ length: Math.abs(one - other) + 1 }, (_, index) => first + index);
}
