import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { read } from '../api/client.js';
import type { PersonDto } from '../api/schema/types.generated.js';
import { useSession } from '../api/session.js';

/** Whether the others see this person as away today, and who acts in their place. */
export function MyAbsence(): ReactNode {
  const { person } = useSession();
  const { data } = useQuery({
    queryKey: ['people', person.id],
    queryFn: ({ signal }) => read<PersonDto>(`/people/${person.id}`, undefined, signal),
    staleTime: 5 * 60_000,
  });
  if (data === undefined) return null;
  const by = data.substitute === undefined ? '' : `, remplacement par ${data.substitute.name}`;
  return <p className="pv-menu-line">{data.absent ? `Absence en cours${by}` : 'Présent aujourd’hui'}</p>;
}
