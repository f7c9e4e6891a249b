import { Button, Checkbox } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import {
  useAttentionCases,
  type AttentionCaseDto,
  type AttentionFilter,
  type AttentionKind,
} from '../../api/steering.js';
import { DueBadge } from '../../components/due-badge.js';
import { Empty, EmptyFilter } from '../../components/state/empty.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { count, number } from '../../text/format.js';
import { PrepareLot } from './prepare-lot.js';
import '../../components/record-list.css';
import './steering.css';

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
      <Selectable label={tile.label} rows={rows} filter={filter} hasMore={cases.hasNextPage} />
      {cases.hasNextPage ? (
        <p className="pv-no-print">
          <Button variant="default" loading={cases.isFetchingNextPage} onClick={() => void cases.fetchNextPage()}>
            Afficher la suite
          </Button>
        </p>
      ) : null}
    </>
  );
}

function Selectable({
  label,
  rows,
  filter,
  hasMore,
}: {
  readonly label: string;
  readonly rows: readonly AttentionCaseDto[];
  readonly filter: AttentionFilter;
  readonly hasMore: boolean;
}): ReactNode {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [everything, setEverything] = useState(false);
  const toggle = (id: string): void => {
    setEverything(false);
    setIds((all) => (all.has(id) ? new Set([...all].filter((one) => one !== id)) : new Set([...all, id])));
  };
  const allShown = rows.every(({ caseId }) => ids.has(caseId));
  return (
    <>
      <div className="pv-selection-bar pv-no-print">
        <Checkbox
          label={`Sélectionner les ${number(rows.length)} affichées`}
          checked={allShown}
          onChange={() => {
            setEverything(false);
            setIds(allShown ? new Set() : new Set(rows.map(({ caseId }) => caseId)));
          }}
        />
        {hasMore ? (
          <Checkbox
            label="Sélectionner tous les résultats"
            checked={everything}
            onChange={(event) => {
              setEverything(event.currentTarget.checked);
            }}
          />
        ) : null}
        <span role="status">{everything ? 'Tous les résultats' : count(ids.size, 'sélectionnée')}</span>
        <PrepareLot disabled={!everything && ids.size === 0} target={everything ? { filter } : { caseIds: [...ids] }} />
      </div>
      <AttentionTable label={label} rows={rows} ids={ids} onToggle={toggle} />
    </>
  );
}

function AttentionTable({
  label,
  rows,
  ids,
  onToggle,
}: {
  readonly label: string;
  readonly rows: readonly AttentionCaseDto[];
  readonly ids: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
}): ReactNode {
  return (
    <div className="pv-card">
      <table className="pv-list">
        <caption className="pv-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col" className="pv-list-check">
              <span className="pv-hidden">Sélection</span>
            </th>
            <th scope="col">Demande</th>
            <th scope="col">Échéance</th>
            <th scope="col">Étape</th>
            <th scope="col">Service</th>
            <th scope="col">Chez</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.caseId} data-selected={ids.has(row.caseId)}>
              <td className="pv-list-check">
                <Checkbox
                  size="xs"
                  aria-label={`Sélectionner ${row.caseNumber}`}
                  checked={ids.has(row.caseId)}
                  onChange={() => {
                    onToggle(row.caseId);
                  }}
                />
              </td>
              <td data-label="Demande">
                <Link className="pv-row-link" to={`/dossiers/${row.caseId}`}>
                  <span className="pv-row-title">{row.title ?? 'Demande sensible'}</span>
                  <span className="pv-row-sub">{row.caseNumber}</span>
                </Link>
              </td>
              <td data-label="Échéance">
                <DueBadge due={{ dueOn: row.dueOn, state: row.clockState, since: row.receivedAt }} />
              </td>
              <td data-label="Étape">{row.stepWords}</td>
              <td data-label="Service">{row.department.name}</td>
              <td data-label="Chez">
                {row.holders.length === 0 ? 'Personne encore' : row.holders.map(({ name }) => name).join(', ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
