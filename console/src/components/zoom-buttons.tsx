import { Button } from '@mantine/core';
import type { ReactNode } from 'react';

export interface ZoomButtonsProps {
  /** From 0, the smallest. */
  readonly step: number;
  readonly last: number;
  readonly onStep: (step: number) => void;
}

/** Smaller, larger: of a page or of a photograph. */
export function ZoomButtons({ step, last, onStep }: ZoomButtonsProps): ReactNode {
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        disabled={step === 0}
        onClick={() => {
          onStep(step - 1);
        }}
      >
        Réduire
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        disabled={step === last}
        onClick={() => {
          onStep(step + 1);
        }}
      >
        Agrandir
      </Button>
    </>
  );
}
