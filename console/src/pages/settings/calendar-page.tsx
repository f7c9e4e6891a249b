import type { ReactNode } from 'react';
import { useClosures, useTownCalendars, type OrganisationCalendarDto } from '../../api/settings.js';
import { useHolds } from '../../api/session.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { PageHead, Untitled } from '../../shell/page-head.js';
import { useTitle } from '../../shell/title.js';
import { clockTime, today, typeset } from '../../text/format.js';
import { timeOf } from '../../text/clock-minutes.js';
import { ClosureList } from './closure-list.js';
import { DueDateSimulator } from './due-date-simulator.js';
import { HoursForm } from './hours-form.js';
import { NewClosure } from './new-closure.js';
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
