import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import {
  removeClosure,
  useClosures,
  useTownCalendars,
  type ClosureDto,
  type OrganisationCalendarDto,
} from '../../api/settings.js';
import { Empty } from '../../components/state/empty.js';
import { useHolds } from '../../api/session.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { PageHead, Untitled } from '../../shell/page-head.js';
import { useTitle } from '../../shell/title.js';
import { told } from '../../shell/toasts.js';
import { clockTime, longDate, today, typeset } from '../../text/format.js';
import { timeOf } from '../../text/clock-minutes.js';
import { DueDateSimulator } from './due-date-simulator.js';
import { HoursForm } from './hours-form.js';
import { KINDS, NewClosure } from './new-closure.js';
import { Quartiers } from './quartiers.js';

/** What the town decides about its own time: closures, opening hours; and what they make of a time limit. */
export function CalendarPage(): ReactNode {
  useTitle('Calendrier');
  const calendars = useTownCalendars();
  const mayEdit = useHolds('administrator', 'headOfCitizenRelations');
  if (calendars.isPending)
    return (
      <Untitled title="Calendrier">
        <Loading what="du calendrier" />
      </Untitled>
    );
  if (calendars.data === undefined)
    return (
      <Untitled title="Calendrier">
        <Failure error={calendars.error} onRetry={() => void calendars.refetch()} />
      </Untitled>
    );
  return (
    <>
      <PageHead
        title="Calendrier"
        lead="Une fermeture repousse les échéances des demandes en cours ; jamais une date promise n’avance."
      />
      <DueDateSimulator organisations={calendars.data} />
      <Closures organisations={calendars.data} mayEdit={mayEdit} />
      <section className="pv-card pv-card-body">
        <h2>Horaires d’ouverture</h2>
        {calendars.data.map((one) =>
          mayEdit ? (
            <HoursForm key={`${one.organisation} ${String(one.revision)}`} organisation={one} />
          ) : (
            <Hours key={one.organisation} organisation={one} />
          ),
        )}
      </section>
      <Quartiers />
    </>
  );
}

/** When an organisation is open, for whoever only reads it. */
function Hours({ organisation }: { readonly organisation: OrganisationCalendarDto }): ReactNode {
  const { name, opensAt, closesAt, hoursText } = organisation;
  const hours = `${name} : de ${clockTime(timeOf(opensAt))} à ${clockTime(timeOf(closesAt))}`;
  return (
    <p>
      {typeset(hours)}
      <span className="pv-row-sub">{hoursText}</span>
    </p>
  );
}

interface ClosuresProps {
  readonly organisations: readonly OrganisationCalendarDto[];
  readonly mayEdit: boolean;
}

function Closures({ organisations, mayEdit }: ClosuresProps): ReactNode {
  const { data, error, isPending, refetch } = useClosures();
  return (
    <section className="pv-card pv-card-body">
      <h2>Fermetures décidées</h2>
      {mayEdit ? <NewClosure organisations={organisations} /> : null}
      {isPending ? <Loading what="des fermetures" rows={3} /> : null}
      {data === undefined && !isPending ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? null : (
        <ClosureList
          closures={data.filter(({ date }) => date >= today())}
          organisations={organisations}
          mayEdit={mayEdit}
        />
      )}
    </section>
  );
}

function ClosureList({
  closures,
  organisations,
  mayEdit,
}: ClosuresProps & { readonly closures: readonly ClosureDto[] }): ReactNode {
  if (closures.length === 0) return <Empty title="Aucune fermeture à venir." />;
  return (
    <ul className="pv-plain-list">
      {closures.map((closure) => {
        const where =
          organisations.find(({ organisation }) => organisation === closure.organisation)?.name ?? closure.organisation;
        const kind = KINDS.find(({ value }) => value === closure.kind)?.label ?? closure.kind;
        const until = closure.closesAt === undefined ? '' : ` à ${clockTime(timeOf(closure.closesAt))}`;
        return (
          <li key={`${closure.organisation} ${closure.date} ${closure.kind}`}>
            <strong>{longDate(closure.date)}</strong>
            {typeset(` : ${closure.label}`)}
            <span className="pv-row-sub">
              {typeset(`${where} · ${kind}${until} · décision : ${closure.decidedBy}`)}
            </span>
            {mayEdit ? (
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={`Retirer ${closure.label}, ${where}, ${longDate(closure.date)}`}
                onClick={() => void told(removeClosure(closure), 'Fermeture retirée, les calendriers sont à jour.')}
              >
                Retirer
              </Button>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
