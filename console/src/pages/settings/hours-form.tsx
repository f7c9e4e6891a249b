import { Button, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { setHours, type OrganisationCalendarDto } from '../../api/settings.js';
import { ErrorSummary } from '../../components/state/error-summary.js';
import { fieldFaultsOf } from '../../components/state/field-faults.js';
import { DraftLine } from '../../drafts/draft-status.js';
import { useFormDraft } from '../../drafts/use-form-draft.js';
import { sayDone } from '../../shell/toasts.js';
import { minutesOf, timeOf } from '../../text/clock-minutes.js';

/** When an organisation is open, for its clocks and in words for the public. */
export function HoursForm({ organisation: given }: { readonly organisation: OrganisationCalendarDto }): ReactNode {
  const form = useFormDraft(`hours:${given.organisation}`, `Horaires — ${given.name}`, {
    opensAt: timeOf(given.opensAt),
    closesAt: timeOf(given.closesAt),
    hoursText: given.hoursText,
  });
  const { value, change } = form;
  const id = `hours-${given.organisation}`;
  const save = async (): Promise<void> => {
    const hours = {
      opensAt: minutesOf(value.opensAt),
      closesAt: minutesOf(value.closesAt),
      hoursText: value.hoursText,
    };
    if (await form.submit(() => setHours(given.organisation, hours)))
      sayDone('Horaires enregistrés, les calendriers sont à jour.');
  };
  const typed = (name: keyof typeof value, type: 'time' | 'text', label: string): ReactNode => (
    <TextInput
      id={`${id}-${name}`}
      className={type === 'text' ? 'pv-whole-line' : ''}
      type={type}
      label={label}
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
      aria-label={`Horaires : ${given.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onBlur={() => void form.flush()}
    >
      <ErrorSummary faults={fieldFaultsOf(form.problem, { prefix: id, first: 'opensAt' })} />
      <h3>{given.name}</h3>
      <div className="pv-filters">
        {typed('opensAt', 'time', 'Ouvre à')}
        {typed('closesAt', 'time', 'Ferme à')}
        {typed('hoursText', 'text', 'En mots, pour le public')}
        <Button type="submit" variant="default" loading={form.busy}>
          Enregistrer
        </Button>
      </div>
      <DraftLine status={form.status} savedAt={form.savedAt} />
    </form>
  );
}
