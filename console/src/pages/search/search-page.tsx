import { Select } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { prefetchCase, useCaseCount, useCases, type CaseFilter, type CaseListItemDto } from '../../api/cases.js';
import { useDepartments, useQuartiers } from '../../api/places.js';
import { FilterBar } from '../../components/filter-bar.js';
import { ListSearch } from '../../components/list-search.js';
import { RecordList, type RecordListProps } from '../../components/record-list.js';
import { Empty, EmptyFilter } from '../../components/state/empty.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { PageHead } from '../../shell/page-head.js';
import { Split } from '../../shell/peek-pane.js';
import { usePeek, useViewParam } from '../../shell/peek.js';
import { SavedViews } from '../../shell/saved-views.js';
import { useTitle } from '../../shell/title.js';
import { count, number, typeset } from '../../text/format.js';
import { CaseView } from '../case/case-view.js';
import { useLotSelection, useMayPrepareLots } from '../steering/lot-selection.js';
import { caseColumns } from './case-columns.js';
import { SearchLotBar } from './search-lot-bar.js';

const STATUSES = [
  { value: '', label: 'Toutes' },
  { value: 'open', label: 'En cours' },
  { value: 'closed', label: 'Closes' },
  { value: 'ended', label: 'Terminées' },
];
const SORTS = [
  { value: 'received', label: 'Les plus récentes' },
  { value: 'due', label: 'Les plus urgentes' },
];
/** Filters of the address, and their name for the reader. */
const FILTERS: Readonly<Record<string, string>> = {
  q: 'recherche',
  status: 'état',
  department: 'service',
  quartier: 'quartier',
};

/** Every request that the reader may know of. */
export function SearchPage(): ReactNode {
  const peek = usePeek();
  const filter = useFilter();
  useTitle('Demandes');
  return (
    <>
      <PageHead title="Demandes" lead="Par numéro, nom, téléphone ou mots.">
        <SavedViews />
      </PageHead>
      <Filters />
      <Split
        list={<Found key={JSON.stringify(filter)} filter={filter} />}
        pane={
          peek.id === undefined
            ? undefined
            : { title: 'de la demande', href: `/dossiers/${peek.id}`, body: <CaseView caseId={peek.id} inPane /> }
        }
      />
    </>
  );
}

function Filters(): ReactNode {
  const [q, setQ] = useViewParam('q');
  const [status, setStatus] = useViewParam('status');
  const [department, setDepartment] = useViewParam('department');
  const [quartier, setQuartier] = useViewParam('quartier');
  const [sort, setSort] = useViewParam('sort', 'received');
  const departments = useDepartments().data?.items ?? [];
  const quartiers = useQuartiers().data?.items ?? [];
  return (
    <FilterBar>
      <SearchField value={q} onChange={setQ} />
      <Choice label="État" value={status} data={STATUSES} onChange={setStatus} />
      <Choice label="Service" value={department} data={named(departments)} onChange={setDepartment} />
      <Choice label="Quartier" value={quartier} data={named(quartiers)} onChange={setQuartier} />
      <Choice label="Ordre" value={sort} data={SORTS} onChange={setSort} />
    </FilterBar>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly data: readonly Option[];
  readonly onChange: (value: string) => void;
}

/** More than ten options are searched. */
function Choice({ label, value, data, onChange }: ChoiceProps): ReactNode {
  return (
    <Select
      label={label}
      value={value}
      data={data}
      searchable={data.length > 10}
      allowDeselect={false}
      nothingFoundMessage="Rien"
      onChange={(next) => {
        onChange(next ?? '');
      }}
    />
  );
}

function named(all: readonly { readonly id: string; readonly name: string }[]): readonly Option[] {
  return [{ value: '', label: 'Tous' }, ...all.map(({ id, name }) => ({ value: id, label: name }))];
}

/** What is typed reaches the address when the person pauses. */
function SearchField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  const [sent, setSent] = useState(value);
  const settle = useDebouncedCallback((next: string) => {
    setSent(next);
    onChange(next);
  }, 250);
  // The address changed by another way than this field: a filter taken off, the way back.
  if (value !== known) {
    setKnown(value);
    setSent(value);
    if (value !== sent) setText(value);
  }
  return (
    <ListSearch
      label="Chercher"
      value={text}
      onChange={(next) => {
        setText(next);
        settle(next);
      }}
    />
  );
}

function useFilter(): CaseFilter {
  const [params] = useSearchParams();
  const given = Object.keys(FILTERS).flatMap((name) => {
    const value = params.get(name);
    return value === null || value === '' ? [] : [[name, value]];
  });
  const filter = Object.fromEntries(given) as CaseFilter;
  return { ...filter, sort: params.get('sort') === 'due' ? 'due' : 'received', limit: 50 };
}

/** Drawn anew for other filters: what was selected under the former ones is not what is shown. */
function Found({ filter }: { readonly filter: CaseFilter }): ReactNode {
  const [params, setParams] = useSearchParams();
  const cases = useCases(filter);
  const rows = cases.data?.pages.flatMap(({ items }) => items);
  const active = Object.entries(FILTERS).flatMap(([name, label]) =>
    params.get(name) === null ? [] : [name === 'q' ? (params.get(name) ?? '') : label],
  );
  if (cases.isPending) return <Loading what="des demandes" rows={10} />;
  if (rows === undefined) return <Failure error={cases.error} onRetry={() => void cases.refetch()} />;
  if (rows.length === 0 && active.length > 0)
    return (
      <EmptyFilter
        what="Aucune demande"
        filters={active}
        onClear={() => {
          setParams({});
        }}
      />
    );
  if (rows.length === 0) return <Empty title="Aucune demande pour l’instant." />;
  return (
    <>
      {cases.error === null ? null : (
        <Failure error={cases.error} what="La liste est" onRetry={() => void cases.refetch()} />
      )}
      <p className="pv-row-sub" role="status">
        <Shown rows={rows.length} filter={filter} hasMore={cases.hasNextPage} />
      </p>
      <Rows
        rows={rows}
        filter={filter}
        more={
          cases.hasNextPage
            ? { onMore: () => void cases.fetchNextPage(), loading: cases.isFetchingNextPage }
            : undefined
        }
      />
    </>
  );
}

interface ShownProps {
  readonly rows: number;
  readonly filter: CaseFilter;
  readonly hasMore: boolean;
}

/** « 1–50 sur 1 243 »: how far the list goes, counted where it is longer than what is shown. */
function Shown({ rows, filter, hasMore }: ShownProps): ReactNode {
  const { data } = useCaseCount(filter, hasMore);
  const shown = count(rows, 'demande affichée', 'demandes affichées');
  if (!hasMore) return shown;
  if (data === undefined) return `${shown}, il y en a d’autres`;
  return typeset(`1–${number(rows)} sur ${data.more ? 'plus de ' : ''}${number(data.count)}`);
}

interface RowsProps extends Pick<RecordListProps<CaseListItemDto>, 'rows' | 'more'> {
  readonly filter: CaseFilter;
}

/** The requests found; whoever steers selects some and prepares a lot of them. */
function Rows({ rows, more, filter }: RowsProps): ReactNode {
  const selection = useLotSelection();
  const mayPrepare = useMayPrepareLots();
  return (
    <>
      {mayPrepare ? (
        <SearchLotBar
          selection={selection}
          shown={rows.map(({ caseId }) => caseId)}
          filter={filter}
          hasMore={more !== undefined}
        />
      ) : null}
      <RecordList
        label="Demandes trouvées"
        rows={rows}
        idOf={({ caseId }) => caseId}
        hrefOf={({ caseId }) => `/dossiers/${caseId}`}
        nameOf={({ caseNumber }) => caseNumber}
        columns={caseColumns}
        {...(mayPrepare ? { selection } : {})}
        onNear={({ caseId, readable }) => {
          if (readable) prefetchCase(caseId);
        }}
        more={more}
      />
    </>
  );
}
