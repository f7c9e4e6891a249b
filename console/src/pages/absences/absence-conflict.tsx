import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AbsenceDto } from '../../api/absences.js';
import { usePerson } from '../../api/places.js';
import { Conflict, type ConflictChoice } from '../../components/state/conflict.js';
import { plainDate } from '../../text/format.js';
import { valuesOf, type AbsenceValues } from './absence-values.js';

interface AbsenceConflictProps {
  readonly mine: AbsenceValues;
  readonly theirs: AbsenceValues;
  readonly onResolve: (values: AbsenceValues) => void;
  readonly onGiveUp: () => void;
}

type Part = 'from' | 'to' | 'substitute' | 'processes' | 'message';

const PARTS: readonly (readonly [Part, string])[] = [
  ['from', 'Du'],
  ['to', 'Au (compris)'],
  ['substitute', 'Remplacement par'],
  ['processes', 'Pour ces processus seulement'],
  ['message', 'Message pour les collègues'],
];

/** A colleague changed the same absence meanwhile: part by part, one chooses. */
export function AbsenceConflict({ mine, theirs, onResolve, onGiveUp }: AbsenceConflictProps): ReactNode {
  const { data: chosen } = usePerson(mine.substitute === '' ? undefined : mine.substitute);
  const names = new Map([
    ...namesOf(mine.base),
    ...namesOf(theirs.base),
    ...(chosen === undefined ? [] : [[chosen.id, chosen.name] as const]),
  ]);
  const before = mine.base === undefined ? mine : valuesOf(mine.base);
  const words = (values: AbsenceValues, part: Part): string => {
    if (part === 'substitute') return names.get(values.substitute) ?? 'selon l’annuaire';
    if (part === 'processes') return values.processes.map(({ name }) => name).join(', ');
    return part === 'message' ? values.message : plainDate(values[part]);
  };
  const fields = PARTS.map(([name, label]) => ({
    ...{ name, label },
    before: words(before, name),
    mine: words(mine, name),
    theirs: words(theirs, name),
  })).filter((one) => one.before !== one.mine || one.before !== one.theirs);
  const resolve = (choices: Readonly<Record<string, ConflictChoice>>): void => {
    const kept = PARTS.filter(([name]) => choices[name] === 'mine').map(([name]) => [name, mine[name]] as const);
    onResolve({ ...theirs, ...Object.fromEntries(kept) });
  };
  return (
    <Conflict
      why="un collègue a modifié cette absence entre-temps."
      fields={fields}
      onResolve={resolve}
      actions={
        <Button variant="default" onClick={onGiveUp}>
          Garder sa version
        </Button>
      }
    />
  );
}

function namesOf(absence: AbsenceDto | undefined): readonly (readonly [string, string])[] {
  return absence?.substitutes.map(({ id, name }) => [id, name] as const) ?? [];
}
