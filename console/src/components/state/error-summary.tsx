import { useEffect, useRef, type ReactNode } from 'react';
import { missingSentence } from '../../../../domain/text/fault-sentences.js';
import { count, typeset } from '../../text/format.js';
import { labelOf } from './label-of.js';

export interface FieldFault {
  /** Id of the field in the page. */
  readonly field: string;
  readonly text: string;
  /** Left empty: said by the name that stands beside the field. */
  readonly missing?: boolean;
}

interface ErrorSummaryProps {
  readonly faults: readonly FieldFault[];
  /** Told to somebody who is still typing: the focus stays where it is. */
  readonly whileTyping?: boolean;
}

/** What the person must correct, at the top; each line leads to its field. Alone, its field is gone to at once. */
export function ErrorSummary({ faults, whileTyping = false }: ErrorSummaryProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  // By their words: a list made anew at each drawing must not take the focus from whoever corrects.
  const words = faults.map(({ text }) => text).join(' ');
  const only = faults.length === 1 ? faults[0]?.field : undefined;
  useEffect(() => {
    if (words === '' || whileTyping) return;
    if (only === undefined || document.getElementById(only) === null) box.current?.focus();
    else focusField(only);
  }, [words, only, whileTyping]);
  if (faults.length === 0) return null;
  return (
    <div ref={box} className="pv-notice" data-tone="late" role={whileTyping ? 'status' : 'alert'} tabIndex={-1}>
      <div>
        <p className="pv-notice-title">{typeset(`${count(faults.length, 'champ est', 'champs sont')} à corriger`)}</p>
        <ul>
          {faults.map(({ field, text, missing }) => (
            <li key={`${field} ${text}`}>
              <a
                href={`#${field}`}
                onClick={(event) => {
                  event.preventDefault();
                  focusField(field);
                }}
              >
                {missing === true ? missingAt(field, text) : text}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function missingAt(field: string, otherwise: string): string {
  const found = document.getElementById(field);
  const label = found === null ? '' : labelOf(found);
  return label === '' ? otherwise : missingSentence(label);
}

/** Moves to a field, or to the first control inside a group of that id. */
export function focusField(id: string): void {
  const found = document.getElementById(id);
  const control =
    found?.matches('input, textarea, select, button') === true
      ? found
      : found?.querySelector<HTMLElement>('input, textarea, select, button');
  (control ?? found)?.focus();
  found?.scrollIntoView({ block: 'center' });
}
