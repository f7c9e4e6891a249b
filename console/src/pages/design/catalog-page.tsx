import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { foldWords } from '../../../../domain/text/fold-words.js';
import { useUnanswered } from '../../api/catalog-uses.js';
import { useDesignedProcesses, type DesignedProcessDto } from '../../api/design.js';
import { useHolds } from '../../api/session.js';
import { useSheetReports } from '../../api/sheet-reports.js';
import { CardTable, type CardTableColumns } from '../../components/card-table.js';
import { EmptyFilter } from '../../components/state/empty.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { Notice } from '../../components/state/notice.js';
import { ViewTabs } from '../../components/view-tabs.js';
import { PageHead } from '../../shell/page-head.js';
import { useViewParam } from '../../shell/peek.js';
import { SavedViews } from '../../shell/saved-views.js';
import { useTitle } from '../../shell/title.js';
import { count, dayOf, inFrench, number, plainDate, typeset } from '../../text/format.js';
import { CatalogFilters, type ThemeOption } from './catalog-filters.js';
import { SheetReports } from './sheet-reports.js';
import { UnansweredSearches } from './unanswered-searches.js';

const SHOWN = 100;

/** Every process: its version in force, the cases that run under it, what calls for attention; and what was found wrong. */
export function CatalogPage(): ReactNode {
  useTitle('Processus');
  const readsReports = useHolds('designer', 'headOfCitizenRelations');
  const [view] = useViewParam('vue', 'catalogue');
  const { data } = useDesignedProcesses();
  return (
    <>
      <PageHead
        title="Processus"
        lead={
          data === undefined
            ? 'Le catalogue de la ville.'
            : `${count(data.length, 'processus', 'processus')} au catalogue.`
        }
      >
        <SavedViews />
      </PageHead>
      {readsReports ? <CatalogTabs current={view} /> : null}
      {readsReports && view in PARTS ? PARTS[view] : <WholeCatalog />}
    </>
  );
}

/** What stands beside the catalogue itself. */
const PARTS: Readonly<Record<string, ReactNode>> = {
  erreurs: <SheetReports />,
  recherches: <UnansweredSearches />,
};

function CatalogTabs({ current }: { readonly current: string }): ReactNode {
  const waiting = useSheetReports('open').data?.items.length;
  const searched = useUnanswered('open').data?.items.length;
  const tabs = [
    { id: 'catalogue', label: 'Catalogue' },
    { id: 'erreurs', label: 'Erreurs signalées', ...(waiting === undefined ? {} : { count: waiting }) },
    { id: 'recherches', label: 'Recherches et usages', ...(searched === undefined ? {} : { count: searched }) },
  ];
  return <ViewTabs label="Parties du catalogue" param="vue" fallback="catalogue" current={current} tabs={tabs} />;
}

function WholeCatalog(): ReactNode {
  const { data, error, isPending, refetch } = useDesignedProcesses();
  if (isPending) return <Loading what="du catalogue" rows={10} />;
  if (data === undefined) return <Failure error={error} onRetry={() => void refetch()} />;
  return <Catalog processes={data} />;
}

function Catalog({ processes }: { readonly processes: readonly DesignedProcessDto[] }): ReactNode {
  const [q, setQ] = useViewParam('q');
  const [theme, setTheme] = useViewParam('theme');
  const [sort] = useViewParam('tri', 'titre');
  const [attention, setAttention] = useViewParam('sante');
  const [unused, setUnused] = useViewParam('jamais');
  const [shown, setShown] = useState(SHOWN);
  const found = processes
    .filter((one) => fits(one, { q, theme, attention: attention !== '', unused: unused !== '' }))
    .sort(ORDERS[sort] ?? byTitle);
  const themes = themesOf(processes);
  const themeName = themes.find(({ value }) => value === theme)?.label ?? '';
  const failing = processes.filter(({ failedTrials }) => failedTrials > 0);
  return (
    <>
      <FailedTrials failing={failing} />
      <CatalogFilters themes={themes} />
      {found.length === 0 ? (
        <EmptyFilter
          what="Aucun processus"
          filters={[
            q,
            themeName,
            attention === '' ? '' : 'à surveiller',
            unused === '' ? '' : 'jamais utilisés',
          ].filter((part) => part !== '')}
          onClear={() => {
            setQ('');
            setTheme('');
            setAttention('');
            setUnused('');
          }}
        />
      ) : (
        <>
          <p className="pv-row-sub" role="status">
            {count(found.length, 'processus', 'processus')}
          </p>
          <CatalogTable rows={found.slice(0, shown)} />
          {found.length > shown ? (
            <p>
              <button
                type="button"
                className="pv-tab"
                onClick={() => {
                  setShown(shown + SHOWN);
                }}
              >
                Afficher la suite
              </button>
            </p>
          ) : null}
        </>
      )}
    </>
  );
}

/** Trials that a new version made part from what was kept: the publication stands, and its designers are told. */
function FailedTrials({ failing }: { readonly failing: readonly DesignedProcessDto[] }): ReactNode {
  if (failing.length === 0) return null;
  const total = failing.reduce((sum, { failedTrials }) => sum + failedTrials, 0);
  return (
    <Notice
      tone="late"
      icon="alert"
      role="status"
      title={typeset(
        `${count(total, 'essai ne donne plus le même résultat', 'essais ne donnent plus le même résultat')}.`,
      )}
    >
      <ul>
        {failing.map(({ id, title }) => (
          <li key={id}>
            <Link to={`/processus/${id}?vue=essais`}>{title}</Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function themesOf(processes: readonly DesignedProcessDto[]): readonly ThemeOption[] {
  return [...new Map(processes.map((one) => [one.theme.id, one.theme.name])).entries()]
    .sort(([, one], [, other]) => inFrench.compare(one, other))
    .map(([value, label]) => ({ value, label }));
}

const byTitle = (one: DesignedProcessDto, other: DesignedProcessDto): number =>
  inFrench.compare(one.title, other.title);
const ORDERS: Readonly<Record<string, (one: DesignedProcessDto, other: DesignedProcessDto) => number>> = {
  encours: (one, other) => other.running - one.running || byTitle(one, other),
  retard: (one, other) => other.current.late - one.current.late || byTitle(one, other),
  recent: (one, other) => (one.current.publishedAt < other.current.publishedAt ? 1 : -1),
};

function fits(
  { id, title, department, theme, attention, used }: DesignedProcessDto,
  filter: { q: string; theme: string; attention: boolean; unused: boolean },
): boolean {
  const text = foldWords(`${title} ${department.name} ${theme.name} ${id}`);
  return (
    (filter.theme === '' || theme.id === filter.theme) &&
    (!filter.attention || attention) &&
    !(filter.unused && used) &&
    foldWords(filter.q)
      .split(' ')
      .every((word) => text.includes(word))
  );
}

function CatalogTable({ rows }: { readonly rows: readonly DesignedProcessDto[] }): ReactNode {
  return <CardTable label="Processus du catalogue" rows={rows} keyOf={({ id }) => id} columns={COLUMNS} />;
}

const COLUMNS: CardTableColumns<DesignedProcessDto> = [
  {
    title: 'Processus',
    cell: ({ id, title, theme }) => (
      <>
        <Link to={`/processus/${id}`}>{title}</Link>
        <span className="pv-row-sub">{theme.name}</span>
      </>
    ),
  },
  {
    title: 'Service et responsable',
    cell: ({ department, owner }) => (
      <>
        {department.name}
        {owner === undefined ? null : <span className="pv-row-sub">{owner}</span>}
      </>
    ),
  },
  { title: 'Engagement', cell: ({ promise }) => <span className="pv-nowrap">{promise}</span> },
  {
    title: 'Version',
    amount: true,
    cell: ({ current }) => (
      <>
        {current.version}
        <span className="pv-row-sub pv-nowrap">{plainDate(dayOf(current.publishedAt))}</span>
      </>
    ),
  },
  {
    title: 'En cours',
    amount: true,
    cell: ({ running, runningByVersion, current }) => (
      <>
        {number(running)}
        {runningByVersion.some(({ version }) => version !== current.version) ? (
          <span className="pv-row-sub">
            {runningByVersion
              .map(({ version, open }) => typeset(`version ${String(version)} : ${number(open)}`))
              .join(', ')}
          </span>
        ) : null}
      </>
    ),
  },
  {
    title: 'Santé',
    cell: ({ health }) => (health === '' ? <span className="pv-nowrap">Rien à signaler</span> : health),
  },
];
