import { tryAgain } from '../api/client.js';
import { newKey } from '../api/intention.js';
import { awaitNothingOf, closePhoneUpload, readPhoneUpload, type CaseDocumentDto } from '../api/phone-uploads.js';
import { asProblem } from '../api/problem.js';
import { sendFile } from '../api/send-file.js';

/** A file of this desk that is on its way. */
export interface Upload {
  readonly key: string;
  readonly name: string;
  readonly state: 'sending' | 'failed';
  /** From 0 to 1. */
  readonly share: number;
  readonly why?: string;
}

/** A telephone whose page was closed while it was sending still. */
export interface PhoneWait {
  readonly id: string;
  /** How many files come; absent until the server said it. */
  readonly coming?: number;
  /** How many of those did not leave the telephone. */
  readonly failed: number;
}

/** What one field, or one case, still waits for, and what came that it has not taken yet. */
export interface Uploads {
  readonly sending: readonly Upload[];
  readonly phones: readonly PhoneWait[];
  readonly arrived: readonly CaseDocumentDto[];
}

interface Slot {
  uploads: Uploads;
  readonly files: Map<string, { readonly path: string; readonly file: File; readonly abort: AbortController }>;
  /** Documents that were handed out: a telephone lists all that it ever sent. */
  readonly told: Set<string>;
  readonly listeners: Set<() => void>;
}

const NONE: Uploads = { sending: [], phones: [], arrived: [] };
const TRIES = 3;
const LOOK_EVERY = 1_000;

/** Outside of any screen: a file goes on while another request is on the telephone, and is there on coming back. */
const slots = new Map<string, Slot>();

export function uploadsOf(owner: string): Uploads {
  return slots.get(owner)?.uploads ?? NONE;
}

export function subscribeToUploads(owner: string, listener: () => void): () => void {
  const { listeners } = slotOf(owner);
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Sends them one after the other, to a route that takes one file. */
export async function sendFiles(owner: string, path: string, files: readonly File[]): Promise<void> {
  const added = files.map((file) => ({ key: newKey(), file }));
  const slot = slotOf(owner);
  for (const { key, file } of added) slot.files.set(key, { path, file, abort: new AbortController() });
  const lines = added.map(({ key, file }): Upload => ({ key, name: file.name, state: 'sending', share: 0 }));
  change(slot, { sending: [...slot.uploads.sending, ...lines] });
  for (const { key } of added) await sendOne(slot, key);
}

/** Sends again one that failed, under the same key. */
export async function sendAgain(owner: string, key: string): Promise<void> {
  const slot = slotOf(owner);
  mark(slot, key, { state: 'sending', share: 0 });
  await sendOne(slot, key);
}

/** Stops one, or forgets one that failed. */
export function dropUpload(owner: string, key: string): void {
  const slot = slotOf(owner);
  slot.files.get(key)?.abort.abort();
  forget(slot, key);
}

/** Hands over each document once, however often it is listed. */
export function tellArrived(owner: string, documents: readonly CaseDocumentDto[]): void {
  const slot = slotOf(owner);
  const fresh = documents.filter(({ id }) => !slot.told.has(id));
  if (fresh.length === 0) return;
  for (const { id } of fresh) slot.told.add(id);
  change(slot, { arrived: [...slot.uploads.arrived, ...fresh] });
}

/** What came since it was last asked. */
export function takeArrived(owner: string): readonly CaseDocumentDto[] {
  const slot = slotOf(owner);
  const { arrived } = slot.uploads;
  if (arrived.length > 0) change(slot, { arrived: [] });
  return arrived;
}

/** Closes the page of a telephone, then waits for what it was sending at that moment. */
export async function finishPhone(owner: string, id: string): Promise<void> {
  const slot = slotOf(owner);
  change(slot, { phones: [...slot.uploads.phones, { id, failed: 0 }] });
  const isAwaited = (): boolean => slot.uploads.phones.some((one) => one.id === id);
  let closed = false;
  while (isAwaited()) {
    const look = closed ? readPhoneUpload(id) : closePhoneUpload(id);
    const page = await look.catch(() => undefined);
    if (page !== undefined) {
      closed = true;
      tellArrived(owner, page.documents);
      if (page.coming === 0) break;
      const { coming, failed } = page;
      change(slot, { phones: slot.uploads.phones.map((one) => (one.id === id ? { id, coming, failed } : one)) });
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
  change(slot, { phones: slot.uploads.phones.filter((one) => one.id !== id) });
}

/** The person no longer wants what the telephone still sends. */
export function stopAwaiting(owner: string, id: string): void {
  const slot = slotOf(owner);
  change(slot, { phones: slot.uploads.phones.filter((one) => one.id !== id) });
  awaitNothingOf(id).catch(() => undefined);
}

/** The fields on the screen whose name begins so, and which still wait for something. */
export function waitingUnder(prefix: string): readonly string[] {
  return ownersUnder(prefix, ({ sending, phones, arrived }) =>
    [sending.some(({ state }) => state === 'sending'), phones.length > 0, arrived.length > 0].includes(true),
  );
}

/** Those of which a file did not leave: somebody must send it again, or do without. */
export function failedUnder(prefix: string): readonly string[] {
  return ownersUnder(prefix, ({ sending }) => sending.some(({ state }) => state === 'failed'));
}

/** Waits until nothing under this name is on its way any more. @returns false where the person did not want to wait */
export async function nothingOnItsWay(prefix: string, signal: AbortSignal): Promise<boolean> {
  while (waitingUnder(prefix).length > 0 && !signal.aborted) await new Promise((resolve) => setTimeout(resolve, 100));
  return !signal.aborted;
}

function ownersUnder(prefix: string, holds: (uploads: Uploads) => boolean): readonly string[] {
  // A field that is not on the screen is no part of what is sent.
  return [...slots].flatMap(([owner, { uploads, listeners }]) =>
    owner.startsWith(prefix) && listeners.size > 0 && holds(uploads) ? [owner] : [],
  );
}

async function sendOne(slot: Slot, key: string): Promise<void> {
  const kept = slot.files.get(key);
  if (kept === undefined) return;
  const { path, file, abort } = kept;
  const onProgress = (share: number): void => {
    mark(slot, key, { share });
  };
  try {
    const sent = await tryAgain(() => sendFile({ path, file, key, signal: abort.signal, onProgress }), TRIES);
    // In one change: between the two, nothing would seem to be on its way.
    slot.told.add(sent.id);
    slot.files.delete(key);
    change(slot, { sending: without(slot, key), arrived: [...slot.uploads.arrived, sent] });
  } catch (error) {
    if (!abort.signal.aborted) mark(slot, key, { state: 'failed', why: asProblem(error).message });
  }
}

function slotOf(owner: string): Slot {
  const known = slots.get(owner);
  if (known !== undefined) return known;
  const slot: Slot = { uploads: NONE, files: new Map(), told: new Set(), listeners: new Set() };
  slots.set(owner, slot);
  return slot;
}

function change(slot: Slot, part: Partial<Uploads>): void {
  slot.uploads = { ...slot.uploads, ...part };
  for (const listener of slot.listeners) listener();
}

function mark(slot: Slot, key: string, part: Partial<Upload>): void {
  change(slot, { sending: slot.uploads.sending.map((one) => (one.key === key ? { ...one, ...part } : one)) });
}

function forget(slot: Slot, key: string): void {
  slot.files.delete(key);
  change(slot, { sending: without(slot, key) });
}

function without(slot: Slot, key: string): readonly Upload[] {
  return slot.uploads.sending.filter((one) => one.key !== key);
}
