import { Button, Checkbox, Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import {
  useAttentionCases,
  useSupervision,
  type AttentionCaseDto,
  type AttentionFilter,
  type AttentionKind,
  type SupervisionDto,
} from '../../api/steering.js';
import { DueBadge } from '../../components/due-badge.js';
import { Empty, EmptyFilter } from '../../components/state/empty.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { PageHead } from '../../shell/page-head.js';
import { useViewParam } from '../../shell/peek.js';
import { useTitle } from '../../shell/title.js';
import { count, number } from '../../text/format.js';
import { PrepareLot } from './prepare-lot.js';
import '../../components/record-list.css';
import './steering.css';

interface Tile {
  readonly id: string;
  readonly kind: AttentionKind;
  readonly label: string;
  readonly tone?: string;
  readonly empty: string;
}

const TILES: readonly Tile[] = [
  { id: 'retard', kind: 'late', label: 'En retard', tone: 'late', empty: 'Aucune demande en retard. Bonne nouvelle !' },
  { id: 'jour', kind: 'dueToday', label: 'À rendre aujourd’hui', tone: 'soon', empty: 'Rien à rendre aujourd’hui.' },
  { id: 'sans', kind: 'unassigned', label: 'Non attribuées', empty: 'Chaque demande a quelqu’un.' },
  { id: 'attente', kind: 'waiting', label: 'En attente', empty: 'Aucune demande n’attend.' },
  { id: 'toutes', kind: 'open', label: 'En cours', empty: 'Aucune demande en cours.' },
];

/** The day of the head of the citizen-relations service. */
export function SteeringPage(): ReactNode {
  useTitle('Pilotage du jour');
  const { data, error, isPending, refetch } = useSupervision();
  return (
    <>
      <PageHead title="Pilotage du jour" lead={data?.sentence} />
      {isPending ? <Loading what="de la journée" /> : null}
      {data === undefined && !isPending ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? null : <Day day={data} />}
    </>
  );
}

function Day({ day }: { readonly day: SupervisionDto }): ReactNode {
  const [view] = useViewParam('vue', 'retard');
  const [department, setDepartment] = useViewParam('service');
  const [step, setStep] = useViewParam('etape');
  const tile = TILES.find(({ id }) => id === view) ?? TILES[0];
  if (tile === undefined) return null;
  const filter: AttentionFilter = {
    kind: tile.kind,
    ...(department === '' ? {} : { department }),
    ...(step === '' ? {} : { step }),
  };
  const names = [
    day.byDepartment.find((one) => one.department.id === department)?.department.name,
    day.byStep.find((one) => one.step === step)?.words,
  ].filter((name) => name !== undefined);
  return (
    <>
      <nav aria-label="Ce qui demande attention">
        <ul className="pv-tiles">
          {TILES.map(({ id, kind, label, tone }) => (
            <li key={id}>
              <Link
                className="pv-tile"
                data-tone={tone}
                to={`?vue=${id}`}
                aria-current={id === tile.id ? 'page' : undefined}
              >
                <strong>{number(day.total[kind])}</strong>
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <search className="pv-filters">
        <Select
          className="pv-grow"
          label="Service"
          searchable
          allowDeselect={false}
          value={department}
          data={[
            { value: '', label: 'Tous' },
            ...day.byDepartment.map((one) => ({
              value: one.department.id,
              label: `${one.department.name} (${number(one[tile.kind])})`,
            })),
          ]}
          onChange={(next) => {
            setDepartment(next ?? '');
          }}
        />
        <Select
          label="Étape"
          allowDeselect={false}
          value={step}
          data={[
            { value: '', label: 'Toutes' },
            ...day.byStep.map((one) => ({ value: one.step, label: `${one.words} (${number(one[tile.kind])})` })),
          ]}
          onChange={(next) => {
            setStep(next ?? '');
          }}
        />
      </search>
      <AttentionList
        key={JSON.stringify(filter)}
        filter={filter}
        tile={tile}
        names={names}
        onClear={() => {
          setDepartment('');
          setStep('');
        }}
      />
    </>
  );
}

function AttentionList({
  filter,
  tile,
  names,
  onClear,
}: {
  readonly filter: AttentionFilter;
  readonly tile: Tile;
  readonly names: readonly string[];
  readonly onClear: () => void;
}): ReactNode {
  const cases = useAttentionCases(filter);
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [everything, setEverything] = useState(false);
  const rows = cases.data?.pages.flatMap(({ items }) => items);
  if (cases.isPending) return <Loading what="des demandes" />;
  if (rows === undefined) return <Failure error={cases.error} onRetry={() => void cases.refetch()} />;
  if (rows.length === 0 && names.length > 0)
    return <EmptyFilter what={`Aucune demande (${tile.label.toLowerCase()})`} filters={names} onClear={onClear} />;
  if (rows.length === 0) return <Empty title={tile.empty} />;
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
        {cases.hasNextPage ? (
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
      <AttentionTable label={tile.label} rows={rows} ids={ids} onToggle={toggle} />
      {cases.hasNextPage ? (
        <p>
          <Button variant="default" loading={cases.isFetchingNextPage} onClick={() => void cases.fetchNextPage()}>
            Afficher la suite
          </Button>
        </p>
      ) : null}
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
