import { Button, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { saveAbsence, type AbsenceDto } from '../../api/absences.js';
import { useHolds, useSession } from '../../api/session.js';
import { ProcessSelect } from '../../components/process-select.js';
import { PersonSelect } from '../../components/person-select.js';
import { ErrorSummary } from '../../components/state/error-summary.js';
import { fieldFaultsOf } from '../../components/state/field-faults.js';
import { DraftLine } from '../../drafts/draft-status.js';
import { useFormDraft } from '../../drafts/use-form-draft.js';
import { sayDone } from '../../shell/toasts.js';
import { AbsenceConflict } from './absence-conflict.js';
import { absenceOf, bodyOf, valuesOf, type AbsenceValues } from './absence-values.js';

export interface AbsenceFormProps {
  readonly absence: AbsenceDto | undefined;
  readonly onDone: () => void;
}

const FIELD_OF: Readonly<Record<string, string>> = {
  'absence.dates-reversed': 'to',
  'absence.overlaps': 'from',
  'substitution.loop': 'substitute',
  'substitution.unknown-person': 'substitute',
};

/** Three fields; two more for whoever wants them. A colleague’s change of the same absence is shown beside one’s own. */
export function AbsenceForm({ absence, onDone }: AbsenceFormProps): ReactNode {
  const { person } = useSession();
  const form = useFormDraft(
    `absence:${absence?.id ?? 'new'}`,
    'Absence',
    absence === undefined ? absenceOf(person.id) : valuesOf(absence),
  );
  const save = async (values: AbsenceValues): Promise<void> => {
    const body = bodyOf({ ...values, base: values.base ?? absence });
    if (!(await form.submit(() => form.once(body, (key) => saveAbsence(body, key))))) return;
    sayDone('L’absence est enregistrée.');
    onDone();
  };
  const giveUp = (): void => {
    void form.giveUp().then(onDone);
  };
  const { problem } = form;
  if (problem?.status === 412 && problem.current !== undefined)
    return (
      <AbsenceConflict
        mine={form.value}
        theirs={valuesOf(problem.current as AbsenceDto)}
        onResolve={(values) => {
          form.change(values);
          void save(values);
        }}
        onGiveUp={giveUp}
      />
    );
  return (
    <form
      className="pv-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save(form.value);
      }}
      onBlur={() => void form.flush()}
    >
      <ErrorSummary faults={fieldFaultsOf(problem, { prefix: 'absence', first: 'from', fieldOf: FIELD_OF })} />
      <WhenAndWho isNew={absence === undefined} values={form.value} onChange={form.change} />
      <MoreOfAbsence values={form.value} onChange={form.change} />
      <div className="pv-form-actions">
        <Button type="submit" loading={form.busy}>
          Enregistrer l’absence
        </Button>
        {absence === undefined ? null : (
          <Button variant="default" onClick={giveUp}>
            Annuler
          </Button>
        )}
        <DraftLine status={form.status} savedAt={form.savedAt} />
      </div>
    </form>
  );
}

interface PartProps {
  readonly values: AbsenceValues;
  readonly onChange: (changes: Partial<AbsenceValues>) => void;
}

function WhenAndWho({
  isNew,
  values: { from, to, substitute, person: absent },
  onChange,
}: PartProps & { readonly isNew: boolean }): ReactNode {
  const { person } = useSession();
  const forOthers = useHolds('headOfDepartment', 'director', 'administrator') && isNew;
  return (
    <div className="pv-filters">
      {forOthers ? (
        <PersonSelect
          id="absence-person"
          label="Absence de"
          value={absent}
          onChange={(next) => {
            onChange({ person: next ?? person.id });
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
          onChange({ from: event.currentTarget.value });
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
          onChange({ to: event.currentTarget.value });
        }}
      />
      <PersonSelect
        id="absence-substitute"
        label="Remplacement par"
        description="Vide : selon l’annuaire."
        except={absent}
        value={substitute === '' ? undefined : substitute}
        onChange={(next) => {
          onChange({ substitute: next ?? '' });
        }}
      />
    </div>
  );
}

/** For which work, and what colleagues are told. */
function MoreOfAbsence({ values, onChange }: PartProps): ReactNode {
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
