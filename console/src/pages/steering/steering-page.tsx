import { Button, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useSupervision, type AttentionFilter, type SupervisionDto } from '../../api/steering.js';
import { FilterBar } from '../../components/filter-bar.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { PageHead } from '../../shell/page-head.js';
import { Split } from '../../shell/peek-pane.js';
import { usePeek, useViewParam } from '../../shell/peek.js';
import { CaseView } from '../case/case-view.js';
import { SavedViews } from '../../shell/saved-views.js';
import { useTitle } from '../../shell/title.js';
import { number } from '../../text/format.js';
import { AttentionList, type Tile } from './attention-list.js';
import './steering.css';

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
      <PageHead title="Pilotage du jour" lead={data?.sentence}>
        <SavedViews />
        <Button component={Link} variant="default" to="/pilotage/lots">
          Mes lots
        </Button>
      </PageHead>
      {isPending ? <Loading what="de la journée" /> : null}
      {data === undefined && !isPending ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? null : <Day day={data} />}
    </>
  );
}

function Day({ day }: { readonly day: SupervisionDto }): ReactNode {
  const peek = usePeek();
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
      <Tiles day={day} current={tile.id} />
      <FilterBar>
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
      </FilterBar>
      <Split
        list={
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
        }
        pane={
          peek.id === undefined
            ? undefined
            : { title: 'de la demande', href: `/dossiers/${peek.id}`, body: <CaseView caseId={peek.id} inPane /> }
        }
      />
    </>
  );
}

function Tiles({ day, current }: { readonly day: SupervisionDto; readonly current: string }): ReactNode {
  return (
    <nav aria-label="Ce qui demande attention">
      <ul className="pv-tiles">
        {TILES.map(({ id, kind, label, tone }) => (
          <li key={id}>
            <Link
              className="pv-tile"
              data-tone={tone}
              to={`?vue=${id}`}
              aria-current={id === current ? 'page' : undefined}
            >
              <strong>{number(day.total[kind])}</strong>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
