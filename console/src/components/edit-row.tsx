import { Button } from '@mantine/core';
import type { ReactNode } from 'react';

interface EditRowProps {
  /** What the row is about: read aloud with the act, since every row has it. */
  readonly name: string;
  readonly onEdit: () => void;
}

/** Opens what a row of a table shows. */
export function EditRow({ name, onEdit }: EditRowProps): ReactNode {
  return (
    <Button size="compact-sm" variant="default" aria-label={`Modifier ${name}`} onClick={onEdit}>
      Modifier
    </Button>
  );
}
