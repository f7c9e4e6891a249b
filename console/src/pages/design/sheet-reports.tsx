import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useIntention } from '../../api/intention.js';
import { useHolds } from '../../api/session.js';
import { treatSheetReport, useSheetReports, type SheetReportDto } from '../../api/sheet-reports.js';
import { Empty } from '../../components/state/empty.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { useViewParam } from '../../shell/peek.js';
import { told } from '../../shell/toasts.js';
import { count, moment, typeset } from '../../text/format.js';

/** Errors that those who answer citizens found in the sheets; the designer who mended one says so. */
export function SheetReports(): ReactNode {
  const [which, setWhich] = useViewParam('etat');
  const treated = which === 'traites';
  const { data, error, isPending, refetch } = useSheetReports(treated ? 'treated' : 'open');
  return (
    <>
      <p>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            setWhich(treated ? '' : 'traites');
          }}
        >
          {treated ? 'Voir les erreurs à traiter' : 'Voir les erreurs traitées'}
        </Button>
      </p>
      {isPending ? <Loading what="des erreurs signalées" rows={4} /> : null}
      {data === undefined && !isPending ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? null : <Reports reports={data.items} treated={treated} />}
    </>
  );
}

interface ReportsProps {
  readonly reports: readonly SheetReportDto[];
  readonly treated: boolean;
}

function Reports({ reports, treated }: ReportsProps): ReactNode {
  if (reports.length === 0) {
    return <Empty title={treated ? 'Aucune erreur traitée.' : 'Aucune erreur signalée n’attend.'} />;
  }
  return (
    <>
      <p className="pv-row-sub" role="status">
        {treated
          ? count(reports.length, 'erreur traitée', 'erreurs traitées')
          : count(reports.length, 'erreur à traiter', 'erreurs à traiter')}
      </p>
      {reports.map((report) => (
        <Report key={report.id} report={report} />
      ))}
    </>
  );
}

function Report({ report }: { readonly report: SheetReportDto }): ReactNode {
  const { id, process, version, text, by, at, treatedAt, treatedBy } = report;
  const mayTreat = useHolds('designer');
  const keyFor = useIntention();
  const [busy, setBusy] = useState(false);
  const treat = async (): Promise<void> => {
    setBusy(true);
    await told(treatSheetReport(id, keyFor(id)), 'L’erreur est marquée traitée.');
    setBusy(false);
  };
  return (
    <article className="pv-card pv-card-body" aria-label={typeset(`Erreur dans « ${process.name} »`)}>
      <h2>
        <Link to={`/processus/${process.id}`}>{process.name}</Link>
      </h2>
      <p className="pv-row-sub">{typeset(`Version ${String(version)} · ${by.name}, ${moment(at)}`)}</p>
      <p>{text}</p>
      {treatedAt === undefined ? null : (
        <p className="pv-row-sub">
          {typeset(`Traité ${moment(treatedAt)}${treatedBy === undefined ? '' : ` par ${treatedBy.name}`}`)}
        </p>
      )}
      {mayTreat && treatedAt === undefined ? (
        <div className="pv-form-actions pv-no-print">
          <Button loading={busy} onClick={() => void treat()}>
            Traité
          </Button>
        </div>
      ) : null}
    </article>
  );
}
