import { Button, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import {
  addStreet,
  changeStreet,
  type ReadStreetDto,
  type StreetGivenDto,
  type TownStreetDto,
} from '../../api/streets.js';
import { Conflict } from '../../components/state/conflict.js';
import { ErrorSummary, type FieldFault } from '../../components/state/error-summary.js';
import { faultAt } from '../../components/state/field-faults.js';
import type { Problem } from '../../api/problem.js';
import { DraftLine } from '../../drafts/draft-status.js';
import { useFormDraft } from '../../drafts/use-form-draft.js';
import { sayDone } from '../../shell/toasts.js';
import { StreetRemoval } from './street-removal.js';
import { StretchesField } from './stretches-field.js';
import { conflictFieldsOf, givenOf, mergeChoices, NO_STREET, valuesOf, type StreetValues } from './street-values.js';

interface Editing {
  /** What was stored when the editing began: what a conflict is judged against. Absent for a new street. */
  readonly base: TownStreetDto | undefined;
  readonly values: StreetValues;
}

interface StreetFormProps {
  readonly street: ReadStreetDto | undefined;
  readonly nameOf: (quartier: string) => string;
  readonly onDone: () => void;
}

/** A street and its numbers; a colleague's change meanwhile is shown beside one's own. */
export function StreetForm({ street, nameOf, onDone }: StreetFormProps): ReactNode {
  const form = useFormDraft<Editing>(`street:${street?.id ?? 'new'}`, 'Rue', {
    base: street,
    values: street === undefined ? NO_STREET : valuesOf(street),
  });
  const { base, values } = form.value;
  const save = async (from: TownStreetDto | undefined, next: StreetValues): Promise<void> => {
    const given: StreetGivenDto = givenOf(next);
    const done = await form.submit(() =>
      from === undefined ? form.once(given, (key) => addStreet(given, key)) : changeStreet(from, given),
    );
    if (!done) return;
    sayDone('Rue enregistrée.');
    onDone();
  };
  const { problem } = form;
  if (problem?.status === 412 && base !== undefined) {
    const theirs = problem.current as TownStreetDto;
    return (
      <Conflict
        why="cette rue a été modifiée entre-temps."
        fields={conflictFieldsOf({ before: valuesOf(base), mine: values, theirs: valuesOf(theirs) }, nameOf)}
        onResolve={(choices) => {
          const merged = mergeChoices(valuesOf(theirs), values, choices);
          form.change({ base: theirs, values: merged });
          void save(theirs, merged);
        }}
        actions={
          <Button variant="default" onClick={() => void form.giveUp().then(onDone)}>
            Garder sa version
          </Button>
        }
      />
    );
  }
  const change = (part: Partial<StreetValues>): void => {
    form.change({ base, values: { ...values, ...part } });
  };
  return (
    <form
      className="pv-form"
      noValidate
      aria-label="Rue"
      onSubmit={(event) => {
        event.preventDefault();
        void save(base, values);
      }}
      onBlur={() => void form.flush()}
    >
      <ErrorSummary faults={faultsOf(problem)} />
      <TextInput
        id="street-name"
        label="Nom officiel"
        description="Comme sur les plaques : « Avenue du Pont-Canal »"
        required
        maxLength={120}
        value={values.name}
        onChange={(event) => {
          change({ name: event.currentTarget.value });
        }}
      />
      <StretchesField
        stretches={values.stretches}
        onChange={(stretches) => {
          change({ stretches });
        }}
      />
      <div className="pv-form-actions">
        <Button type="submit" loading={form.busy}>
          Enregistrer
        </Button>
        <Button variant="subtle" onClick={() => void form.giveUp().then(onDone)}>
          Annuler
        </Button>
        <DraftLine status={form.status} savedAt={form.savedAt} />
      </div>
      {street === undefined ? null : <StreetRemoval street={street} onDone={() => void form.giveUp().then(onDone)} />}
    </form>
  );
}

/** Each fault at its field: `/stretches/1/to` is `street-stretches-1-to`. */
function faultsOf(problem: Problem | undefined): readonly FieldFault[] {
  if (problem === undefined) return [];
  if (problem.faults.length === 0) return [{ field: 'street-name', text: problem.message }];
  return problem.faults.map((fault) => faultAt(`street${fault.pointer.replaceAll('/', '-')}`, fault));
}
