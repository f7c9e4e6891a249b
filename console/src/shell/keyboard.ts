import { useEffect, useRef, useSyncExternalStore } from 'react';

export interface Shortcut {
  /** What the help says; two keys that say the same stand on one line. */
  readonly label: string;
  readonly act: () => void;
}

/** Keys → what they do. `g f` is two keys one after the other. */
export type Shortcuts = Readonly<Record<string, Shortcut>>;

interface Layer {
  readonly title: string;
  readonly shortcuts: () => Shortcuts;
}

const SWITCH = 'parvis.single-keys';
/** The second key of a pair must come within so long. */
const PAIR_WITHIN = 1200;

const layers: Layer[] = [];
const listeners = new Set<() => void>();
let first: { readonly key: string; readonly at: number } | undefined;

/**
 * Single keys that act while no field is being typed in. The layer mounted last is asked first, so a pane over a list has
 * the word. Off by one switch (WCAG 2.1.4); no Alt, which types characters. `title` is where they work, for the help.
 */
export function useShortcuts(title: string, shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const layer = { title, shortcuts: () => latest.current };
    layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
    };
  }, [title]);
}

/** From row to row, by letters or by arrows. */
export function moveKeys(move: (by: number) => void): Shortcuts {
  const next = {
    label: 'Ligne suivante',
    act: () => {
      move(1);
    },
  };
  const previous = {
    label: 'Ligne précédente',
    act: () => {
      move(-1);
    },
  };
  return { j: next, ArrowDown: next, k: previous, ArrowUp: previous };
}

export interface KeyGroup {
  readonly title: string;
  /** Keys that do the same, and what they do. */
  readonly keys: readonly (readonly [keys: readonly string[], label: string])[];
}

/** What every key does at this moment, the nearest first: a key that a layer above takes is not told twice. */
export function activeKeys(): readonly KeyGroup[] {
  const told = new Set<string>();
  const groups = new Map<string, Map<string, string[]>>();
  for (const { title, shortcuts } of layers.toReversed()) {
    const labels = groups.get(title) ?? new Map<string, string[]>();
    for (const [key, { label }] of Object.entries(shortcuts())) {
      if (told.has(key)) continue;
      told.add(key);
      labels.set(label, [...(labels.get(label) ?? []), key]);
    }
    if (labels.size > 0) groups.set(title, labels);
  }
  return [...groups].map(([title, labels]) => ({ title, keys: [...labels].map(([label, keys]) => [keys, label]) }));
}

export function singleKeysOn(): boolean {
  return localStorage.getItem(SWITCH) !== 'off';
}

export function setSingleKeys(on: boolean): void {
  localStorage.setItem(SWITCH, on ? 'on' : 'off');
  for (const listener of listeners) listener();
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, singleKeysOn);
}

/** True where keys are text: fields, editors, lists to choose from, open dialogs and menus. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target.matches('input[type="checkbox"], input[type="radio"], input[type="button"]')) return false;
  return (
    target.closest('input, textarea, select, [role="listbox"], [role="menu"], [role="dialog"], [role="combobox"]') !==
    null
  );
}

/** What is typed between the key that opens a form and the moment its field is there. */
let ahead: { text: string; readonly until: number } | undefined;
/** A form that has not come by then is not coming. */
const AHEAD_FOR = 3000;

/** The key just pressed opens a form: what is typed from now on is meant for its first field. */
export function startTypeAhead(): void {
  ahead = { text: '', until: Date.now() + AHEAD_FOR };
}

/** The field is there: what was typed meanwhile. */
export function takeTypeAhead(): string {
  const text = ahead?.text ?? '';
  ahead = undefined;
  return text;
}

function isAhead(event: KeyboardEvent): boolean {
  if (ahead === undefined) return false;
  if (Date.now() > ahead.until || event.key === 'Escape') {
    ahead = undefined;
    return false;
  }
  if (event.key.length !== 1) return false;
  ahead.text += event.key;
  return true;
}

window.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!singleKeysOn() && event.key !== 'Escape') return;
  if (isTyping(event.target)) return;
  if (isAhead(event)) {
    event.preventDefault();
    return;
  }
  const act = actionOf(event);
  if (act === undefined) return;
  event.preventDefault();
  act();
});

function actionOf(event: KeyboardEvent): (() => void) | undefined {
  const key = nameOf(event);
  const pair = first !== undefined && event.timeStamp - first.at < PAIR_WITHIN ? `${first.key} ${key}` : undefined;
  first = key === 'g' ? { key, at: event.timeStamp } : undefined;
  if (pair !== undefined) {
    const found = find(pair);
    if (found !== undefined) return found;
  }
  return find(key);
}

function find(key: string): (() => void) | undefined {
  for (let index = layers.length - 1; index >= 0; index -= 1) {
    const found = layers[index]?.shortcuts()[key];
    if (found !== undefined) return found.act;
  }
  return undefined;
}

function nameOf({ key, shiftKey }: KeyboardEvent): string {
  if (key === 'Enter' && shiftKey) return 'shift+enter';
  if (key.startsWith('Arrow') && shiftKey) return `shift+${key}`;
  return key.length === 1 ? key.toLowerCase() : key;
}
