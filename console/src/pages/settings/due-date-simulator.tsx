import { NumberInput, Select, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { asProblem } from '../../api/problem.js';
import { useSimulation, type OrganisationCalendarDto } from '../../api/settings.js';
import { Notice } from '../../components/state/notice.js';
import { dayAndMonth, today, typeset } from '../../text/format.js';
import { townInstant } from '../../text/town-instant.js';

const KINDS = [
  { value: 'workingDays', label: 'jours ouvrés' },
  { value: 'businessDays', label: 'jours ouvrables' },
  { value: 'calendarDaysRolled', label: 'jours calendaires' },
  { value: 'months', label: 'mois' },
];

/** « Reçue vendredi 16 h 50 ⇒ échéance… », with every day and why it counts or not. */
export function DueDateSimulator({
  organisations,
}: {
  readonly organisations: readonly OrganisationCalendarDto[];
}): ReactNode {
  const [organisation, setOrganisation] = useState(organisations[0]?.organisation ?? '');
  const [day, setDay] = useState<string>(today());
  const [hour, setHour] = useState('16:50');
  const [n, setN] = useState(2);
  const [kind, setKind] = useState('workingDays');
  const [pausedFrom, setPausedFrom] = useState('');
  const [pausedTo, setPausedTo] = useState('');
  const complete = day !== '' && hour !== '' && n > 0;
  const pause = {
    ...(pausedFrom === '' ? {} : { pausedFrom }),
    ...(pausedFrom === '' || pausedTo === '' ? {} : { pausedTo }),
  };
  const simulation = useSimulation(
    { organisation, receivedAt: complete ? townInstant(day, hour) : '', n, kind, ...pause },
    complete,
  );
  return (
    <section className="pv-card pv-card-body">
      <h2>Quelle échéance ?</h2>
      <div className="pv-filters">
        <Select
          label="Chez"
          allowDeselect={false}
          value={organisation}
          data={organisations.map((one) => ({ value: one.organisation, label: one.name }))}
          onChange={(next) => {
            setOrganisation(next ?? '');
          }}
        />
        <TextInput
          type="date"
          label="Demande reçue le"
          value={day}
          onChange={(event) => {
            setDay(event.currentTarget.value);
          }}
        />
        <TextInput
          type="time"
          label="à"
          value={hour}
          onChange={(event) => {
            setHour(event.currentTarget.value);
          }}
        />
        <NumberInput
          label="Délai"
          min={1}
          max={400}
          hideControls
          value={n}
          onChange={(next) => {
            setN(Number(next));
          }}
        />
        <Select
          label="en"
          allowDeselect={false}
          data={KINDS}
          value={kind}
          onChange={(next) => {
            setKind(next ?? 'workingDays');
          }}
        />
        <TextInput
          type="date"
          label="Suspendu du (facultatif)"
          value={pausedFrom}
          onChange={(event) => {
            setPausedFrom(event.currentTarget.value);
          }}
        />
        <TextInput
          type="date"
          label="au"
          value={pausedTo}
          onChange={(event) => {
            setPausedTo(event.currentTarget.value);
          }}
        />
      </div>
      {simulation.error === null ? null : (
        <Notice tone="soon" role="alert" title={asProblem(simulation.error).message} />
      )}
      {simulation.data === undefined ? null : (
        <>
          <p className="pv-lead-sentence" role="status">
            {simulation.data.sentence}
          </p>
          <details open>
            <summary>Jour par jour</summary>
            <ol className="pv-plain-list">
              {simulation.data.days.map(({ date, counted, number: rank, words }) => (
                <li key={date}>
                  {typeset(
                    `${dayAndMonth(date)} : ${counted ? (rank === undefined ? 'compte' : `jour ${String(rank)}`) : `ne compte pas, ${words ?? ''}`}`,
                  )}
                </li>
              ))}
            </ol>
          </details>
        </>
      )}
    </section>
  );
}
