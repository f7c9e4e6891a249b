import type { ReactNode } from 'react';
import { prefetchCase, useCaseCounts, useCases, type CaseFilter, type CaseListItemDto } from '../../api/cases.js';
import { useGrouping, useListGroups } from '../../components/list-groups.js';
import { PagedList } from '../../components/paged-list.js';
import { Empty } from '../../components/state/empty.js';
import { ViewTabs } from '../../components/view-tabs.js';
import { PageHead } from '../../shell/page-head.js';
import { Split } from '../../shell/peek-pane.js';
import { usePeek, useViewParam } from '../../shell/peek.js';
import { SavedViews } from '../../shell/saved-views.js';
import { useTitle } from '../../shell/title.js';
import { CaseView } from '../case/case-view.js';
import { caseColumns } from '../search/case-columns.js';

interface Waiting {
  readonly id: string;
  readonly label: string;
  readonly filter: CaseFilter;
  readonly empty: string;
}

const OPEN: CaseFilter = { status: 'open', sort: 'due', limit: 50 };

/** For whom it is that a case stands still. */
const WAITING: readonly Waiting[] = [
  {
    id: 'service',
    label: 'Un service répond',
    filter: { ...OPEN, step: 'answer' },
    empty: 'Aucune demande chez les services.',
  },
  { id: 'usager', label: 'L’usager', filter: { ...OPEN, step: 'waiting' }, empty: 'Aucune demande n’attend l’usager.' },
  { id: 'avis', label: 'Un avis', filter: { ...OPEN, step: 'giveOpinion' }, empty: 'Aucun avis attendu.' },
  { id: 'constat', label: 'La patrouille', filter: { ...OPEN, step: 'inspect' }, empty: 'Aucun constat attendu.' },
  { id: 'visa', label: 'Un visa', filter: { ...OPEN, step: 'endorse' }, empty: 'Aucune réponse n’attend de visa.' },
  {
    id: 'signature',
    label: 'Une signature',
    filter: { ...OPEN, step: 'sign' },
    empty: 'Aucune réponse n’attend de signature.',
  },
  { id: 'poste', label: 'La poste', filter: { ...OPEN, step: 'confirmPosting' }, empty: 'Aucune lettre à poster.' },
];

/** What waits, and for whom: never hidden behind a filter. */
export function WaitingPage(): ReactNode {
  const [chosen] = useViewParam('vue', 'service');
  const peek = usePeek();
  const view = WAITING.find(({ id }) => id === chosen) ?? WAITING[0];
  useTitle(view?.label, 'En attente');
  if (view === undefined) return null;
  return (
    <>
      <PageHead title="En attente" lead="Ce que chaque demande attend, la plus urgente d’abord.">
        <SavedViews />
      </PageHead>
      <WaitingTabs current={view.id} />
      <Split
        list={<WaitingList key={view.id} view={view} />}
        pane={
          peek.id === undefined
            ? undefined
            : { title: 'de la demande', href: `/dossiers/${peek.id}`, body: <CaseView caseId={peek.id} inPane /> }
        }
      />
    </>
  );
}

const FILTERS = WAITING.map(({ filter }) => filter);

/** What each holds is counted: nothing that waits is forgotten behind a tab. */
function WaitingTabs({ current }: { readonly current: string }): ReactNode {
  const counts = useCaseCounts(FILTERS);
  const tabs = WAITING.map(({ id, label }, index) => {
    const waiting = counts[index];
    return { id, label, ...(waiting === undefined ? {} : { count: waiting }) };
  });
  return <ViewTabs label="Ce que l’on attend" param="vue" fallback="service" current={current} tabs={tabs} />;
}

function WaitingList({ view }: { readonly view: Waiting }): ReactNode {
  const grouping = useGrouping();
  const cases = useCases({ ...view.filter, ...grouping });
  const groups = useListGroups<CaseListItemDto>(cases.data);
  return (
    <PagedList
      pages={cases}
      what="des demandes"
      empty={<Empty title={view.empty} />}
      label={view.label}
      idOf={({ caseId }) => caseId}
      hrefOf={({ caseId }) => `/dossiers/${caseId}`}
      nameOf={({ caseNumber }) => caseNumber}
      columns={caseColumns}
      groupable
      groups={groups}
      onNear={({ caseId, readable }) => {
        if (readable) prefetchCase(caseId);
      }}
    />
  );
}
