import { Button, SegmentedControl } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { foldWords } from '../../../../domain/text/fold-words.js';
import { endDelegation, useDelegations, type DelegationDto } from '../../api/absences.js';
import { Confirm } from '../../components/confirm.js';
import { FilterBar } from '../../components/filter-bar.js';
import { ListSearch } from '../../components/list-search.js';
import { Empty, EmptyFilter } from '../../components/state/empty.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { Notice } from '../../components/state/notice.js';
import { useThemes } from '../../api/places.js';
import { useHolds } from '../../api/session.js';
import { ViewTabs } from '../../components/view-tabs.js';
import { PageHead } from '../../shell/page-head.js';
import { useViewParam } from '../../shell/peek.js';
import { useTitle } from '../../shell/title.js';
import { sayDone, sayFailed } from '../../shell/toasts.js';
import { count, ofPerson, plainDate, typeset } from '../../text/format.js';
import { ArreteFile } from './arrete-file.js';
import { DelegationCalendar } from './delegation-calendar.js';
import { DelegationForm } from './delegation-form.js';

/** So long before its end, a delegation asks to be renewed. */
const SOON = 60;

const VIEWS = [
  { id: 'liste', label: 'Liste' },
  { id: 'calendrier', label: 'Calendrier' },
];

const STATES: Readonly<Record<string, string>> = { future: 'À venir', inForce: 'En vigueur', ended: 'Terminée' };

/** A delegation is an arrêté before it is a line here (CGCT, L2122-18 and L2122-19). */
const WHO_RECORDS = typeset(
  'Une délégation se donne par arrêté ; la direction générale ou l’administrateur l’enregistre ici. Pour une absence, déclarez-la : vos remplaçants prennent le relais.',
);

/** To whom, for what, from when to when, under which arrêté; and what letters print of it. */
export function DelegationsPage(): ReactNode {
  const edits = useHolds('administrator', 'dgs');
  const [scope, setScope] = useScope();
  const { data, error, isPending, refetch } = useDelegations(scope === 'all' ? 'all' : 'mine');
  useTitle('Délégations');
  const items = data?.items ?? [];
  return (
    <>
      <PageHead
        title="Délégations de signature"
        lead="La mention imprimée vient de l’arrêté : elle ne se saisit jamais."
      >
        <SegmentedControl
          aria-label="Délégations à montrer"
          value={scope}
          data={[
            { value: 'mine', label: 'Les miennes' },
            { value: 'all', label: 'Toutes' },
          ]}
          onChange={setScope}
        />
      </PageHead>
      <Endings delegations={items} />
      {edits ? <DelegationForm /> : <p className="pv-row-sub">{WHO_RECORDS}</p>}
      {isPending ? <Loading what="des délégations" /> : null}
      {error === null ? null : <Failure error={error} what="La liste est" onRetry={() => void refetch()} />}
      {data?.items.length === 0 ? (
        <NoDelegation
          scope={scope}
          onAll={() => {
            setScope('all');
          }}
        />
      ) : null}
      {items.length === 0 ? null : <Delegations items={items} edits={edits} />}
    </>
  );
}

/** One's own, or everyone's for those who administer: they neither give nor receive any. */
function useScope(): ReturnType<typeof useViewParam> {
  return useViewParam('portee', useHolds('administrator') ? 'all' : 'mine');
}

/** Those that ask to be renewed. */
function Endings({ delegations }: { readonly delegations: readonly DelegationDto[] }): ReactNode {
  return delegations
    .filter(({ state, daysLeft }) => state === 'inForce' && daysLeft <= SOON)
    .map(({ id, arrete, person, to }) => (
      <Notice
        key={id}
        tone="soon"
        icon="alert"
        title={typeset(`La délégation ${ofPerson(person.name)} (arrêté n° ${arrete}) prend fin le ${plainDate(to)}.`)}
      />
    ));
}

/** Nothing given or received: it is said so, and where the others are. */
function NoDelegation({ scope, onAll }: { readonly scope: string; readonly onAll: () => void }): ReactNode {
  if (scope === 'all') return <Empty title="Aucune délégation." />;
  return (
    <Empty title="Vous n’avez donné ni reçu aucune délégation.">
      <Button variant="default" onClick={onAll}>
        Voir toutes les délégations
      </Button>
    </Empty>
  );
}

function Delegations({
  items,
  edits,
}: {
  readonly items: readonly DelegationDto[];
  readonly edits: boolean;
}): ReactNode {
  const [view] = useViewParam('vue', 'liste');
  const [q, setQ] = useViewParam('q');
  const { data: themes = [] } = useThemes();
  const named = (id: string): string => themes.find((theme) => theme.id === id)?.name ?? id;
  const found = items.filter(({ person, authority, inAbsenceOf, arrete, matters = [] }) =>
    foldWords([person.name, authority.name, inAbsenceOf?.name, arrete, ...matters.map(named)].join(' ')).includes(
      foldWords(q),
    ),
  );
  return (
    <>
      <FilterBar>
        <ListSearch label="Chercher une personne, une matière, un arrêté" value={q} onChange={setQ} />
      </FilterBar>
      <ViewTabs label="Façons de voir" param="vue" fallback="liste" current={view} tabs={VIEWS} />
      {found.length === 0 ? (
        <EmptyFilter
          what="Aucune délégation"
          filters={[q]}
          onClear={() => {
            setQ('');
          }}
        />
      ) : null}
      {found.length > 0 && view === 'calendrier' ? <DelegationCalendar delegations={found} /> : null}
      {found.length > 0 && view !== 'calendrier' ? (
        <ul className="pv-card pv-card-body pv-plain-list" aria-label="Délégations">
          {found.map((delegation) => (
            <li key={delegation.id}>
              <DelegationLine delegation={delegation} edits={edits} />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function DelegationLine({
  delegation,
  edits,
}: {
  readonly delegation: DelegationDto;
  readonly edits: boolean;
}): ReactNode {
  const {
    person,
    authority,
    organisationName,
    kind,
    matters,
    inAbsenceOf,
    from,
    to,
    arrete,
    state,
    mention,
    daysLeft,
  } = delegation;
  const what = kind === 'function' ? 'Délégation de fonction et de signature' : 'Délégation de signature';
  return (
    <>
      <p>
        <strong>{person.name}</strong> <span className="pv-tag">{STATES[state]}</span>
        <span className="pv-row-sub">
          {typeset(`${what} ${ofPerson(authority.name)}, ${organisationName}, arrêté n° ${arrete}`)}
        </span>
      </p>
      <p>
        {typeset(`Du ${plainDate(from)} au ${plainDate(to)}`)}
        {state === 'inForce' && daysLeft <= SOON ? typeset(` (encore ${count(daysLeft, 'jour')})`) : ''}
        {inAbsenceOf === undefined ? null : typeset(`, seulement en l’absence ${ofPerson(inAbsenceOf.name)}`)}
      </p>
      <Matters ids={matters} />
      <p className="pv-row-sub">{typeset(`Imprimé sur les lettres : « ${mention.replace(/,\s*$/, '')} »`)}</p>
      <div className="pv-form-actions">
        <ArreteFile delegation={delegation} edits={edits} />
        {edits && state !== 'ended' ? <EndIt delegation={delegation} /> : null}
      </div>
    </>
  );
}

function Matters({ ids }: { readonly ids: readonly string[] | undefined }): ReactNode {
  const { data = [] } = useThemes();
  const names = ids?.map((id) => data.find((theme) => theme.id === id)?.name ?? id).join(', ') ?? 'toutes';
  return <p className="pv-row-sub">{typeset(`Matières : ${names}`)}</p>;
}

function EndIt({ delegation: { id, arrete, person } }: { readonly delegation: DelegationDto }): ReactNode {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const close = (): void => {
    setAsking(false);
  };
  const end = async (): Promise<void> => {
    setBusy(true);
    try {
      await endDelegation(id);
      sayDone(`La délégation n° ${arrete} est terminée.`);
      close();
    } catch (error) {
      sayFailed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          setAsking(true);
        }}
      >
        Mettre fin
        <span className="pv-hidden">{` à la délégation n° ${arrete}`}</span>
      </Button>
      <Confirm
        opened={asking}
        title="Mettre fin à la délégation"
        consequence={`${person.name} ne pourra plus signer sous l’arrêté n° ${arrete}, dès aujourd’hui. Les lettres déjà signées ne changent pas.`}
        confirmLabel="Mettre fin à la délégation"
        loading={busy}
        onConfirm={() => void end()}
        onClose={close}
      />
    </>
  );
}
