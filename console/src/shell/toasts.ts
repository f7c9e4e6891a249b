import { notifications } from '@mantine/notifications';
import { useSyncExternalStore } from 'react';
import { asProblem } from '../api/problem.js';
import { typeset } from '../text/format.js';

export interface Toast {
  readonly id: number;
  readonly at: number;
  readonly text: string;
  readonly tone: 'done' | 'failed';
}

const KEPT = 30;
let kept: readonly Toast[] = [];
let seen = 0;
let last = 0;
const listeners = new Set<() => void>();

/** Says that something was done; kept in the centre of messages, for whoever was looking elsewhere. */
export function sayDone(text: string): void {
  say(text, 'done');
}

export function sayFailed(error: unknown): void {
  say(asProblem(error).message, 'failed');
}

/** Says what became of it. @returns whether it was done */
export async function told(work: Promise<unknown>, done: string): Promise<boolean> {
  try {
    await work;
    sayDone(done);
    return true;
  } catch (error) {
    sayFailed(error);
    return false;
  }
}

function say(given: string, tone: Toast['tone']): void {
  const text = typeset(given);
  last += 1;
  kept = [{ id: last, at: Date.now(), text, tone }, ...kept].slice(0, KEPT);
  for (const listener of listeners) listener();
  notifications.show({
    id: `toast-${String(last)}`,
    message: text,
    color: tone === 'done' ? 'bronze' : 'red',
    autoClose: tone === 'done' ? 6000 : 12_000,
    role: tone === 'done' ? 'status' : 'alert',
    closeButtonProps: { 'aria-label': 'Fermer le message' },
  });
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(subscribe, () => kept);
}

export function useUnseenToasts(): number {
  return useSyncExternalStore(subscribe, () => last - seen);
}

export function markToastsSeen(): void {
  seen = last;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
