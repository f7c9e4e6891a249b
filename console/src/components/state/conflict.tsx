import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { typeset } from '../../text/format.js';
import { Notice } from './notice.js';

export interface ConflictField {
  readonly name: string;
  readonly label: string;
  readonly before: string;
  readonly mine: string;
  readonly theirs: string;
}

export type ConflictChoice = 'mine' | 'theirs';

export interface ConflictProps {
  /** Why it was not recorded, in a sentence. */
  readonly why: string;
  readonly fields: readonly ConflictField[];
  /** Whoever was faster, where it is known. */
  readonly who?: string;
  readonly onResolve?: (choices: Readonly<Record<string, ConflictChoice>>) => void;
  readonly resolveLabel?: string;
  /** More ways out, always one that keeps what was typed. */
  readonly actions?: ReactNode;
}

/** Two people wrote: before, yours, theirs, side by side. Nothing is thrown away. */
export function Conflict({
  why,
  fields,
  who,
  onResolve,
  resolveLabel = 'Enregistrer ces choix',
  actions,
}: ConflictProps): ReactNode {
  const [choices, setChoices] = useState<Readonly<Record<string, ConflictChoice>>>({});
  const choose = (name: string, choice: ConflictChoice): void => {
    setChoices((all) => ({ ...all, [name]: choice }));
  };
  const theirs = who === undefined ? 'L’autre' : typeset(`Celle de ${who}`);
  return (
    <section aria-label="Conflit d’écriture" data-testid="conflict">
      <Notice
        tone="soon"
        icon="alert"
        role="alert"
        title={typeset(`Votre modification n’a pas été enregistrée : ${why}`)}
      >
        <p>Ce que vous avez écrit est gardé. Comparez, puis choisissez.</p>
      </Notice>
      <div className="pv-conflict">
        <div className="pv-conflict-head">Avant</div>
        <div className="pv-conflict-head">La vôtre</div>
        <div className="pv-conflict-head">{theirs}</div>
        {fields.map((field) => (
          <ConflictRow
            key={field.name}
            field={field}
            theirs={theirs}
            choice={choices[field.name] ?? preferredOf(field)}
            onChoose={onResolve === undefined ? undefined : choose}
          />
        ))}
      </div>
      <div className="pv-notice-actions">
        {onResolve === undefined ? null : (
          <Button
            onClick={() => {
              onResolve(
                Object.fromEntries(fields.map((field) => [field.name, choices[field.name] ?? preferredOf(field)])),
              );
            }}
          >
            {resolveLabel}
          </Button>
        )}
        {actions}
      </div>
    </section>
  );
}

/** What only one of the two changed is theirs to decide. */
function preferredOf({ before, mine }: ConflictField): ConflictChoice {
  return mine === before ? 'theirs' : 'mine';
}

interface RowProps {
  readonly field: ConflictField;
  readonly theirs: string;
  readonly choice: ConflictChoice;
  readonly onChoose: ((name: string, choice: ConflictChoice) => void) | undefined;
}

function ConflictRow({ field, theirs, choice, onChoose }: RowProps): ReactNode {
  const cell = (side: ConflictChoice, text: string): ReactNode => {
    const shown = text === '' ? '—' : text;
    if (onChoose === undefined) return shown;
    return (
      <label>
        <input
          type="radio"
          name={`conflict-${field.name}`}
          checked={choice === side}
          aria-label={typeset(`${field.label} : ${side === 'mine' ? 'garder la vôtre' : theirs}, ${shown}`)}
          onChange={() => {
            onChoose(field.name, side);
          }}
        />
        <span>{shown}</span>
      </label>
    );
  };
  return (
    <>
      <div className="pv-conflict-field">{field.label}</div>
      <div>{field.before === '' ? '—' : field.before}</div>
      <div>{cell('mine', field.mine)}</div>
      <div>{cell('theirs', field.theirs)}</div>
    </>
  );
}
