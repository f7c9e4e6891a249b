import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from './icon.js';

interface ListSearchProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** The search field of a list, to which / goes. */
export function ListSearch({ label, value, onChange }: ListSearchProps): ReactNode {
  return (
    <TextInput
      className="pv-grow"
      data-list-search
      label={label}
      leftSection={<Icon name="search" size={16} />}
      value={value}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}
