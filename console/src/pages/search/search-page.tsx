import { Select } from '@mantine/core';
import { useRef, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { prefetchCase, useCaseCount, useCases, type CaseFilter, type CaseListItemDto } from '../../api/cases.js';
import { FilterBar } from '../../components/filter-bar.js';
import { useListGroups } from '../../components/list-groups.js';
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
import { labelOf, SearchChips } from './search-chips.js';
import { SearchField } from './search-field.js';
import { useSearchFilter } from './search-filter.js';
import { SearchLotBar } from './search-lot-bar.js';
import type { Operator } from '../../../../domain/text/search-operators.js';
import { useOperators } from './use-operators.js';
import { useTypedSearch } from './use-typed-search.js';

const SORTS = [
  { value: 'received', label: 'Les plus récentes' },
  { value: 'due', label: 'Les plus urgentes' },
];
/** Every request that the reader may know of. */
export function SearchPage(): ReactNode {
  const peek = usePeek();
  const filter = useSearchFilter();
  const operators = useOperators();
  useTitle('Demandes');
  return (
    <>
      <PageHead title="Demandes" lead="Par numéro, nom, téléphone, rue ou mots.">
        <SavedViews />
      </PageHead>
      <Filters operators={operators} />
      <Split
        list={<Found key={JSON.stringify(filter)} filter={filter} operators={operators} />}
        pane={
          peek.id === undefined
            ? undefined
            : { title: 'de la demande', href: `/dossiers/${peek.id}`, body: <CaseView caseId={peek.id} inPane /> }
        }
      />
    </>
  );
}

function Filters({ operators }: { readonly operators: readonly Operator[] }): ReactNode {
  const [sort, setSort] = useViewParam('sort', 'received');
  const field = useRef<HTMLInputElement>(null);
  const search = useTypedSearch(operators);
  const begin = ({ word }: Operator): void => {
    search.type(`${search.text} ${word}:`.trimStart());
    field.current?.focus();
  };
  return (
    <FilterBar>
      <SearchField operators={operators} field={field} search={search} />
      <Select
        label="Ordre"
        value={sort}
        data={SORTS}
        allowDeselect={false}
        onChange={(next) => {
          setSort(next ?? '');
        }}
      />
      <SearchChips operators={operators} onBegin={begin} />
    </FilterBar>
  );
}

interface FoundProps {
  readonly filter: CaseFilter;
  readonly operators: readonly Operator[];
}

/** Drawn anew for other filters: what was selected under the former ones is not what is shown. */
function Found({ filter, operators }: FoundProps): ReactNode {
  const [params, setParams] = useSearchParams();
  const cases = useCases(filter);
  const groups = useListGroups<CaseListItemDto>(cases.data);
  const rows = cases.data?.pages.flatMap(({ items }) => items);
  const asked = labelOf(params, operators);
  if (cases.isPending) return <Loading what="des demandes" rows={10} />;
  if (rows === undefined) return <Failure error={cases.error} onRetry={() => void cases.refetch()} />;
  if (rows.length === 0 && asked !== '')
    return (
      <EmptyFilter
        what="Aucune demande"
        filters={[asked]}
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
        groups={groups}
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

interface RowsProps extends Pick<RecordListProps<CaseListItemDto>, 'rows' | 'more' | 'groups'> {
  readonly filter: CaseFilter;
}

/** The requests found; whoever steers selects some and prepares a lot of them. */
function Rows({ rows, more, groups, filter }: RowsProps): ReactNode {
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
        groupable
        groups={groups}
        {...(mayPrepare ? { selection } : {})}
        onNear={({ caseId, readable }) => {
          if (readable) prefetchCase(caseId);
        }}
        more={more}
      />
    </>
  );
}
