import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { typeset } from '../../text/format.js';

/** Nothing to do: it is normal, and here is the next useful thing. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }): ReactNode {
  return (
    <div className="pv-empty">
      <p className="pv-empty-title">{typeset(title)}</p>
      {children}
    </div>
  );
}

/** Nothing under these filters; one click takes them away. `what`: « Aucune demande ». */
export function EmptyFilter({
  what,
  filters,
  onClear,
}: {
  readonly what: string;
  readonly filters: readonly string[];
  readonly onClear: () => void;
}): ReactNode {
  return (
    <div className="pv-empty">
      <p className="pv-empty-title">{typeset(`${what} pour « ${filters.join(', ')} ».`)}</p>
      <Button variant="default" onClick={onClear}>
        Effacer les filtres
      </Button>
    </div>
  );
}
