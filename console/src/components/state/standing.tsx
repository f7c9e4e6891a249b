import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { count, typeset } from '../../text/format.js';
import { Notice } from './notice.js';

/** Something changed while it was being read: said, never done behind one's back. */
export function Stale({ text, onRefresh }: { readonly text: string; readonly onRefresh: () => void }): ReactNode {
  return (
    <Notice
      tone="info"
      role="status"
      title={typeset(text)}
      actions={
        <Button size="xs" variant="default" onClick={onRefresh}>
          Actualiser
        </Button>
      }
    />
  );
}

/** Nothing can be changed here, and why. */
export function ReadOnly({ why }: { readonly why: string }): ReactNode {
  return <Notice tone="info" role="status" title={typeset(`${why} — lecture seule`)} />;
}

export interface BatchState {
  readonly done: number;
  readonly total: number;
  readonly failed: number;
}

/** A long lot: figures while it runs, leaving the page is allowed. */
export function Batch({ done, total, failed }: BatchState): ReactNode {
  const failures = failed === 0 ? '' : `, ${count(failed, 'échec')}`;
  const words = typeset(`${String(done)} / ${count(total, 'traitée')}${failures}`);
  return (
    <div role="status">
      <p>{words}</p>
      <progress className="pv-progress" max={total} value={done} aria-label={words} />
    </div>
  );
}
