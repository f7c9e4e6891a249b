import { Button } from '@mantine/core';
import type { ReactNode } from 'react';

const QUARTERS = 4;

export interface TurnButtonProps {
  /** Quarters of a turn, from 0 to 3. */
  readonly turns: number;
  readonly onTurn: (turns: number) => void;
}

/** A quarter of a turn to the right: of a page or of a photograph. */
export function TurnButton({ turns, onTurn }: TurnButtonProps): ReactNode {
  return (
    <Button
      size="compact-sm"
      variant="default"
      onClick={() => {
        onTurn((turns + 1) % QUARTERS);
      }}
    >
      Tourner
    </Button>
  );
}
