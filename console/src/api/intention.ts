import { hashKey } from '@tanstack/react-query';
import { useRef } from 'react';

export function newKey(): string {
  return crypto.randomUUID();
}

/**
 * The key of one intention of the person: the same for a double click and for every retry of the same content, a new one
 * once it was done or once what is sent has changed. For an act that keeps no draft; what is typed is sent by `once`
 * of its draft, which outlives a reload.
 */
export function useIntention(): (content: unknown) => string {
  const kept = useRef<{ content: string; key: string } | undefined>(undefined);
  return (content) => {
    const text = JSON.stringify(content);
    if (kept.current?.content !== text) kept.current = { content: text, key: newKey() };
    return kept.current.key;
  };
}

/** The key of that content sent from that draft: the same in another tab, after a reload, on another machine. */
export async function keyUnder(draft: string, content: unknown): Promise<string> {
  const said = new TextEncoder().encode(hashKey([draft, content]));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', said));
  return [...digest.slice(0, 20)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
