import { useDebouncedCallback } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { citizenName, useCitizenSearch, type CitizenDto } from '../../api/citizens.js';
import { FilterBar } from '../../components/filter-bar.js';
import { ListSearch } from '../../components/list-search.js';
import { RecordList, type Column } from '../../components/record-list.js';
import { Empty, EmptyFilter } from '../../components/state/empty.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { PageHead } from '../../shell/page-head.js';
import { Split } from '../../shell/peek-pane.js';
import { usePeek, useViewParam } from '../../shell/peek.js';
import { useTitle } from '../../shell/title.js';
import { count, phone, shortMoment } from '../../text/format.js';
import { CitizenView } from './citizen-view.js';

const COLUMNS: readonly Column<CitizenDto>[] = [
  {
    id: 'name',
    title: 'Usager',
    cell: (citizen) => (
      <>
        <span className="pv-row-title">{citizenName(citizen)}</span>
        <span className="pv-row-sub">
          {[citizen.address?.lines[0], citizen.address?.city].filter((part) => part !== undefined).join(', ')}
        </span>
      </>
    ),
  },
  {
    id: 'phone',
    title: 'Téléphone',
    width: '9rem',
    cell: (citizen) => (citizen.phone === undefined ? '—' : phone(citizen.phone)),
  },
  {
    id: 'cases',
    title: 'Demandes',
    width: '11rem',
    cell: (citizen) => `${count(citizen.cases, 'demande')}, ${String(citizen.openCases)} en cours`,
  },
  {
    id: 'last',
    title: 'Dernière',
    width: '8rem',
    wideOnly: true,
    cell: ({ lastReceivedAt }) => (lastReceivedAt === undefined ? '—' : shortMoment(lastReceivedAt)),
  },
];

/** Citizens by name, telephone or mail; homonyms told apart by address and number of requests. */
export function CitizensPage(): ReactNode {
  const [q, setQ] = useViewParam('q');
  const [text, setText] = useState(q);
  const settle = useDebouncedCallback(setQ, 250);
  const peek = usePeek();
  useTitle('Usagers');
  return (
    <>
      <PageHead title="Usagers" lead="Par nom, téléphone ou courriel." />
      <FilterBar>
        <ListSearch
          label="Chercher un usager"
          value={text}
          onChange={(next) => {
            setText(next);
            settle(next);
          }}
        />
      </FilterBar>
      <Split
        list={
          <CitizenList
            q={q}
            onClear={() => {
              setText('');
              setQ('');
            }}
          />
        }
        pane={
          peek.id === undefined
            ? undefined
            : {
                title: 'de l’usager',
                href: `/usagers/${peek.id}`,
                body: <CitizenView key={peek.id} citizenId={peek.id} inPane />,
              }
        }
      />
    </>
  );
}

function CitizenList({ q, onClear }: { readonly q: string; readonly onClear: () => void }): ReactNode {
  const { data, error, isPending, refetch } = useCitizenSearch({ q });
  if (q.trim().length < 2) return <Empty title="Tapez au moins deux lettres d’un nom, ou le début d’un numéro." />;
  if (isPending) return <Loading what="des usagers" />;
  if (data === undefined) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data.items.length === 0) return <EmptyFilter what="Aucun usager" filters={[q]} onClear={onClear} />;
  return (
    <RecordList
      label="Usagers trouvés"
      rows={data.items}
      idOf={({ id }) => id}
      hrefOf={({ id }) => `/usagers/${id}`}
      nameOf={citizenName}
      columns={COLUMNS}
    />
  );
}
