import { Button, Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { addClosure, type OrganisationCalendarDto } from '../../api/settings.js';
import { ErrorSummary } from '../../components/state/error-summary.js';
import { fieldFaultsOf } from '../../components/state/field-faults.js';
import { DraftLine } from '../../drafts/draft-status.js';
import { useFormDraft } from '../../drafts/use-form-draft.js';
import { sayDone } from '../../shell/toasts.js';
import { minutesOf } from '../../text/clock-minutes.js';
import { OrganisationSelect } from './organisation-select.js';

export const KINDS = [
  { value: 'closed', label: 'Fermé' },
  { value: 'earlyClosing', label: 'Fermeture avancée' },
  { value: 'openExceptionally', label: 'Ouvert exceptionnellement' },
];

const NO_CLOSURE = { organisation: '', date: '', kind: 'closed', closesAt: '12:00', label: '' };

/** A day on which the town is closed, closes early, or opens. */
export function NewClosure({
  organisations,
}: {
  readonly organisations: readonly OrganisationCalendarDto[];
}): ReactNode {
  const form = useFormDraft('closure', 'Fermeture', NO_CLOSURE);
  const { value, change } = form;
  const organisation = value.organisation === '' ? (organisations[0]?.organisation ?? '') : value.organisation;
  const add = async (): Promise<void> => {
    const { date, kind, label } = value;
    const early = kind === 'earlyClosing' ? { closesAt: minutesOf(value.closesAt) } : {};
    const done = await form.submit(() =>
      addClosure({ organisation, date, kind: kind as 'closed', label: label.trim(), ...early }),
    );
    if (done) sayDone('Fermeture décidée, les calendriers sont à jour.');
  };
  const typed = (name: 'date' | 'closesAt' | 'label', type: 'date' | 'time' | 'text', label: string): ReactNode => (
    <TextInput
      id={`closure-${name}`}
      className={type === 'text' ? 'pv-grow' : ''}
      type={type}
      label={label}
      required
      maxLength={120}
      value={value[name]}
      onChange={(event) => {
        change({ [name]: event.currentTarget.value });
      }}
    />
  );
  return (
    <form
      className="pv-form pv-no-print"
      noValidate
      aria-label="Décider une fermeture"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
      onBlur={() => void form.flush()}
    >
      <ErrorSummary faults={fieldFaultsOf(form.problem, { prefix: 'closure', first: 'date' })} />
      <div className="pv-filters">
        <OrganisationSelect
          label="Organisation"
          organisations={organisations}
          value={organisation}
          onChange={(next) => {
            change({ organisation: next });
          }}
        />
        {typed('date', 'date', 'Jour')}
        <Select
          label="Décision"
          allowDeselect={false}
          data={KINDS}
          value={value.kind}
          onChange={(next) => {
            change({ kind: next ?? 'closed' });
          }}
        />
        {value.kind === 'earlyClosing' ? typed('closesAt', 'time', 'Ferme à') : null}
        {typed('label', 'text', 'Motif affiché')}
        <Button type="submit" loading={form.busy}>
          Ajouter
        </Button>
      </div>
      <DraftLine status={form.status} savedAt={form.savedAt} />
    </form>
  );
}
