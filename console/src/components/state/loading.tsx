import type { ReactNode } from 'react';
import { Delayed } from './delayed.js';

/** A skeleton of the height that will come. `what`: « des demandes ». */
export function Loading({ what, rows = 6 }: { readonly what: string; readonly rows?: number }): ReactNode {
  return (
    <div className="pv-loading" aria-busy="true">
      <Delayed>
        <p role="status" className="pv-hidden">{`Chargement ${what}…`}</p>
        {Array.from({ length: rows }, (_, row) => (
          <div key={row} className="pv-skeleton" aria-hidden="true" />
        ))}
      </Delayed>
    </div>
  );
}
