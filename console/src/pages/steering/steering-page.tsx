import { Button, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useDepartments } from '../../api/places.js';
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
import { stateOf } from '../search/case-columns.js';
import { AttentionList, type Tile } from './attention-list.js';
import { LateCauses } from './late-causes.js';
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
  const tile = TILES.find(({ id }) => id === view) ?? TILES[0];
  const { department, step, setDepartment, setStep } = useNarrowing();
  if (tile === undefined) return null;
  const filter: AttentionFilter = {
    kind: tile.kind,
    ...(department.value === '' ? {} : { department: department.value }),
    ...(step.value === '' ? {} : { step: step.value }),
  };
  return (
    <>
      <Tiles day={day} current={tile.id} />
      <Filters day={day} tile={tile} />
      {tile.kind === 'late' ? <LateCauses department={department.value} /> : null}
      <Split
        list={
          <AttentionList
            key={JSON.stringify(filter)}
            filter={filter}
            tile={tile}
            names={[department, step].flatMap(({ value, label }) => (value === '' ? [] : [label]))}
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

interface Option {
  readonly value: string;
  readonly label: string;
}

interface Narrowing {
  readonly department: Option;
  readonly step: Option;
  readonly setDepartment: (id: string) => void;
  readonly setStep: (step: string) => void;
}

/** What the address narrows the day to, with its name: it may have no case at all today. */
function useNarrowing(): Narrowing {
  const [department, setDepartment] = useViewParam('service');
  const [step, setStep] = useViewParam('etape');
  const departments = useDepartments().data?.items ?? [];
  const name = departments.find(({ id }) => id === department)?.name ?? department;
  return {
    department: { value: department, label: name },
    step: { value: step, label: stateOf({ step, status: 'open' }) },
    setDepartment,
    setStep,
  };
}

function Filters({ day, tile }: { readonly day: SupervisionDto; readonly tile: Tile }): ReactNode {
  const { department, step, setDepartment, setStep } = useNarrowing();
  const departments = day.byDepartment.map((one) => ({ ...one, value: one.department.id, label: one.department.name }));
  const steps = day.byStep.map((one) => ({ ...one, value: one.step, label: one.words }));
  const counted = (rows: readonly (Option & Readonly<Record<Tile['kind'], number>>)[]): readonly Option[] =>
    rows.map((row) => ({ value: row.value, label: `${row.label} (${number(row[tile.kind])})` }));
  return (
    <FilterBar>
      <Select
        className="pv-grow"
        label="Service"
        searchable
        allowDeselect={false}
        value={department.value}
        data={withChosen([{ value: '', label: 'Tous' }, ...counted(departments)], department)}
        onChange={(next) => {
          setDepartment(next ?? '');
        }}
      />
      <Select
        label="Étape"
        allowDeselect={false}
        value={step.value}
        data={withChosen([{ value: '', label: 'Toutes' }, ...counted(steps)], step)}
        onChange={(next) => {
          setStep(next ?? '');
        }}
      />
    </FilterBar>
  );
}

/** A field never shows empty what the address asks for. */
function withChosen(options: readonly Option[], chosen: Option): readonly Option[] {
  return options.some(({ value }) => value === chosen.value)
    ? options
    : [...options, { ...chosen, label: `${chosen.label} (0)` }];
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
