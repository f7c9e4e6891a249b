import { Button, MultiSelect, Select, TextInput } from '@mantine/core';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { addDelegation } from '../../api/absences.js';
import { useOrganisations, useThemes } from '../../api/places.js';
import { PersonSelect } from '../../components/person-select.js';
import { ErrorSummary } from '../../components/state/error-summary.js';
import { fieldFaultsOf } from '../../components/state/field-faults.js';
import { DraftLine } from '../../drafts/draft-status.js';
import { useFormDraft, type FormDraft } from '../../drafts/use-form-draft.js';
import { sayDone } from '../../shell/toasts.js';
import { today } from '../../text/format.js';
import { missingOf, type DelegationValues } from './delegation-values.js';

const KINDS = [
  { value: 'signature', label: 'Signature' },
  { value: 'function', label: 'Fonction et signature' },
] as const;

/** An arrêté, once it is signed and published. */
export function DelegationForm(): ReactNode {
  const form = useFormDraft<DelegationValues>('delegation', 'Arrêté de délégation', {
    person: '',
    organisation: 'ville',
    kind: 'signature',
    matters: [],
    inAbsenceOf: '',
    from: today(),
    to: '',
    arrete: '',
  });
  const [asked, setAsked] = useState(false);
  const [sent, setSent] = useState(false);
  const missing = sent ? missingOf(form.value) : [];
  // What was being typed shows again after a reload.
  const open = asked || form.begun;
  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setSent(true);
    if (missingOf(form.value).length > 0) return;
    const { inAbsenceOf, matters, ...given } = form.value;
    const body = {
      ...given,
      ...(matters.length === 0 ? {} : { matters: [...matters] }),
      ...(inAbsenceOf === '' ? {} : { inAbsenceOf }),
    };
    if (!(await form.submit(() => form.once(body, (key) => addDelegation(body, key))))) return;
    sayDone(`La délégation n° ${given.arrete} est enregistrée.`);
    setAsked(false);
    setSent(false);
  };
  if (!open)
    return (
      <p className="pv-no-print">
        <Button
          variant="default"
          onClick={() => {
            setAsked(true);
          }}
        >
          Enregistrer un arrêté de délégation
        </Button>
      </p>
    );
  return (
    <form
      className="pv-card pv-card-body pv-form"
      noValidate
      onSubmit={(event) => void save(event)}
      onBlur={() => void form.flush()}
      aria-label="Arrêté de délégation"
    >
      <ErrorSummary
        faults={missing.length > 0 ? missing : fieldFaultsOf(form.problem, { prefix: 'delegation', first: 'person' })}
      />
      <Act form={form} />
      <Limits form={form} />
      <div className="pv-form-actions">
        <Button type="submit" loading={form.busy}>
          Enregistrer l’arrêté
        </Button>
        <Button
          variant="default"
          onClick={() => {
            setAsked(false);
            setSent(false);
            void form.giveUp();
          }}
        >
          Annuler
        </Button>
        <DraftLine status={form.status} savedAt={form.savedAt} />
      </div>
    </form>
  );
}

interface PartProps {
  readonly form: FormDraft<DelegationValues>;
}

/** Who, for whom, under which act. */
function Act({ form: { value, change } }: PartProps): ReactNode {
  const organisations = useOrganisations().data?.items ?? [];
  return (
    <div className="pv-filters">
      <PersonSelect
        id="delegation-person"
        label="Délégataire"
        required
        value={value.person === '' ? undefined : value.person}
        onChange={(person) => {
          change({ person: person ?? '' });
        }}
      />
      <Select
        id="delegation-organisation"
        label="Organisation"
        data={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        value={value.organisation}
        allowDeselect={false}
        onChange={(organisation) => {
          change({ organisation: organisation ?? 'ville' });
        }}
      />
      <Select
        id="delegation-kind"
        label="Objet"
        data={KINDS}
        value={value.kind}
        allowDeselect={false}
        onChange={(kind) => {
          change({ kind: kind ?? 'signature' });
        }}
      />
      <TextInput
        id="delegation-arrete"
        label="Numéro de l’arrêté"
        required
        value={value.arrete}
        onChange={(event) => {
          change({ arrete: event.currentTarget.value });
        }}
      />
    </div>
  );
}

/** For what, from when to when, and whether only in someone's absence. */
function Limits({ form: { value, change } }: PartProps): ReactNode {
  const themes = useThemes().data ?? [];
  return (
    <div className="pv-filters">
      <MultiSelect
        id="delegation-matters"
        className="pv-grow"
        label="Matières"
        description="Vide : toutes celles de l’organisation."
        data={themes.map(({ id, name }) => ({ value: id, label: name }))}
        value={[...value.matters]}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Effacer les matières' }}
        nothingFoundMessage="Aucune matière de ce nom"
        onChange={(matters) => {
          change({ matters });
        }}
      />
      <TextInput
        id="delegation-from"
        type="date"
        label="Du"
        required
        value={value.from}
        onChange={(event) => {
          change({ from: event.currentTarget.value });
        }}
      />
      <TextInput
        id="delegation-to"
        type="date"
        label="Au (compris)"
        required
        min={value.from}
        value={value.to}
        onChange={(event) => {
          change({ to: event.currentTarget.value });
        }}
      />
      <PersonSelect
        id="delegation-inAbsenceOf"
        label="Seulement en l’absence de"
        except={value.person}
        value={value.inAbsenceOf === '' ? undefined : value.inAbsenceOf}
        onChange={(inAbsenceOf) => {
          change({ inAbsenceOf: inAbsenceOf ?? '' });
        }}
      />
    </div>
  );
}
