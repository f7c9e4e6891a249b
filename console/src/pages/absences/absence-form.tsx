import { Button, Select, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { saveAbsence, type AbsenceDto } from '../../api/absences.js';
import { useIntention } from '../../api/intention.js';
import { usePeople } from '../../api/places.js';
import { asProblem, type Problem } from '../../api/problem.js';
import { useSession } from '../../api/session.js';
import { ErrorSummary } from '../../components/state/error-summary.js';
import { sayDone } from '../../shell/toasts.js';
import { today } from '../../text/format.js';

interface AbsenceFormProps {
  readonly absence: AbsenceDto | undefined;
  readonly onDone: () => void;
}

const FIELD_OF: Readonly<Record<string, string>> = {
  'absence.dates-reversed': 'absence-to',
  'absence.overlaps': 'absence-from',
  'substitution.loop': 'absence-substitute',
  'substitution.unknown-person': 'absence-substitute',
};

/** Three fields. */
export function AbsenceForm({ absence, onDone }: AbsenceFormProps): ReactNode {
  const [from, setFrom] = useState(absence?.from ?? today());
  const [to, setTo] = useState(absence?.to ?? today());
  const [substitute, setSubstitute] = useState(absence?.substitutes[0]?.id);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const keyFor = useIntention();
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    const body = { id: absence?.id, from, to, substitutes: substitute === undefined ? [] : [substitute] };
    try {
      await saveAbsence(body, keyFor(body));
      sayDone('L’absence est enregistrée.');
      setSubstitute(undefined);
      onDone();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="pv-form" noValidate onSubmit={(event) => void save(event)}>
      <ErrorSummary faults={faultsOf(problem)} />
      <div className="pv-filters">
        <TextInput
          id="absence-from"
          type="date"
          label="Du"
          required
          value={from}
          onChange={(event) => {
            setFrom(event.currentTarget.value as typeof from);
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
            setTo(event.currentTarget.value as typeof to);
          }}
        />
        <Substitute of={absence?.person.id} value={substitute} onChange={setSubstitute} />
      </div>
      <div className="pv-form-actions">
        <Button type="submit" loading={busy}>
          Enregistrer l’absence
        </Button>
        {absence === undefined ? null : (
          <Button variant="default" onClick={onDone}>
            Annuler
          </Button>
        )}
      </div>
    </form>
  );
}

function faultsOf(problem: Problem | undefined): readonly { field: string; text: string }[] {
  if (problem === undefined) return [];
  if (problem.faults.length === 0) return [{ field: FIELD_OF[problem.code] ?? 'absence-from', text: problem.message }];
  return problem.faults.map(({ pointer, detail }) => ({ field: `absence-${pointer.slice(1)}`, text: detail }));
}

/** Colleagues of one's own departments come first; the name of anybody else finds them too. */
function Substitute({
  of,
  value,
  onChange,
}: {
  readonly of: string | undefined;
  readonly value: string | undefined;
  readonly onChange: (person: string | undefined) => void;
}): ReactNode {
  const { person } = useSession();
  const [search, setSearch] = useState('');
  const { data } = usePeople(search.trim().length >= 2 ? { q: search.trim() } : {});
  const people = (data?.items ?? []).filter(({ id }) => id !== (of ?? person.id));
  return (
    <Select
      id="absence-substitute"
      className="pv-grow"
      label="Remplacement par"
      description="Vide : selon l’annuaire."
      data={people.map(({ id, name, functionTitle }) => ({
        value: id,
        label: functionTitle === undefined ? name : `${name}, ${functionTitle}`,
      }))}
      value={value ?? null}
      onChange={(next) => {
        onChange(next ?? undefined);
      }}
      searchable
      onSearchChange={setSearch}
      filter={({ options }) => options}
      clearable
      clearButtonProps={{ 'aria-label': 'Effacer le remplacement' }}
      nothingFoundMessage="Personne de ce nom"
    />
  );
}
