import { notifications } from '@mantine/notifications';
import { createElement, useSyncExternalStore, type ReactNode } from 'react';
import { asProblem } from '../api/problem.js';
import { typeset } from '../text/format.js';
import { UndoMessage } from './undo-message.js';

export interface Toast {
  readonly id: number;
  readonly at: number;
  readonly text: string;
  readonly tone: 'done' | 'failed';
}

const KEPT = 30;
const UNDO_FOR = 10_000;
let kept: readonly Toast[] = [];
let seen = 0;
let last = 0;
const listeners = new Set<() => void>();

/** Takes back what was done; the server has the last word. */
export type Undo = () => Promise<unknown>;

let undoable: { readonly id: number; readonly undo: Undo } | undefined;

/** Says that something was done, and for ten seconds how to take it back, where it can be; kept in the centre of messages. */
export function sayDone(text: string, undo?: Undo): void {
  say(text, 'done', undo);
}

/** Takes back the last thing that can be, as long as its message shows. */
export async function undoLast(): Promise<void> {
  const last = undoable;
  if (last === undefined) return;
  forget(last.id);
  notifications.hide(idOf(last.id));
  await told(last.undo(), 'C’est annulé.');
}

export function useUndoable(): boolean {
  return useSyncExternalStore(subscribe, () => undoable !== undefined);
}

function forget(id: number): void {
  if (undoable?.id !== id) return;
  undoable = undefined;
  tell();
}

export function sayFailed(error: unknown): void {
  say(asProblem(error).message, 'failed');
}

/** Says what became of it. @returns whether it was done */
export async function told(work: Promise<unknown>, done: string, undo?: Undo): Promise<boolean> {
  try {
    await work;
    sayDone(done, undo);
    return true;
  } catch (error) {
    sayFailed(error);
    return false;
  }
}

function say(given: string, tone: Toast['tone'], undo?: Undo): void {
  const text = typeset(given);
  last += 1;
  const id = last;
  kept = [{ id, at: Date.now(), text, tone }, ...kept].slice(0, KEPT);
  undoable = undo === undefined ? undefined : { id, undo };
  tell();
  notifications.show({
    id: idOf(id),
    color: tone === 'done' ? 'bronze' : 'red',
    role: tone === 'done' ? 'status' : 'alert',
    closeButtonProps: { 'aria-label': 'Fermer le message' },
    onClose: () => {
      forget(id);
    },
    ...(undo === undefined ? { message: text, autoClose: tone === 'done' ? 6000 : 12_000 } : withUndo(id, text)),
  });
}

/** For ten seconds; while somebody is in it, it stays. */
function withUndo(
  id: number,
  text: string,
  held = false,
): { readonly message: ReactNode; readonly autoClose: number | false } {
  const message = createElement(UndoMessage, {
    text,
    onUndo: () => void undoLast(),
    onHold: (now) => {
      notifications.update({ id: idOf(id), ...withUndo(id, text, now) });
    },
  });
  return { message, autoClose: held ? false : UNDO_FOR };
}

function idOf(id: number): string {
  return `toast-${String(id)}`;
}

function tell(): void {
  for (const listener of listeners) listener();
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(subscribe, () => kept);
}

export function useUnseenToasts(): number {
  return useSyncExternalStore(subscribe, () => last - seen);
}

export function markToastsSeen(): void {
  seen = last;
  tell();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
