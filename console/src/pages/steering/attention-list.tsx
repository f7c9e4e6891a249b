import type { ReactNode } from 'react';
import { prefetchCase } from '../../api/cases.js';
import {
  useAttentionCases,
  type AttentionCaseDto,
  type AttentionFilter,
  type AttentionKind,
} from '../../api/steering.js';
import { DueBadge } from '../../components/due-badge.js';
import { RecordList, type Column, type RecordListProps } from '../../components/record-list.js';
import { Empty, EmptyFilter } from '../../components/state/empty.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { LotBar, useLotSelection, useMayPrepareLots } from './lot-selection.js';

export interface Tile {
  readonly id: string;
  readonly kind: AttentionKind;
  readonly label: string;
  readonly tone?: string;
  readonly empty: string;
}

interface AttentionListProps {
  readonly filter: AttentionFilter;
  readonly tile: Tile;
  readonly names: readonly string[];
  readonly onClear: () => void;
}

/** Cases that call for attention, and the selection that becomes a lot. */
export function AttentionList({ filter, tile, names, onClear }: AttentionListProps): ReactNode {
  const cases = useAttentionCases(filter);
  const rows = cases.data?.pages.flatMap(({ items }) => items);
  if (cases.isPending) return <Loading what="des demandes" />;
  if (rows === undefined) return <Failure error={cases.error} onRetry={() => void cases.refetch()} />;
  if (rows.length === 0 && names.length > 0)
    return <EmptyFilter what={`Aucune demande (${tile.label.toLowerCase()})`} filters={names} onClear={onClear} />;
  if (rows.length === 0) return <Empty title={tile.empty} />;
  return (
    <>
      {cases.error === null ? null : (
        <Failure error={cases.error} what="La liste est" onRetry={() => void cases.refetch()} />
      )}
      <Selectable
        label={tile.label}
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

function Selectable({
  label,
  rows,
  filter,
  more,
}: {
  readonly label: string;
  readonly rows: readonly AttentionCaseDto[];
  readonly filter: AttentionFilter;
  readonly more: RecordListProps<AttentionCaseDto>['more'];
}): ReactNode {
  const selection = useLotSelection();
  const mayPrepare = useMayPrepareLots();
  return (
    <>
      {mayPrepare ? (
        <LotBar
          selection={selection}
          shown={rows.map(({ caseId }) => caseId)}
          all={more === undefined ? undefined : { filter }}
        />
      ) : null}
      <RecordList
        label={label}
        rows={rows}
        idOf={({ caseId }) => caseId}
        hrefOf={({ caseId }) => `/dossiers/${caseId}`}
        nameOf={({ caseNumber }) => caseNumber}
        columns={COLUMNS}
        {...(mayPrepare ? { selection } : {})}
        onNear={({ caseId, title }) => {
          if (title !== undefined) prefetchCase(caseId);
        }}
        more={more}
      />
    </>
  );
}

const COLUMNS: readonly Column<AttentionCaseDto>[] = [
  {
    id: 'case',
    title: 'Demande',
    cell: ({ title, caseNumber }) => (
      <>
        <span className="pv-row-title">{title ?? 'Demande sensible'}</span>
        <span className="pv-row-sub">{caseNumber}</span>
      </>
    ),
  },
  {
    id: 'due',
    title: 'Échéance',
    width: '14rem',
    cell: ({ dueOn, clockState, receivedAt }) => <DueBadge due={{ dueOn, state: clockState, since: receivedAt }} />,
  },
  { id: 'step', title: 'Étape', width: '10rem', wideOnly: 'pane', cell: ({ stepWords }) => stepWords },
  { id: 'department', title: 'Service', width: '14rem', wideOnly: true, cell: ({ department }) => department.name },
  {
    id: 'holder',
    title: 'Chez',
    width: '11rem',
    wideOnly: true,
    cell: ({ holders }) => (holders.length === 0 ? 'Personne encore' : holders.map(({ name }) => name).join(', ')),
  },
];
