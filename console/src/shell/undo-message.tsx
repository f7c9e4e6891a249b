import { Button } from '@mantine/core';
import type { ReactNode } from 'react';

interface UndoMessageProps {
  readonly text: string;
  readonly onUndo: () => void;
  /** While the focus is on it, it stays. */
  readonly onHold: (held: boolean) => void;
}

/** What was done, and the act that takes it back. */
export function UndoMessage({ text, onUndo, onHold }: UndoMessageProps): ReactNode {
  return (
    <div className="pv-undo">
      {text}
      <Button
        size="compact-sm"
        variant="default"
        onClick={onUndo}
        onFocus={() => {
          onHold(true);
        }}
        onBlur={() => {
          onHold(false);
        }}
        rightSection={<kbd className="pv-wide-only">Z</kbd>}
      >
        Annuler
      </Button>
    </div>
  );
}
