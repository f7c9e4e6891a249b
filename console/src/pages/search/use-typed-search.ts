import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { operatorAtEnd, readTyped, type Operator } from '../../../../domain/text/search-operators.js';
import { useChangeParams, useViewParam, viewQuery } from '../../shell/peek.js';

export interface TypedSearchState {
  readonly text: string;
  readonly type: (text: string) => void;
  /** Takes the operators out of a text and into the address. @returns the search as it stands then */
  readonly settle: (text: string) => string;
  readonly unknown: readonly string[];
}

/** What is in the search field, and its way into the address. */
export function useTypedSearch(operators: readonly Operator[]): TypedSearchState {
  const [q, setQ] = useViewParam('q');
  const changeParams = useChangeParams();
  const [text, setText] = useState(q);
  const [known, setKnown] = useState(q);
  const [sent, setSent] = useState(q);
  const [unknown, setUnknown] = useState<readonly string[]>([]);
  const send = (words: string): void => {
    setSent(words);
    setQ(words);
  };
  const later = useDebouncedCallback(send, 250);
  // The address changed by another way than this field: a filter taken off, the way back.
  if (q !== known) {
    setKnown(q);
    setSent(q);
    if (q !== sent) setText(q);
  }
  const type = (next: string): void => {
    setText(next);
    setUnknown([]);
    later(operatorAtEnd(next, operators)?.before.trim() ?? next.trim());
  };
  const settle = (given: string): string => {
    later.cancel();
    const typed = readTyped(given, operators);
    if (Object.keys(typed.values).length > 0) changeParams({ ...typed.values, apercu: undefined }, { replace: true });
    setText([typed.words, ...typed.unknown].join(' ').trim());
    setUnknown(typed.unknown);
    if (typed.words !== q) send(typed.words);
    return viewQuery(window.location.search);
  };
  return { text, type, settle, unknown };
}
