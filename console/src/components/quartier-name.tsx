import type { ReactNode } from 'react';
import { useQuartiers } from '../api/places.js';

/** The name of a neighbourhood. */
export function QuartierName({ id }: { readonly id: string | undefined }): ReactNode {
  const { data } = useQuartiers();
  if (id === undefined) return '—';
  return data?.items.find((quartier) => quartier.id === id)?.name ?? id;
}
