import { Checkbox, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useDepartments, usePeople } from '../../../api/places.js';
import { AwayNotice } from '../../../components/away-notice.js';
import type { FieldsProps } from './fields.js';
import { TextBox } from './plain-fields.js';
import { SubmitRow } from './submit-row.js';

export function AskOpinionFields({ id, entry, state }: FieldsProps): ReactNode {
  const { value } = state.draft;
  return (
    <>
      <DepartmentChoice
        id={id}
        label="Service consulté"
        value={value.department}
        onChange={(department) => {
          state.set({ department });
        }}
      />
      <TextBox id={id} entry={{ ...entry, fieldLabel: 'La question' }} state={state} />
      <Checkbox
        label="La réponse doit attendre cet avis"
        checked={value.required ?? false}
        onChange={(event) => {
          state.set({ required: event.currentTarget.checked });
        }}
      />
      <SubmitRow
        label={entry.label}
        sending={state.sending}
        disabled={value.text.trim() === '' || value.department === undefined}
        onSubmit={() =>
          void state.perform({
            text: value.text.trim(),
            department: value.department,
            required: value.required ?? false,
          })
        }
      />
    </>
  );
}

export function ReassignFields({ id, entry, state, caseFile }: FieldsProps): ReactNode {
  const { value } = state.draft;
  const department = value.department ?? caseFile.route.department.id;
  const { data } = usePeople({ department });
  const people = (data?.items ?? []).map(({ id: person, name, functionTitle, absent }) => ({
    value: person,
    label: `${name}${functionTitle === undefined ? '' : `, ${functionTitle}`}${absent ? ' (absence en cours)' : ''}`,
  }));
  const send = (): void => {
    const reason = value.text.trim();
    void state.perform({
      ...(value.person === undefined ? {} : { holder: value.person }),
      ...(department === caseFile.route.department.id ? {} : { department }),
      ...(reason === '' ? {} : { reason }),
    });
  };
  return (
    <>
      <DepartmentChoice
        id={id}
        label="Service"
        value={department}
        onChange={(next) => {
          state.set({ department: next, person: undefined });
        }}
      />
      <Select
        id={`${id}-person`}
        label="Personne"
        description="Vide : selon les règles du service."
        data={people}
        value={value.person ?? null}
        onChange={(person) => {
          state.set({ person: person ?? undefined });
        }}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Effacer la personne' }}
        nothingFoundMessage="Personne"
      />
      {value.person === undefined ? null : <AwayNotice personId={value.person} processId={caseFile.processId} />}
      <TextBox id={id} entry={{ ...entry, fieldLabel: 'Pourquoi' }} state={state} required={false} />
      <SubmitRow label={entry.label} sending={state.sending} onSubmit={send} />
    </>
  );
}

export function DepartmentChoice({
  id,
  label,
  value,
  onChange,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (department: string | undefined) => void;
}): ReactNode {
  const { data } = useDepartments();
  return (
    <Select
      id={`${id}-department`}
      label={label}
      data={(data?.items ?? [])
        .filter(({ closedOn }) => closedOn === undefined)
        .map((department) => ({ value: department.id, label: department.name }))}
      value={value ?? null}
      onChange={(department) => {
        onChange(department ?? undefined);
      }}
      searchable
      nothingFoundMessage="Aucun service"
    />
  );
}
