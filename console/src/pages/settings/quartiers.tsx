import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { read } from '../../api/client.js';
import type { PlacesQuartiersResponse } from '../../api/schema/types.generated.js';
import { count, typeset } from '../../text/format.js';

/** The neighbourhoods of the deliberation, as cases are told apart by them. */
export function Quartiers(): ReactNode {
  const { data } = useQuery({
    queryKey: ['quartiers', 'list'],
    queryFn: ({ signal }) => read<PlacesQuartiersResponse>('/quartiers', undefined, signal),
    staleTime: 60 * 60_000,
  });
  if (data === undefined) return null;
  return (
    <section className="pv-card pv-card-body">
      <h2>Quartiers</h2>
      <ul>
        {data.items.map(({ id, name, population, priority }) => (
          <li key={id}>
            {typeset(`${name} : ${count(population, 'habitant')}${priority ? ', quartier prioritaire' : ''}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}
