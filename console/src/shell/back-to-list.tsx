import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { useBack } from './peek.js';

/** Back to the list as it was left, or to `fallback` for whoever came by an address. */
export function BackToList({ fallback }: { readonly fallback: string }): ReactNode {
  const back = useBack(fallback);
  return (
    <p className="pv-no-print pv-back">
      <Anchor component="button" type="button" onClick={back}>
        ← Retour à la liste
      </Anchor>
    </p>
  );
}
