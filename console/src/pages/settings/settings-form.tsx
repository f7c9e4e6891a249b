import { Button, Select, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { Conflict, type ConflictField } from '../../components/state/conflict.js';
import { ErrorSummary } from '../../components/state/error-summary.js';
import { fieldFaultsOf } from '../../components/state/field-faults.js';
import { useFormDraft } from '../../drafts/use-form-draft.js';
import { sayDone } from '../../shell/toasts.js';
import { SettingsFoot } from './settings-foot.js';

export interface SettingsField {
  readonly name: string;
  readonly label: string;
  /** One line; several, one thing a line; a day; an hour; a number. */
  readonly kind?: 'lines' | 'date' | 'time' | 'number';
  readonly description?: string;
  readonly optional?: boolean;
  /** One of these, and nothing else. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
}

export type SettingsValues = Readonly<Record<string, string>>;

interface Versioned {
  readonly version: number;
  readonly values: SettingsValues;
}

export interface SettingsFormProps {
  /** Of the draft, and of the ids of the fields. */
  readonly name: string;
  readonly title: string;
  readonly fields: readonly SettingsField[];
  readonly stored: Versioned;
  /** What the server says is stored now, after a refusal. */
  readonly readCurrent: (current: unknown) => Versioned;
  readonly save: (version: number, values: SettingsValues) => Promise<unknown>;
  /** What its button does, where another form stands beside it. */
  readonly submitLabel?: string;
  /** What is said once it is saved. */
  readonly saved?: string;
  readonly onSaved?: () => void;
}

/** Some texts of the town, edited together on the version that was read; a colleague's change is shown beside one's own. */
export function SettingsForm(props: SettingsFormProps): ReactNode {
  const {
    name,
    title,
    fields,
    stored,
    readCurrent,
    save,
    saved = 'Réglages enregistrés.',
    onSaved,
    submitLabel,
  } = props;
  const form = useFormDraft<{ readonly base: Versioned; readonly values: SettingsValues }>(`settings:${name}`, title, {
    base: stored,
    values: stored.values,
  });
  const { base, values } = form.value;
  const submit = async (version: number, next: SettingsValues): Promise<void> => {
    if (!(await form.submit(() => save(version, next)))) return;
    sayDone(saved);
    onSaved?.();
  };
  const { problem } = form;
  if (problem?.status === 412 && problem.current !== undefined) {
    const theirs = readCurrent(problem.current);
    return (
      <Conflict
        why="ces réglages ont été modifiés entre-temps."
        fields={conflicts(fields, { before: base.values, mine: values, theirs: theirs.values })}
        onResolve={(choices) => {
          const merged = Object.fromEntries(
            Object.keys(values).map((key) => [key, (choices[key] === 'mine' ? values : theirs.values)[key] ?? '']),
          );
          form.change({ base: theirs, values: merged });
          void submit(theirs.version, merged);
        }}
        actions={
          <Button variant="default" onClick={() => void form.giveUp()}>
            Garder sa version
          </Button>
        }
      />
    );
  }
  return (
    <form
      className="pv-form"
      noValidate
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(base.version, values);
      }}
      onBlur={() => void form.flush()}
    >
      <ErrorSummary faults={fieldFaultsOf(problem, { prefix: `settings-${name}`, first: fields[0]?.name ?? '' })} />
      {fields.map((field) => (
        <Field
          key={field.name}
          id={`settings-${name}-${field.name}`}
          field={field}
          value={values[field.name] ?? ''}
          onChange={(value) => {
            form.change({ base, values: { ...values, [field.name]: value } });
          }}
        />
      ))}
      <SettingsFoot form={form} {...(submitLabel === undefined ? {} : { label: submitLabel })} />
    </form>
  );
}

function Field({
  id,
  field: { label, kind, description, optional, choices },
  value,
  onChange,
}: {
  readonly id: string;
  readonly field: SettingsField;
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const common = { id, label, description, value, required: optional !== true };
  if (choices !== undefined)
    return (
      <Select
        {...common}
        className="pv-long-choice"
        data={[...choices]}
        value={value === '' ? null : value}
        allowDeselect={false}
        searchable
        nothingFoundMessage="Rien de ce nom"
        onChange={(next) => {
          onChange(next ?? '');
        }}
      />
    );
  if (kind === 'lines')
    return (
      <Textarea
        {...common}
        autosize
        minRows={2}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
    );
  return (
    <TextInput
      {...common}
      type={kind === 'date' || kind === 'time' ? kind : 'text'}
      inputMode={kind === 'number' ? 'decimal' : undefined}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}

function conflicts(
  fields: readonly SettingsField[],
  { before, mine, theirs }: Readonly<Record<'before' | 'mine' | 'theirs', SettingsValues>>,
): readonly ConflictField[] {
  return fields
    .map((field) => ({
      name: field.name,
      label: field.label,
      before: wordsOf(field, before),
      mine: wordsOf(field, mine),
      theirs: wordsOf(field, theirs),
    }))
    .filter((one) => one.before !== one.mine || one.before !== one.theirs);
}

/** What is compared is read: the words of a choice, not its value. */
function wordsOf({ name, choices }: SettingsField, values: SettingsValues): string {
  const value = values[name] ?? '';
  return choices?.find((choice) => choice.value === value)?.label ?? value;
}

/** One thing a line; empty lines are none. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
