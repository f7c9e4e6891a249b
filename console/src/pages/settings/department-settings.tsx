import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { foldWords } from '../../../../domain/text/fold-words.js';
import {
  useDepartmentSettings,
  type DepartmentSettingsDto,
  type DepartmentsSettingsDto,
} from '../../api/department-settings.js';
import { useOrganisations } from '../../api/places.js';
import { EditRow } from '../../components/edit-row.js';
import { CardTable } from '../../components/card-table.js';
import { FilterBar } from '../../components/filter-bar.js';
import { ListSearch } from '../../components/list-search.js';
import { EmptyFilter } from '../../components/state/empty.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { useOverParam, useViewParam } from '../../shell/peek.js';
import { number, shortDate, typeset } from '../../text/format.js';
import { DepartmentTexts, NewDepartment } from './department-forms.js';
import { DepartmentState } from './department-state.js';
import { DepartmentTeams } from './department-teams.js';

type Directorates = DepartmentsSettingsDto['directorates'];

/** Who answers in the town hall: departments and their teams, by organisation. */
export function DepartmentSettings(): ReactNode {
  const { data, error, isPending, refetch } = useDepartmentSettings();
  const [, setOpen] = useOverParam('ouvert');
  if (isPending) return <Loading what="des services" rows={8} />;
  if (data === undefined) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <DepartmentList {...data} onOpen={setOpen} />
      <OpenDepartment {...data} />
    </>
  );
}

/** The department that the address names, over the list. */
function OpenDepartment({ departments, directorates }: DepartmentsSettingsDto): ReactNode {
  const [asked, setAsked] = useOverParam('ouvert');
  const department = departments.find(({ id }) => id === asked);
  const close = (): void => {
    setAsked(undefined);
  };
  return (
    <Modal
      opened={asked === 'new' || department !== undefined}
      onClose={close}
      title={department === undefined ? 'Nouveau service' : typeset(`Service ${department.name}`)}
      size="lg"
    >
      {department === undefined ? (
        <NewDepartment directorates={directorates} onDone={close} />
      ) : (
        <>
          <DepartmentTexts key={department.version} department={department} directorates={directorates} />
          <DepartmentTeams department={department} />
          <DepartmentState department={department} />
        </>
      )}
    </Modal>
  );
}

interface ListProps extends DepartmentsSettingsDto {
  readonly onOpen: (id: string) => void;
}

function DepartmentList({ departments, directorates, onOpen }: ListProps): ReactNode {
  const [q, setQ] = useViewParam('q');
  const organisations = useOrganisations().data?.items ?? [];
  const found = departments.filter((one) => wordsOf(one, directorates).includes(foldWords(q)));
  const groups = [...new Set(found.map(({ organisation }) => organisation))];
  return (
    <>
      <FilterBar>
        <ListSearch label="Chercher un service ou une équipe" value={q} onChange={setQ} />
        <Button
          onClick={() => {
            onOpen('new');
          }}
        >
          Nouveau service
        </Button>
      </FilterBar>
      {groups.length === 0 ? (
        <EmptyFilter
          what="Aucun service"
          filters={[q]}
          onClear={() => {
            setQ('');
          }}
        />
      ) : null}
      {groups.map((group) => {
        const name = organisations.find(({ id }) => id === group)?.name ?? group;
        return (
          <section key={group} aria-label={name}>
            <h2>{name}</h2>
            <DepartmentTable
              label={`Services, ${name}`}
              rows={found.filter(({ organisation }) => organisation === group)}
              directorates={directorates}
              onOpen={onOpen}
            />
          </section>
        );
      })}
    </>
  );
}

/** Whatever a person may know a department by. */
function wordsOf({ id, name, directorate, teams }: DepartmentSettingsDto, directorates: Directorates): string {
  const above = directorates.find((one) => one.id === directorate)?.name ?? '';
  return foldWords([name, id, above, ...teams.map((team) => `${team.name} ${team.id}`)].join(' '));
}

interface TableProps {
  readonly label: string;
  readonly rows: readonly DepartmentSettingsDto[];
  readonly directorates: Directorates;
  readonly onOpen: (id: string) => void;
}

function DepartmentTable({ label, rows, directorates, onOpen }: TableProps): ReactNode {
  return (
    <CardTable
      label={label}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          title: 'Service',
          cell: ({ name, directorate }) => (
            <>
              {name}
              <span className="pv-row-sub">{directorates.find(({ id }) => id === directorate)?.name}</span>
            </>
          ),
        },
        { title: 'Identifiant', cell: ({ id }) => id },
        {
          title: 'Équipes',
          cell: ({ teams }) => (teams.length === 0 ? 'Aucune' : typeset(teams.map(({ name }) => name).join(' ; '))),
        },
        { title: 'Personnes', amount: true, cell: ({ people }) => number(people) },
        { title: 'Processus', amount: true, cell: ({ processes }) => number(processes) },
        {
          title: 'État',
          cell: ({ closedOn }) => (
            <span className="pv-nowrap">
              {closedOn === undefined ? 'Ouvert' : typeset(`Fermé le ${shortDate(closedOn)}`)}
            </span>
          ),
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
