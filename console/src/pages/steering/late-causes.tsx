import { useState, type ReactNode } from 'react';
import { useLateCauses } from '../../api/steering.js';
import type { LateCausesDto } from '../../api/schema/types.generated.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { count, number, typeset } from '../../text/format.js';

/** Why what is late is late: read from the journals when it is unfolded. */
export function LateCauses({ department }: { readonly department: string }): ReactNode {
  const [opened, setOpened] = useState(false);
  const { data, error, isPending, refetch } = useLateCauses(department, opened);
  return (
    <details
      className="pv-card pv-card-body pv-late-causes"
      onToggle={(event) => {
        setOpened(event.currentTarget.open);
      }}
    >
      <summary>Pourquoi en retard</summary>
      {opened && isPending ? <Loading what="des causes" rows={3} /> : null}
      {data === undefined && error !== null ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? null : <Causes causes={data} />}
    </details>
  );
}

function Causes({
  causes: { sentence, definition, causes, isPartial, cases },
}: {
  readonly causes: LateCausesDto;
}): ReactNode {
  return (
    <>
      <p>
        <strong>{sentence}</strong>
      </p>
      {isPartial ? <p>{typeset(`Calculé sur les ${number(cases)} demandes les plus en retard.`)}</p> : null}
      {causes.length === 0 ? null : (
        <div className="pv-scroll" tabIndex={0} role="region" aria-label="Temps des demandes en retard">
          <table className="pv-table">
            <caption className="pv-hidden">Où le temps des demandes en retard est passé</caption>
            <thead>
              <tr>
                <th scope="col">Ce qui était attendu</th>
                <th scope="col" className="pv-amount">
                  Part du temps
                </th>
                <th scope="col" className="pv-amount">
                  Durée totale
                </th>
                <th scope="col" className="pv-amount">
                  Demandes
                </th>
              </tr>
            </thead>
            <tbody>
              {causes.map(({ cause, words, share, days, cases: among }) => (
                <tr key={cause}>
                  <th scope="row">{words}</th>
                  <td className="pv-amount">{typeset(`${number(Math.round(share * 1000) / 10)} %`)}</td>
                  <td className="pv-amount">{count(days, 'jour')}</td>
                  <td className="pv-amount">{number(among)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="pv-row-sub">{definition}</p>
    </>
  );
}
