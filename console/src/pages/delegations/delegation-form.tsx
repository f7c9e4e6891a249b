import { Button, Select, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { addDelegation } from '../../api/absences.js';
import { useIntention } from '../../api/intention.js';
import { usePeople } from '../../api/places.js';
import { asProblem, type Problem } from '../../api/problem.js';
import { ErrorSummary } from '../../components/state/error-summary.js';
import { sayDone } from '../../shell/toasts.js';
import { today } from '../../text/format.js';

const ORGANISATIONS = [
  { value: 'ville', label: 'Ville' },
  { value: 'agglo', label: 'Agglomération' },
  { value: 'ccas', label: 'CCAS' },
];
const NEW = { person: '', organisation: 'ville', kind: 'signature', inAbsenceOf: '', from: '', to: '', arrete: '' };

/** An arrêté, once it is signed and published. */
export function DelegationForm(): ReactNode {
  const [open, setOpen] = useState(false);
  const [value, setValue] = useState({ ...NEW, from: today() as string });
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const keyFor = useIntention();
  const set = (change: Partial<typeof NEW>): void => {
    setValue({ ...value, ...change });
  };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { inAbsenceOf, kind, ...given } = value;
    const body = {
      ...given,
      kind: kind === 'function' ? ('function' as const) : ('signature' as const),
      ...(inAbsenceOf === '' ? {} : { inAbsenceOf }),
    };
    setBusy(true);
    setProblem(undefined);
    try {
      await addDelegation(body, keyFor(body));
      sayDone(`La délégation n° ${value.arrete} est enregistrée.`);
      setValue({ ...NEW, from: today() });
      setOpen(false);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  if (!open)
    return (
      <p className="pv-no-print">
        <Button
          variant="default"
          onClick={() => {
            setOpen(true);
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
      aria-label="Arrêté de délégation"
    >
      <ErrorSummary faults={faultsOf(problem)} />
      <div className="pv-filters">
        <PersonChoice
          id="delegation-person"
          label="Délégataire"
          value={value.person}
          onChange={(person) => {
            set({ person });
          }}
        />
        <Select
          id="delegation-organisation"
          label="Organisme"
          data={ORGANISATIONS}
          value={value.organisation}
          allowDeselect={false}
          onChange={(organisation) => {
            set({ organisation: organisation ?? 'ville' });
          }}
        />
        <Select
          id="delegation-kind"
          label="Objet"
          data={[
            { value: 'signature', label: 'Signature' },
            { value: 'function', label: 'Fonction et signature' },
          ]}
          value={value.kind}
          allowDeselect={false}
          onChange={(kind) => {
            set({ kind: kind ?? 'signature' });
          }}
        />
        <TextInput
          id="delegation-arrete"
          label="Numéro de l’arrêté"
          required
          value={value.arrete}
          onChange={(event) => {
            set({ arrete: event.currentTarget.value });
          }}
        />
        <TextInput
          id="delegation-from"
          type="date"
          label="Du"
          required
          value={value.from}
          onChange={(event) => {
            set({ from: event.currentTarget.value });
          }}
        />
        <TextInput
          id="delegation-to"
          type="date"
          label="Au (compris)"
          required
          value={value.to}
          onChange={(event) => {
            set({ to: event.currentTarget.value });
          }}
        />
        <PersonChoice
          id="delegation-inAbsenceOf"
          label="Seulement en l’absence de"
          value={value.inAbsenceOf}
          onChange={(inAbsenceOf) => {
            set({ inAbsenceOf });
          }}
        />
      </div>
      <div className="pv-form-actions">
        <Button type="submit" loading={busy}>
          Enregistrer l’arrêté
        </Button>
        <Button
          variant="default"
          onClick={() => {
            setOpen(false);
          }}
        >
          Annuler
        </Button>
      </div>
    </form>
  );
}

function faultsOf(problem: Problem | undefined): readonly { field: string; text: string }[] {
  if (problem === undefined) return [];
  if (problem.faults.length === 0) return [{ field: 'delegation-person', text: problem.message }];
  return problem.faults.map(({ pointer, detail }) => ({ field: `delegation-${pointer.slice(1)}`, text: detail }));
}

function PersonChoice({
  id,
  label,
  value,
  onChange,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (person: string) => void;
}): ReactNode {
  const [search, setSearch] = useState('');
  const { data } = usePeople(search.trim().length >= 2 ? { q: search.trim() } : {});
  return (
    <Select
      id={id}
      label={label}
      data={(data?.items ?? []).map(({ id: person, name, functionTitle }) => ({
        value: person,
        label: functionTitle === undefined ? name : `${name}, ${functionTitle}`,
      }))}
      value={value === '' ? null : value}
      onChange={(next) => {
        onChange(next ?? '');
      }}
      searchable
      onSearchChange={setSearch}
      filter={({ options }) => options}
      clearable
      clearButtonProps={{ 'aria-label': `Effacer : ${label}` }}
      nothingFoundMessage="Personne de ce nom"
    />
  );
}
