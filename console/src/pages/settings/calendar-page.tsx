import { Button, Select, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import {
  addClosure,
  removeClosure,
  setHours,
  useClosures,
  useTownCalendars,
  type ClosureDto,
  type OrganisationCalendarDto,
} from '../../api/settings.js';
import { Empty } from '../../components/state/empty.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { PageHead, Untitled } from '../../shell/page-head.js';
import { useTitle } from '../../shell/title.js';
import { told } from '../../shell/toasts.js';
import { clockTime, longDate, today, typeset } from '../../text/format.js';
import { DueDateSimulator } from './due-date-simulator.js';
import { Quartiers } from './quartiers.js';
import '../steering/steering.css';

const KINDS = [
  { value: 'closed', label: 'Fermé' },
  { value: 'earlyClosing', label: 'Fermeture avancée' },
  { value: 'openExceptionally', label: 'Ouvert exceptionnellement' },
];

/** What the town decides about its own time: closures, opening hours; and what they make of a time limit. */
export function CalendarPage(): ReactNode {
  useTitle('Calendrier');
  const calendars = useTownCalendars();
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
        lead="Une fermeture repousse les échéances des dossiers en cours ; jamais une date promise n’avance."
      />
      <DueDateSimulator organisations={calendars.data} />
      <Closures organisations={calendars.data} />
      <section className="pv-card pv-card-body">
        <h2>Horaires d’ouverture</h2>
        {calendars.data.map((one) => (
          <Hours key={`${one.organisation} ${String(one.revision)}`} organisation={one} />
        ))}
      </section>
      <Quartiers />
    </>
  );
}

function Closures({ organisations }: { readonly organisations: readonly OrganisationCalendarDto[] }): ReactNode {
  const { data, error, isPending, refetch } = useClosures();
  return (
    <section className="pv-card pv-card-body">
      <h2>Fermetures décidées</h2>
      <NewClosure organisations={organisations} />
      {isPending ? <Loading what="des fermetures" rows={3} /> : null}
      {data === undefined && !isPending ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? null : (
        <ClosureList closures={data.filter(({ date }) => date >= today())} organisations={organisations} />
      )}
    </section>
  );
}

function ClosureList({
  closures,
  organisations,
}: {
  readonly closures: readonly ClosureDto[];
  readonly organisations: readonly OrganisationCalendarDto[];
}): ReactNode {
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
              {typeset(`${where} · ${kind}${until} · décidé par ${closure.decidedBy}`)}
            </span>
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={`Retirer ${closure.label}, ${where}, ${longDate(closure.date)}`}
              onClick={() => void told(removeClosure(closure), 'Fermeture retirée, les calendriers sont à jour.')}
            >
              Retirer
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

function NewClosure({ organisations }: { readonly organisations: readonly OrganisationCalendarDto[] }): ReactNode {
  const [organisation, setOrganisation] = useState(organisations[0]?.organisation ?? '');
  const [date, setDate] = useState('');
  const [kind, setKind] = useState('closed');
  const [closesAt, setClosesAt] = useState('12:00');
  const [label, setLabel] = useState('');
  const add = async (): Promise<void> => {
    const early = kind === 'earlyClosing' ? { closesAt: minutesOf(closesAt) } : {};
    const done = await told(
      addClosure({ organisation, date, kind: kind as 'closed', label, ...early }),
      'Fermeture décidée, les calendriers sont à jour.',
    );
    if (done) setLabel('');
  };
  return (
    <form
      className="pv-filters"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Select
        label="Organisation"
        allowDeselect={false}
        value={organisation}
        data={organisations.map((one) => ({ value: one.organisation, label: one.name }))}
        onChange={(next) => {
          setOrganisation(next ?? '');
        }}
      />
      <TextInput
        type="date"
        label="Jour"
        required
        withAsterisk={false}
        value={date}
        onChange={(event) => {
          setDate(event.currentTarget.value);
        }}
      />
      <Select
        label="Décision"
        allowDeselect={false}
        data={KINDS}
        value={kind}
        onChange={(next) => {
          setKind(next ?? 'closed');
        }}
      />
      {kind === 'earlyClosing' ? (
        <TextInput
          type="time"
          label="Ferme à"
          value={closesAt}
          onChange={(event) => {
            setClosesAt(event.currentTarget.value);
          }}
        />
      ) : null}
      <TextInput
        className="pv-grow"
        label="Motif affiché"
        required
        withAsterisk={false}
        maxLength={120}
        value={label}
        onChange={(event) => {
          setLabel(event.currentTarget.value);
        }}
      />
      <Button type="submit">Ajouter</Button>
    </form>
  );
}

function Hours({ organisation: given }: { readonly organisation: OrganisationCalendarDto }): ReactNode {
  const [opensAt, setOpensAt] = useState(timeOf(given.opensAt));
  const [closesAt, setClosesAt] = useState(timeOf(given.closesAt));
  const [hoursText, setHoursText] = useState(given.hoursText);
  const save = (): Promise<boolean> =>
    told(
      setHours(given.organisation, { opensAt: minutesOf(opensAt), closesAt: minutesOf(closesAt), hoursText }),
      'Horaires enregistrés, les calendriers sont à jour.',
    );
  return (
    <form
      className="pv-filters"
      aria-label={`Horaires : ${given.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextInput
        type="time"
        label={`${given.name} ouvre à`}
        value={opensAt}
        onChange={(event) => {
          setOpensAt(event.currentTarget.value);
        }}
      />
      <TextInput
        type="time"
        label="ferme à"
        value={closesAt}
        onChange={(event) => {
          setClosesAt(event.currentTarget.value);
        }}
      />
      <TextInput
        className="pv-grow"
        label="En mots, pour le public"
        value={hoursText}
        onChange={(event) => {
          setHoursText(event.currentTarget.value);
        }}
      />
      <Button type="submit" variant="default">
        Enregistrer
      </Button>
    </form>
  );
}

/** 540 → « 09:00 » */
function timeOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}
