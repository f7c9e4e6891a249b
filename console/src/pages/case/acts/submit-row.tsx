import { Button } from '@mantine/core';
import type { ReactNode } from 'react';

interface SubmitRowProps {
  readonly label: string;
  readonly sending: boolean;
  readonly disabled?: boolean;
  readonly onSubmit: () => void;
  readonly children?: ReactNode;
}

/** The one button that does it; Ctrl+Enter is the same. */
export function SubmitRow({ label, sending, disabled = false, onSubmit, children }: SubmitRowProps): ReactNode {
  return (
    <div className="pv-form-actions">
      <Button
        loading={sending}
        disabled={disabled}
        onClick={onSubmit}
        data-submit
        rightSection={<kbd className="pv-wide-only">Ctrl Entrée</kbd>}
      >
        {label}
      </Button>
      {children}
    </div>
  );
}
