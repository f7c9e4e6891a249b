import type { ReactNode } from 'react';
import { useCallbacks, type CallbackDto, type CallbackState } from '../../api/callbacks.js';
import { prefetchCase } from '../../api/cases.js';
import { CallbackActs } from '../../components/callback-acts.js';
import { DueBadge } from '../../components/due-badge.js';
import { PagedList } from '../../components/paged-list.js';
import type { Column } from '../../components/record-list.js';
import { Empty } from '../../components/state/empty.js';
import { ViewTabs } from '../../components/view-tabs.js';
import { useViewParam } from '../../shell/peek.js';
import { phone as phoneWords, shortMoment, typeset } from '../../text/format.js';

interface When {
  readonly id: string;
  readonly label: string;
  readonly state: CallbackState;
  readonly empty: string;
}

const WHEN: readonly [When, ...When[]] = [
  { id: 'aujourdhui', label: 'Aujourd’hui', state: 'due', empty: 'Personne à rappeler aujourd’hui.' },
  { id: 'a-venir', label: 'À venir', state: 'coming', empty: 'Aucun rappel à venir.' },
  { id: 'faits', label: 'Faits cette semaine', state: 'done', empty: 'Aucun rappel fait cette semaine.' },
];

const COLUMNS: readonly Column<CallbackDto>[] = [
  {
    id: 'case',
    title: 'Rappel',
    cell: ({ caseNumber, title, note }) => (
      <>
        <span className="pv-row-title">{note}</span>
        <span className="pv-row-sub">{typeset(`${caseNumber} · ${title}`)}</span>
      </>
    ),
  },
  {
    id: 'citizen',
    title: 'Usager',
    width: '13rem',
    cell: ({ citizenName, phone }) => (
      <>
        {citizenName ?? 'Anonyme'}
        {phone === undefined ? null : (
          <span className="pv-row-sub">
            <a href={`tel:${phone}`}>{phoneWords(phone)}</a>
          </span>
        )}
      </>
    ),
  },
  {
    id: 'due',
    title: 'Jour',
    width: '11rem',
    cell: ({ dueOn, doneAt, doneBy }) =>
      doneAt === undefined ? (
        <DueBadge due={{ dueOn }} />
      ) : (
        typeset(`Fait par ${doneBy?.name ?? ''}, ${shortMoment(doneAt)}`)
      ),
  },
  {
    id: 'whom',
    title: 'Pour',
    width: '12rem',
    wideOnly: true,
    cell: ({ person, team }) => person?.name ?? team?.name ?? '',
  },
  { id: 'acts', title: 'Agir', width: '12rem', cell: (callback) => <CallbackActs callback={callback} /> },
];

/** Calls to return and things to do again: on their day, the late ones first. */
export function CallbacksList(): ReactNode {
  const [chosen] = useViewParam('quand', WHEN[0].id);
  const when = WHEN.find(({ id }) => id === chosen) ?? WHEN[0];
  return (
    <>
      <ViewTabs label="Rappels" param="quand" fallback={WHEN[0].id} current={when.id} tabs={WHEN} />
      <Callbacks key={when.id} when={when} />
    </>
  );
}

function Callbacks({ when }: { readonly when: When }): ReactNode {
  return (
    <PagedList
      pages={useCallbacks(when.state)}
      what="des rappels"
      empty={
        <Empty title={when.empty}>
          <p>Un rappel se pose sur la page d’une demande : « Me rappeler le… ».</p>
        </Empty>
      }
      label={`Rappels : ${when.label}`}
      idOf={({ id }) => id}
      peekOf={({ caseId }) => caseId}
      hrefOf={({ caseId }) => `/dossiers/${caseId}`}
      nameOf={({ caseNumber }) => caseNumber}
      columns={COLUMNS}
      onNear={({ caseId }) => {
        prefetchCase(caseId);
      }}
    />
  );
}
