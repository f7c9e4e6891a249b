import { useRef } from 'react';

export function newKey(): string {
  return crypto.randomUUID();
}

/**
 * The key of one intention of the person: the same for a double click and for every retry of the same content, a new one
 * once it was done or once what is sent has changed.
 */
export function useIntention(): (content: unknown) => string {
  const kept = useRef<{ content: string; key: string } | undefined>(undefined);
  return (content) => {
    const text = JSON.stringify(content);
    if (kept.current?.content !== text) kept.current = { content: text, key: newKey() };
    return kept.current.key;
  };
}
