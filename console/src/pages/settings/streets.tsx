import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { numbersInFrench } from '../../../../domain/place/street-stretches.js';
import { useQuartiers } from '../../api/places.js';
import { useTownStreet, useTownStreets, type TownStreetDto } from '../../api/streets.js';
import { EditRow } from '../../components/edit-row.js';
import { CardTable } from '../../components/card-table.js';
import { FilterBar } from '../../components/filter-bar.js';
import { ListSearch } from '../../components/list-search.js';
import { Empty, EmptyFilter } from '../../components/state/empty.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { useOverParam, useViewParam } from '../../shell/peek.js';
import { typeset } from '../../text/format.js';
import { StreetForm } from './street-form.js';
import { StreetsImport } from './streets-import.js';

/** The streets of the town, by which an address finds its neighbourhood. */
export function Streets(): ReactNode {
  const [q, setQ] = useViewParam('q');
  const [, setAsked] = useOverParam('rue');
  const pages = useTownStreets(q);
  const { data, error, isPending, refetch } = pages;
  if (isPending) return <Loading what="des rues" />;
  if (data === undefined) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <StreetsImport />
      <p>
        {typeset(
          'Une adresse trouve son quartier par sa rue et son numéro. Les demandes déjà enregistrées gardent leur adresse et leur quartier.',
        )}
      </p>
      <FilterBar>
        <ListSearch label="Chercher une rue ou un quartier" value={q} onChange={setQ} />
        <Button
          onClick={() => {
            setAsked('new');
          }}
        >
          Nouvelle rue
        </Button>
      </FilterBar>
      <StreetPages
        pages={pages}
        q={q.trim()}
        onClear={() => {
          setQ('');
        }}
      />
      <OpenStreet />
    </>
  );
}

function useQuartierName(): (id: string) => string {
  const { data } = useQuartiers();
  return (id) => data?.items.find((one) => one.id === id)?.name ?? id;
}

/** The street that the address names, over the list. */
function OpenStreet(): ReactNode {
  const [asked, setAsked] = useOverParam('rue');
  const nameOf = useQuartierName();
  const close = (): void => {
    setAsked(undefined);
  };
  return (
    <Modal opened={asked !== undefined} onClose={close} title={asked === 'new' ? 'Nouvelle rue' : 'Rue'} size="lg">
      {asked === 'new' ? <StreetForm street={undefined} nameOf={nameOf} onDone={close} /> : null}
      {asked === undefined || asked === 'new' ? null : <KnownStreet id={asked} nameOf={nameOf} onDone={close} />}
    </Modal>
  );
}

interface KnownStreetProps {
  readonly id: string;
  readonly nameOf: (quartier: string) => string;
  readonly onDone: () => void;
}

function KnownStreet({ id, nameOf, onDone }: KnownStreetProps): ReactNode {
  const { data, error, isPending, refetch } = useTownStreet(id);
  if (isPending) return <Loading what="de la rue" rows={3} />;
  if (data === undefined) return <Failure error={error} onRetry={() => void refetch()} />;
  return <StreetForm key={data.version} street={data} nameOf={nameOf} onDone={onDone} />;
}

interface StreetPagesProps {
  readonly pages: ReturnType<typeof useTownStreets>;
  readonly q: string;
  readonly onClear: () => void;
}

function StreetPages({ pages, q, onClear }: StreetPagesProps): ReactNode {
  const [, setAsked] = useOverParam('rue');
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  if (rows.length === 0) return <NoStreet q={q} onClear={onClear} />;
  return (
    <>
      <StreetTable rows={rows} onOpen={setAsked} />
      {hasNextPage ? (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Afficher la suite
        </Button>
      ) : null}
    </>
  );
}

function NoStreet({ q, onClear }: { readonly q: string; readonly onClear: () => void }): ReactNode {
  if (q !== '') return <EmptyFilter what="Aucune rue" filters={[q]} onClear={onClear} />;
  return (
    <Empty title="Aucune rue n’est encore enregistrée.">
      <p>Importez un fichier, ou ajoutez-les une à une.</p>
    </Empty>
  );
}

function StreetTable({
  rows,
  onOpen,
}: {
  readonly rows: readonly TownStreetDto[];
  readonly onOpen: (id: string) => void;
}): ReactNode {
  const nameOf = useQuartierName();
  return (
    <CardTable
      label="Rues de la ville"
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { title: 'Rue', cell: ({ name }) => name },
        {
          title: 'Numéros et quartiers',
          cell: ({ stretches }) =>
            stretches.map((one) => (
              <div key={`${String(one.from)} ${one.side ?? ''}`}>
                {typeset(`${numbersInFrench(one)} : ${nameOf(one.quartier)}`)}
              </div>
            )),
        },
        {
          title: 'Modifier',
          untitled: true,
          cell: ({ id, name }) => (
            <EditRow
              name={name}
              onEdit={() => {
                onOpen(id);
              }}
            />
          ),
        },
      ]}
    />
  );
}
