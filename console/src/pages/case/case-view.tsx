import type { ReactNode } from 'react';
import type { CaseDetailDto } from '../../api/cases.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { ReadOnly, Stale } from '../../components/state/standing.js';
import { useTitle } from '../../shell/title.js';
import { ago, dayOf, plainDate, typeset } from '../../text/format.js';
import { ActBar } from './acts/act-bar.js';
import { CaseAside } from './case-aside.js';
import { CaseHeader } from './case-header.js';
import { ErasedNotice } from './case-keeping.js';
import { CaseTabs } from './case-tabs.js';
import { PresenceBar } from './presence-bar.js';
import { useSteadyCase } from './steady-case.js';
import { UnqualifiedActs } from './unqualified/unqualified-acts.js';
import './case.css';

interface CaseViewProps {
  readonly caseId: string;
  /** Beside a list: the list keeps the title of the page and its `h1`. */
  readonly inPane?: boolean;
}

/** Where a request stands, what may be done, everything that is known of it. */
export function CaseView({ caseId, inPane = false }: CaseViewProps): ReactNode {
  const { shown, changedBy, error, isPending, show, refetch } = useSteadyCase(caseId);
  if (shown === undefined) {
    return (
      <WithTitle inPane={inPane} title="Demande">
        {inPane ? null : <h1 className="pv-hidden">Demande</h1>}
        {isPending ? <Loading what="de la demande" /> : <Failure error={error} onRetry={refetch} />}
      </WithTitle>
    );
  }
  const who = changedBy?.name ?? 'Quelqu’un';
  return (
    <WithTitle inPane={inPane} title={shown.caseNumber}>
      {error === null ? null : <Failure error={error} what="La demande est" onRetry={refetch} />}
      {changedBy === undefined ? null : (
        <Stale text={`${who} a modifié cette demande ${ago(changedBy.at)}.`} onRefresh={show} />
      )}
      <Standing caseFile={shown} />
      <ErasedNotice caseFile={shown} />
      <PresenceBar caseId={caseId} />
      <article className="pv-case" data-pane={inPane} aria-label={typeset(`Demande ${shown.caseNumber}`)}>
        <div>
          <CaseHeader caseFile={shown} inPane={inPane} />
          <ActBar key={shown.revision} caseFile={shown} />
          <UnqualifiedActs caseFile={shown} />
          <CaseTabs caseFile={shown} />
        </div>
        <CaseAside caseFile={shown} />
      </article>
    </WithTitle>
  );
}

function WithTitle({
  inPane,
  title,
  children,
}: {
  readonly inPane: boolean;
  readonly title: string;
  readonly children: ReactNode;
}): ReactNode {
  return inPane ? children : <Titled title={title}>{children}</Titled>;
}

function Titled({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  useTitle(title, 'Demande');
  return children;
}

/** Closed for good, or nothing here may be done by the reader. */
function Standing({ caseFile }: { readonly caseFile: CaseDetailDto }): ReactNode {
  if (caseFile.status === 'ended')
    return (
      <ReadOnly
        why={`Demande terminée${caseFile.closedAt === undefined ? '' : ` le ${plainDate(dayOf(caseFile.closedAt))}`}`}
      />
    );
  return null;
}
