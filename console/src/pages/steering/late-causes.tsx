import { useState, type ReactNode } from 'react';
import { useLateCauses } from '../../api/steering.js';
import type { LateCausesDto } from '../../api/schema/types.generated.js';
import { CardTable } from '../../components/card-table.js';
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

function Causes({ causes: { sentence, definition, causes } }: { readonly causes: LateCausesDto }): ReactNode {
  return (
    <>
      <p>
        <strong>{sentence}</strong>
      </p>
      {causes.length === 0 ? null : (
        <CardTable
          bare
          label="Où le temps des demandes en retard est passé"
          rows={causes}
          keyOf={({ cause }) => cause}
          columns={[
            { title: 'Ce qui était attendu', cell: ({ words }) => words },
            {
              title: 'Part du temps',
              amount: true,
              cell: ({ share }) => typeset(`${number(Math.round(share * 1000) / 10)} %`),
            },
            { title: 'Durée totale', amount: true, cell: ({ days }) => count(days, 'jour') },
            { title: 'Demandes', amount: true, cell: ({ cases: among }) => number(among) },
          ]}
        />
      )}
      <p className="pv-row-sub">{definition}</p>
    </>
  );
}
