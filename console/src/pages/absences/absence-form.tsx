import { Button, Textarea, TextInput } from '@mantine/core';
import type { ReactNode, SubmitEvent } from 'react';
import { saveAbsence, type AbsenceDto } from '../../api/absences.js';
import { useHolds, useSession } from '../../api/session.js';
import { ProcessSelect, type ChosenProcess } from '../../components/process-select.js';
import { PersonSelect } from '../../components/person-select.js';
import { ErrorSummary } from '../../components/state/error-summary.js';
import { fieldFaultsOf } from '../../components/state/field-faults.js';
import { DraftLine } from '../../drafts/draft-status.js';
import { useFormDraft } from '../../drafts/use-form-draft.js';
import { sayDone } from '../../shell/toasts.js';
import { today } from '../../text/format.js';

interface AbsenceFormProps {
  readonly absence: AbsenceDto | undefined;
  readonly onDone: () => void;
}

const FIELD_OF: Readonly<Record<string, string>> = {
  'absence.dates-reversed': 'to',
  'absence.overlaps': 'from',
  'substitution.loop': 'substitute',
  'substitution.unknown-person': 'substitute',
};

/** Three fields; two more for whoever wants them. */
export function AbsenceForm({ absence, onDone }: AbsenceFormProps): ReactNode {
  const { person } = useSession();
  const forOthers = useHolds('headOfDepartment', 'director', 'administrator') && absence === undefined;
  const form = useFormDraft(
    `absence:${absence?.id ?? 'new'}`,
    'Absence',
    absence === undefined ? absenceOf(person.id) : valuesOf(absence),
  );
  const { from, to, substitute, person: absent } = form.value;
  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const body = bodyOf(form.value, absence);
    if (!(await form.submit(() => form.once(body, (key) => saveAbsence(body, key))))) return;
    sayDone('L’absence est enregistrée.');
    onDone();
  };
  return (
    <form className="pv-form" noValidate onSubmit={(event) => void save(event)} onBlur={() => void form.flush()}>
      <ErrorSummary faults={fieldFaultsOf(form.problem, { prefix: 'absence', first: 'from', fieldOf: FIELD_OF })} />
      <div className="pv-filters">
        {forOthers ? (
          <PersonSelect
            id="absence-person"
            label="Absence de"
            value={absent}
            onChange={(next) => {
              form.change({ person: next ?? person.id });
            }}
          />
        ) : null}
        <TextInput
          id="absence-from"
          type="date"
          label="Du"
          required
          value={from}
          onChange={(event) => {
            form.change({ from: event.currentTarget.value });
          }}
        />
        <TextInput
          id="absence-to"
          type="date"
          label="Au (compris)"
          required
          min={from}
          value={to}
          onChange={(event) => {
            form.change({ to: event.currentTarget.value });
          }}
        />
        <PersonSelect
          id="absence-substitute"
          label="Remplacement par"
          description="Vide : selon l’annuaire."
          except={absent}
          value={substitute === '' ? undefined : substitute}
          onChange={(next) => {
            form.change({ substitute: next ?? '' });
          }}
        />
      </div>
      <MoreOfAbsence values={form.value} onChange={form.change} />
      <div className="pv-form-actions">
        <Button type="submit" loading={form.busy}>
          Enregistrer l’absence
        </Button>
        {absence === undefined ? null : (
          <Button variant="default" onClick={() => void form.giveUp().then(onDone)}>
            Annuler
          </Button>
        )}
        <DraftLine status={form.status} savedAt={form.savedAt} />
      </div>
    </form>
  );
}

/** For which work, and what colleagues are told. */
function MoreOfAbsence({
  values,
  onChange,
}: {
  readonly values: AbsenceValues;
  readonly onChange: (changes: Partial<AbsenceValues>) => void;
}): ReactNode {
  return (
    <>
      <ProcessSelect
        id="absence-processes"
        label="Pour ces processus seulement"
        description="Vide : pour tout le travail. Sinon, le remplacement ne vaut que pour eux, et vous restez présent pour le reste."
        value={values.processes}
        onChange={(next) => {
          onChange({ processes: next });
        }}
      />
      <Textarea
        id="absence-message"
        label="Message pour les collègues"
        description="Il se lit là où quelqu’un regarde une de vos tâches ou veut vous en confier une."
        autosize
        minRows={2}
        maxLength={500}
        value={values.message}
        onChange={(event) => {
          onChange({ message: event.currentTarget.value });
        }}
      />
    </>
  );
}

interface AbsenceValues {
  readonly person: string;
  readonly from: string;
  readonly to: string;
  /** Empty: whoever the directory names. */
  readonly substitute: string;
  /** None: for all of their work. */
  readonly processes: readonly ChosenProcess[];
  readonly message: string;
}

function bodyOf(
  { person, from, to, substitute, processes, message }: AbsenceValues,
  absence: AbsenceDto | undefined,
): Parameters<typeof saveAbsence>[0] {
  return {
    ...{ id: absence?.id, person, from, to, substitutes: substitute === '' ? [] : [substitute] },
    ...(processes.length === 0 ? {} : { processes: processes.map(({ id }) => id) }),
    ...(message.trim() === '' ? {} : { message: message.trim() }),
  };
}

function absenceOf(person: string): AbsenceValues {
  return { person, from: today(), to: today(), substitute: '', processes: [], message: '' };
}

function valuesOf({ person, from, to, substitutes, processes = [], message = '' }: AbsenceDto): AbsenceValues {
  return { person: person.id, from, to, substitute: substitutes[0]?.id ?? '', processes, message };
}
