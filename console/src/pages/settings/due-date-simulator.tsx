import { NumberInput, Select, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { asProblem } from '../../api/problem.js';
import { useSimulation, type OrganisationCalendarDto, type SimulationDto } from '../../api/settings.js';
import { Notice } from '../../components/state/notice.js';
import { dayAndMonth, today, typeset } from '../../text/format.js';
import { townInstant } from '../../text/town-instant.js';
import { OrganisationSelect } from './organisation-select.js';

const KINDS = [
  { value: 'workingDays', label: 'jours ouvrés' },
  { value: 'businessDays', label: 'jours ouvrables' },
  { value: 'calendarDaysRolled', label: 'jours calendaires' },
  { value: 'months', label: 'mois' },
];

interface Question {
  readonly organisation: string;
  readonly day: string;
  readonly hour: string;
  readonly n: number;
  readonly kind: string;
  readonly pausedFrom: string;
  readonly pausedTo: string;
}

/** « Reçue vendredi 16 h 50 ⇒ échéance… », with every day and why it counts or not. */
export function DueDateSimulator({
  organisations,
}: {
  readonly organisations: readonly OrganisationCalendarDto[];
}): ReactNode {
  const [question, setQuestion] = useState<Question>(() => ({
    organisation: organisations[0]?.organisation ?? '',
    day: today(),
    hour: '16:50',
    n: 2,
    kind: 'workingDays',
    pausedFrom: '',
    pausedTo: '',
  }));
  return (
    <section className="pv-card pv-card-body">
      <h2>Quelle échéance ?</h2>
      <QuestionFields
        organisations={organisations}
        question={question}
        onChange={(part) => {
          setQuestion((all) => ({ ...all, ...part }));
        }}
      />
      <Answer question={question} />
    </section>
  );
}

function QuestionFields({
  organisations,
  question,
  onChange,
}: {
  readonly organisations: readonly OrganisationCalendarDto[];
  readonly question: Question;
  readonly onChange: (part: Partial<Question>) => void;
}): ReactNode {
  const typed = (name: 'day' | 'hour' | 'pausedFrom' | 'pausedTo', type: 'date' | 'time', label: string): ReactNode => (
    <TextInput
      type={type}
      label={label}
      value={question[name]}
      onChange={(event) => {
        onChange({ [name]: event.currentTarget.value });
      }}
    />
  );
  return (
    <div className="pv-filters">
      <OrganisationSelect
        label="Chez"
        organisations={organisations}
        value={question.organisation}
        onChange={(organisation) => {
          onChange({ organisation });
        }}
      />
      {typed('day', 'date', 'Demande reçue le')}
      {typed('hour', 'time', 'à')}
      <NumberInput
        label="Délai"
        min={1}
        max={400}
        hideControls
        value={question.n}
        onChange={(next) => {
          onChange({ n: Number(next) });
        }}
      />
      <Select
        label="en"
        allowDeselect={false}
        data={KINDS}
        value={question.kind}
        onChange={(next) => {
          onChange({ kind: next ?? 'workingDays' });
        }}
      />
      {typed('pausedFrom', 'date', 'Suspendu du')}
      {typed('pausedTo', 'date', 'au')}
    </div>
  );
}

function Answer({ question }: { readonly question: Question }): ReactNode {
  const { organisation, day, hour, n, kind, pausedFrom, pausedTo } = question;
  const complete = day !== '' && hour !== '' && n > 0;
  const pause = pausedFrom === '' ? {} : { pausedFrom, ...(pausedTo === '' ? {} : { pausedTo }) };
  const simulation = useSimulation(
    { organisation, receivedAt: complete ? townInstant(day, hour) : '', n, kind, ...pause },
    complete,
  );
  if (simulation.error !== null) return <Notice tone="soon" role="alert" title={asProblem(simulation.error).message} />;
  if (simulation.data === undefined) return null;
  return (
    <>
      <p className="pv-lead-sentence" role="status">
        {simulation.data.sentence}
      </p>
      {simulation.data.days.length === 0 ? null : (
        <details open>
          <summary>Jour par jour</summary>
          <ol className="pv-plain-list">
            {simulation.data.days.map((one) => (
              <li key={one.date}>{typeset(`${dayAndMonth(one.date)} : ${wordsOf(one)}`)}</li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

function wordsOf({ counted, number: rank, words }: SimulationDto['days'][number]): string {
  if (!counted) return `ne compte pas, ${words ?? ''}`;
  return rank === undefined ? 'compte' : `jour ${String(rank)}`;
}
