import type { ReactNode } from 'react';
import { useOpenForm } from '../shell/peek.js';

interface FoldedFormProps {
  /** Of its draft. */
  readonly draftKey: string;
  readonly summary: string;
  /** Drawn once it is unfolded; `close` folds it again once what it holds is recorded. */
  readonly children: (close: () => void) => ReactNode;
}

/** A form of now and then, folded away; unfolded, it is part of the address and is there again after a reload. */
export function FoldedForm({ draftKey, summary, children }: FoldedFormProps): ReactNode {
  const [open, setOpen] = useOpenForm(draftKey);
  return (
    <details
      className="pv-no-print"
      open={open}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>{summary}</summary>
      {open
        ? children(() => {
            setOpen(false);
          })
        : null}
    </details>
  );
}
