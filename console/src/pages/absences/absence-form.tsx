import { Button, TextInput } from '@mantine/core';
import type { ReactNode, SubmitEvent } from 'react';
import { saveAbsence, type AbsenceDto } from '../../api/absences.js';
import { useIntention } from '../../api/intention.js';
import { useHolds, useSession } from '../../api/session.js';
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

/** Three fields. */
export function AbsenceForm({ absence, onDone }: AbsenceFormProps): ReactNode {
  const { person } = useSession();
  const forOthers = useHolds('headOfDepartment', 'director', 'administrator') && absence === undefined;
  const form = useFormDraft(
    `absence:${absence?.id ?? 'new'}`,
    'Absence',
    absence === undefined ? absenceOf(person.id) : valuesOf(absence),
  );
  const { from, to, substitute, person: absent } = form.value;
  const keyFor = useIntention();
  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const body = { id: absence?.id, person: absent, from, to, substitutes: substitute === '' ? [] : [substitute] };
    if (!(await form.submit(() => saveAbsence(body, keyFor(body))))) return;
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

interface AbsenceValues {
  readonly person: string;
  readonly from: string;
  readonly to: string;
  /** Empty: whoever the directory names. */
  readonly substitute: string;
}

function absenceOf(person: string): AbsenceValues {
  return { person, from: today(), to: today(), substitute: '' };
}

function valuesOf({ person, from, to, substitutes }: AbsenceDto): AbsenceValues {
  return { person: person.id, from, to, substitute: substitutes[0]?.id ?? '' };
}
