import { useState, type ReactNode } from 'react';
import { useCitizenHistory } from '../../api/citizens.js';
import { Partial } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { moment, typeset } from '../../text/format.js';

/** Who did what with a sheet; read when it is opened. */
export function CitizenHistory({ citizenId }: { readonly citizenId: string }): ReactNode {
  const [opened, setOpened] = useState(false);
  const { data, isPending, isError, refetch } = useCitizenHistory(citizenId, opened);
  return (
    <details
      className="pv-card pv-card-body"
      onToggle={(event) => {
        setOpened(event.currentTarget.open);
      }}
    >
      <summary>Historique de la fiche</summary>
      {opened && isPending ? <Loading what="de l’historique" rows={2} /> : null}
      {isError ? <Partial what="L’historique" onRetry={() => void refetch()} /> : null}
      {data?.length === 0 ? <p>Rien n’a été changé depuis que la fiche existe.</p> : null}
      <ul className="pv-plain-list">
        {data?.map(({ id, at, actor, words }) => (
          <li key={id}>
            {typeset(words)}
            <span className="pv-row-sub">{typeset(`${actor.name}, ${moment(at)}`)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
