import { Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Play } from './bench-play.js';

const CHANNELS = [
  { value: 'teleservice', label: 'Téléservice' },
  { value: 'telephone', label: 'Téléphone' },
  { value: 'letter', label: 'Courrier' },
];

/** The invented request that the play begins with; `children` are its answers. */
export function BenchRequest({
  play,
  onChange,
  children,
}: {
  readonly play: Play;
  readonly onChange: (part: Partial<Play>) => void;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <fieldset className="pv-fieldset">
      <legend>La demande</legend>
      <TextInput
        type="date"
        label="Reçue le"
        value={play.day}
        onChange={(event) => {
          if (event.currentTarget.value !== '') onChange({ day: event.currentTarget.value });
        }}
      />
      <TextInput
        type="time"
        label="à"
        value={play.hour}
        onChange={(event) => {
          if (event.currentTarget.value !== '') onChange({ hour: event.currentTarget.value });
        }}
      />
      <Select
        label="Par"
        data={CHANNELS}
        value={play.channel}
        allowDeselect={false}
        onChange={(channel) => {
          onChange({ channel: channel ?? 'teleservice' });
        }}
      />
      {children}
    </fieldset>
  );
}
