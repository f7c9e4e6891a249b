import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { read } from '../api/client.js';
import type { FollowedCaseDto } from '../api/schema/types.generated.js';
import { FollowedCase } from './followed-case.js';
import { Partial } from './state/failure.js';
import { Loading } from './state/loading.js';

/** What the citizen reads when they follow this request, by the very part of the public page `/suivi`. Read when it is opened. */
export function CitizenSees({ caseId }: { readonly caseId: string }): ReactNode {
  const [opened, setOpened] = useState(false);
  const { data, isPending, isError, refetch } = useQuery({
    queryKey: ['cases', 'as-citizen', caseId],
    queryFn: ({ signal }) => read<FollowedCaseDto>(`/cases/${caseId}/as-citizen`, undefined, signal),
    enabled: opened,
  });
  return (
    <details
      className="pv-no-print"
      onToggle={(event) => {
        setOpened(event.currentTarget.open);
      }}
    >
      <summary>Ce que l’usager voit</summary>
      {opened && isPending ? <Loading what="du suivi" rows={2} /> : null}
      {isError ? <Partial what="Le suivi" onRetry={() => void refetch()} /> : null}
      {data === undefined ? null : <FollowedCase followed={data} />}
    </details>
  );
}
