import { Button, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { resolveIncident, useIncidents, type IncidentDto } from '../../api/settings.js';
import { Confirm } from '../../components/confirm.js';
import { Empty } from '../../components/state/empty.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { ViewTabs } from '../../components/view-tabs.js';
import { useFormDraft } from '../../drafts/use-form-draft.js';
import { PageHead } from '../../shell/page-head.js';
import { useOpenForm, useViewParam } from '../../shell/peek.js';
import { useTitle } from '../../shell/title.js';
import { sayDone, sayFailed } from '../../shell/toasts.js';
import { count, moment, plainDate, typeset } from '../../text/format.js';

const TABS = [
  { id: 'ouverts', label: 'À régler' },
  { id: 'regles', label: 'Réglés' },
] as const;

/** What the product could not do, in business words; the promises at risk first. */
export function IncidentsPage(): ReactNode {
  const [view] = useViewParam('vue', 'ouverts');
  useTitle('Incidents');
  return (
    <>
      <PageHead title="Incidents" lead="Ce que Parvis n’a pas pu faire, et ce que cela change pour l’usager." />
      <ViewTabs label="Incidents" param="vue" fallback="ouverts" current={view} tabs={TABS} />
      <Incidents key={view} state={view === 'regles' ? 'ended' : 'open'} />
    </>
  );
}

function Incidents({ state }: { readonly state: 'open' | 'ended' }): ReactNode {
  const { data, error, isPending, refetch } = useIncidents(state);
  if (isPending) return <Loading what="des incidents" />;
  if (data === undefined) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data.items.length === 0)
    return <Empty title={state === 'open' ? 'Aucun incident. Tout est parti comme prévu.' : 'Aucun incident réglé.'} />;
  const sorted = [...data.items].sort((one, other) => ((one.dueOn ?? '9999') < (other.dueOn ?? '9999') ? -1 : 1));
  return (
    <>
      <p className="pv-row-sub" role="status">
        {count(sorted.length, 'incident')}
      </p>
      {sorted.map((incident) => (
        <Incident key={incident.id} incident={incident} />
      ))}
    </>
  );
}

function Incident({ incident }: { readonly incident: IncidentDto }): ReactNode {
  const { title, cause, consequence, caseId, caseNumber, caseTitle, department, openedAt, dueOn, enginePage } =
    incident;
  const facts = [
    ...(department === undefined ? [] : [department.name]),
    `depuis le ${moment(openedAt)}`,
    ...(dueOn === undefined ? [] : [`échéance le ${plainDate(dueOn)}`]),
  ];
  return (
    <article className="pv-card pv-card-body" aria-label={`${title} ${caseNumber ?? ''}`}>
      <h2>{title}</h2>
      <p className="pv-row-sub">
        {caseId === undefined ? null : (
          <>
            <Link to={`/dossiers/${caseId}`}>{caseNumber}</Link>
            {caseTitle === undefined ? ' · ' : ` · ${caseTitle} · `}
          </>
        )}
        {typeset(facts.join(' · '))}
      </p>
      <p>{typeset(cause)}</p>
      <p>
        <strong>{typeset(`Conséquence : ${consequence.charAt(0).toLowerCase()}${consequence.slice(1)}`)}</strong>
      </p>
      <Settled incident={incident} />
      {enginePage === undefined ? null : (
        <p className="pv-row-sub pv-no-print">
          <a href={enginePage} target="_blank" rel="noreferrer">
            Voir l’exécution dans Temporal
          </a>
          {typeset(' : pour les techniciens, dans un nouvel onglet.')}
        </p>
      )}
      {incident.canBeResolved ? <Resolve incident={incident} /> : null}
    </article>
  );
}

function Settled({ incident: { endedAt, endedBy, reason } }: { readonly incident: IncidentDto }): ReactNode {
  if (endedAt === undefined) return null;
  const by = endedBy === undefined ? '' : ` par ${endedBy.name}`;
  const why = reason === undefined ? '' : `, abandonné : « ${reason} »`;
  return <p className="pv-row-sub">{typeset(`Réglé le ${moment(endedAt)}${by}${why}`)}</p>;
}

const NO_REASON = { reason: '' };

function Resolve({ incident }: { readonly incident: IncidentDto }): ReactNode {
  const draftKey = `incident:${incident.id}`;
  const [skipping, setSkipping] = useOpenForm(draftKey);
  const form = useFormDraft(draftKey, 'Motif d’abandon', NO_REASON);
  const { reason } = form.value;
  const [busy, setBusy] = useState(false);
  const resolve = async (why?: string): Promise<void> => {
    setBusy(true);
    try {
      await form.once([incident.openedAt, why], (key) => resolveIncident(incident.id, key, why));
      sayDone(why === undefined ? 'Nouvel essai lancé.' : 'Action abandonnée, le motif est gardé.');
      setSkipping(false);
      await form.giveUp();
    } catch (error) {
      sayFailed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="pv-notice-actions pv-no-print">
      <Button loading={busy} onClick={() => void resolve()}>
        Réessayer
      </Button>
      <Button
        variant="default"
        onClick={() => {
          setSkipping(true);
        }}
      >
        Abandonner…
      </Button>
      <Confirm
        opened={skipping}
        title="Abandonner cette action"
        consequence="Elle ne sera plus tentée. Prévenez l’usager autrement si besoin ; le motif est gardé avec la demande."
        confirmLabel="Abandonner avec ce motif"
        loading={busy}
        disabled={reason.trim() === ''}
        onClose={() => {
          setSkipping(false);
        }}
        onConfirm={() => {
          void resolve(reason.trim());
        }}
      >
        <Textarea
          label="Motif (obligatoire)"
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => {
            form.change({ reason: event.currentTarget.value });
          }}
          onBlur={() => void form.flush()}
        />
      </Confirm>
    </div>
  );
}
