import { useMediaQuery } from '@mantine/hooks';

/** In units of the drawing, which is as wide as its card: a telephone gets fewer of them, so that words stay readable. */
export interface PlotSize {
  readonly width: number;
  /** Left of the bars; none where the name of a row stands above its bar. */
  readonly label: number;
  readonly row: number;
  /** From the top of a row to its bar. */
  readonly bar: number;
}

const WIDE: PlotSize = { width: 760, label: 220, row: 30, bar: 5 };
const NARROW: PlotSize = { width: 300, label: 0, row: 46, bar: 20 };

export function usePlotSize(): PlotSize {
  const isNarrow = useMediaQuery('(max-width: 700px)', undefined, { getInitialValueInEffect: false });
  return isNarrow ? NARROW : WIDE;
}
