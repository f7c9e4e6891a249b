import { useEffect, useRef, type ReactNode } from 'react';
import { count, typeset } from '../../text/format.js';

export interface FieldFault {
  /** Id of the field in the page. */
  readonly field: string;
  readonly text: string;
}

/** What the person must correct, at the top, focused; each line leads to its field. */
export function ErrorSummary({ faults }: { readonly faults: readonly FieldFault[] }): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  // By their words: a list made anew at each drawing must not take the focus from whoever corrects.
  const words = faults.map(({ text }) => text).join(' ');
  useEffect(() => {
    if (words !== '') box.current?.focus();
  }, [words]);
  if (faults.length === 0) return null;
  return (
    <div ref={box} className="pv-notice" data-tone="late" role="alert" tabIndex={-1}>
      <div>
        <p className="pv-notice-title">{typeset(`${count(faults.length, 'champ est', 'champs sont')} à corriger`)}</p>
        <ul>
          {faults.map(({ field, text }) => (
            <li key={`${field} ${text}`}>
              <a
                href={`#${field}`}
                onClick={(event) => {
                  event.preventDefault();
                  focusField(field);
                }}
              >
                {text}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
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
