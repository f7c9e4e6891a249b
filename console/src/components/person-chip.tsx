import type { ReactNode } from 'react';
import './person-chip.css';

export interface NamedPerson {
  readonly id: string;
  readonly name: string;
  readonly functionTitle?: string | undefined;
}

/** A person by name, with their function, and for whom they act. */
export function PersonChip({
  person,
  behalf,
}: {
  readonly person: NamedPerson;
  readonly behalf?: NamedPerson | undefined;
}): ReactNode {
  return (
    <span className="pv-person">
      <span className="pv-person-mark" aria-hidden="true">
        {initialsOf(person.name)}
      </span>
      <span>
        {person.name}
        {behalf === undefined ? null : `, pour ${behalf.name}`}
        {person.functionTitle === undefined ? null : <span className="pv-row-sub">{person.functionTitle}</span>}
      </span>
    </span>
  );
}

function initialsOf(name: string): string {
  return name
    .split(/[\s-]+/)
    .map((word) => word.charAt(0))
    .slice(0, 2)
    .join('')
    .toUpperCase();
}
