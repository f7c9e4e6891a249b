import type { DraftKind } from '../api/drafts.js';
import { signedInAs } from '../api/session.js';

/** What is typed and not yet on the server: on this machine only until it is. */
export interface Mirrored {
  readonly kind: DraftKind;
  readonly key: string;
  readonly title: string;
  readonly value: unknown;
  readonly caseId?: string | undefined;
  readonly taskId?: string | undefined;
  /** Idempotency key of its creation: a killed tab must not make two. */
  readonly clientKey: string;
  /** What the key of its sending is made of. */
  readonly intention?: string | undefined;
  readonly serverId?: string | undefined;
  readonly version?: number | undefined;
}

/** A machine is shared: what one person left here is not shown to the next, nor sent under their name. */
function prefix(): string {
  return `parvis.draft ${signedInAs()} `;
}

export function mirrorOf(kind: DraftKind, key: string): Mirrored | undefined {
  return parse(localStorage.getItem(nameOf(kind, key)));
}

export function keepMirror(draft: Mirrored): void {
  try {
    localStorage.setItem(nameOf(draft.kind, draft.key), JSON.stringify(draft));
  } catch {
    // A full store must not stop anybody from typing: the server gets it within two seconds.
  }
}

export function dropMirror(kind: DraftKind, key: string): void {
  localStorage.removeItem(nameOf(kind, key));
}

/** Those that a closed tab or a cut network left behind. */
export function allMirrors(): readonly Mirrored[] {
  return Object.keys(localStorage)
    .filter((name) => name.startsWith(prefix()))
    .flatMap((name) => parse(localStorage.getItem(name)) ?? []);
}

function nameOf(kind: DraftKind, key: string): string {
  return `${prefix()}${kind} ${key}`;
}

function parse(text: string | null): Mirrored | undefined {
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as Mirrored;
  } catch {
    return undefined;
  }
}
