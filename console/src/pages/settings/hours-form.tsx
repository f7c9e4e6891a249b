import type { ReactNode } from 'react';
import { setHours, type OrganisationCalendarDto } from '../../api/settings.js';
import { minutesOf, timeOf } from '../../text/clock-minutes.js';
import { SettingsForm, type SettingsField, type SettingsFormProps } from './settings-form.js';

const FIELDS: readonly SettingsField[] = [
  { name: 'opensAt', label: 'Ouvre à', kind: 'time' },
  { name: 'closesAt', label: 'Ferme à', kind: 'time' },
  { name: 'hoursText', label: 'En mots, pour le public' },
];

/** When an organisation is open, for its clocks and in words for the public. */
export function HoursForm({ organisation: given }: { readonly organisation: OrganisationCalendarDto }): ReactNode {
  return (
    <div className="pv-no-print">
      <h3>{given.name}</h3>
      <SettingsForm
        name={`hours:${given.organisation}`}
        title={`Horaires : ${given.name}`}
        fields={FIELDS}
        stored={valuesOf(given)}
        readCurrent={(current) => valuesOf(current as OrganisationCalendarDto)}
        save={(version, { opensAt = '', closesAt = '', hoursText = '' }) =>
          setHours(
            { organisation: given.organisation, version },
            { opensAt: minutesOf(opensAt), closesAt: minutesOf(closesAt), hoursText },
          )
        }
        saved="Horaires enregistrés, les calendriers sont à jour."
      />
    </div>
  );
}

function valuesOf({ version, opensAt, closesAt, hoursText }: OrganisationCalendarDto): SettingsFormProps['stored'] {
  return { version, values: { opensAt: timeOf(opensAt), closesAt: timeOf(closesAt), hoursText } };
}
