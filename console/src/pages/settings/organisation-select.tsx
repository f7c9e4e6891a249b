import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import type { OrganisationCalendarDto } from '../../api/settings.js';

interface OrganisationSelectProps {
  readonly label: string;
  readonly organisations: readonly OrganisationCalendarDto[];
  readonly value: string;
  readonly onChange: (organisation: string) => void;
}

/** One organisation of the town, in a field wide enough for its name. */
export function OrganisationSelect({ label, organisations, value, onChange }: OrganisationSelectProps): ReactNode {
  return (
    <Select
      className="pv-long-choice"
      label={label}
      allowDeselect={false}
      value={value}
      data={organisations.map((one) => ({ value: one.organisation, label: one.name }))}
      onChange={(next) => {
        onChange(next ?? '');
      }}
    />
  );
}
