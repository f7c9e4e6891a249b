import { hashKey } from '@tanstack/react-query';
import { addDraft, listDrafts, removeDraft, writeDraft, type DraftDto, type DraftKind } from '../api/drafts.js';
import { tryAgain } from '../api/client.js';
import { keyUnder, newKey } from '../api/intention.js';
import { asProblem, isPassing } from '../api/problem.js';
import { queryClient } from '../api/query-client.js';
import { dropMirror, keepMirror, mirrorOf, type Mirrored } from './local-mirror.js';

/** Which draft: `key` tells apart those of one kind. */
export interface DraftSpec {
  readonly kind: DraftKind;
  readonly key: string;
  readonly caseId?: string | undefined;
  readonly taskId?: string | undefined;
}

/** `local`: on this machine, until the server is back. `copied`: written elsewhere meanwhile, so kept as a second one. */
export type DraftStatus = 'loading' | 'empty' | 'restored' | 'typing' | 'saved' | 'local' | 'copied';

export interface Slot {
  readonly spec: DraftSpec;
  state: { readonly value: unknown; readonly status: DraftStatus; readonly savedAt?: string };
  title: string;
  clientKey: string;
  /** What the key of its sending is made of: stored with it, so that nothing is done twice after a reload or in two tabs. */
  intention: string;
  serverId: string | undefined;
  version: number | undefined;
  dirty: boolean;
  timer: ReturnType<typeof setTimeout> | undefined;
  saving: Promise<void> | undefined;
  readonly listeners: Set<() => void>;
}

const SAVE_AFTER = 2000;
const TRY_AGAIN_AFTER = 10_000;
/** A draft that stays once it is sent would be read as not sent; it is not worth more than that. */
const REMOVAL_TRIES = 2;
/** No stored draft has it: what is written over it meets a conflict, and both texts stay. */
const UNSEEN = 0;
const slots = new Map<string, Slot>();
const onItsWay = new Map<string, ReturnType<typeof listDrafts>>();

/** The one place of a draft in this tab, read from this machine at once and from the server soon. */
export function slotOf(spec: DraftSpec, initial: unknown): Slot {
  const name = `${spec.kind} ${spec.key}`;
  const known = slots.get(name);
  if (known !== undefined) {
    // Nothing is being written: the form opens on what is stored now, not on what was when it was first opened.
    if (known.state.status === 'empty' && known.state.value !== initial)
      known.state = { value: initial, status: 'empty' };
    return known;
  }
  const slot = newSlot(spec, initial);
  slots.set(name, slot);
  void load(slot);
  return slot;
}

/** What is typed: mirrored at once, sent after two seconds. */
export function change(slot: Slot, value: unknown, title?: string): void {
  if (title !== undefined) slot.title = title.slice(0, 200);
  slot.dirty = true;
  show(slot, { value, status: 'typing' });
  keepMirror(mirrored(slot));
  slot.timer ??= setTimeout(() => void flush(slot), SAVE_AFTER);
}

/** Sends what is not sent yet; before anything that leaves the screen. */
export async function flush(slot: Slot): Promise<void> {
  clearTimeout(slot.timer);
  slot.timer = undefined;
  await slot.saving;
  if (!slot.dirty) return;
  slot.saving = save(slot).finally(() => {
    slot.saving = undefined;
  });
  await slot.saving;
}

/** @see Draft.once */
export async function once<R>(slot: Slot, content: unknown, work: (key: string) => Promise<R>): Promise<R> {
  try {
    return await work(await keyUnder(slot.intention, content));
  } catch (error) {
    const problem = asProblem(error);
    // A refusal is kept under its key: asked again, it is another intention, and is looked at anew.
    if (!isPassing(problem) && problem.status !== 401) renew(slot);
    throw error;
  }
}

function renew(slot: Slot): void {
  slot.intention = newKey();
  if (slot.state.status === 'empty') return;
  slot.dirty = true;
  void flush(slot);
}

/** Done or given up: it is not a draft any more. */
export async function discard(slot: Slot, initial: unknown): Promise<void> {
  clearTimeout(slot.timer);
  slot.timer = undefined;
  slot.dirty = false;
  await slot.saving;
  const { serverId, version, spec } = slot;
  slot.serverId = undefined;
  slot.version = undefined;
  slot.clientKey = newKey();
  slot.intention = newKey();
  dropMirror(spec.kind, spec.key);
  show(slot, { value: initial, status: 'empty' });
  if (serverId !== undefined && version !== undefined)
    await tryAgain(() => removeDraft(serverId, version), REMOVAL_TRIES).catch(() => undefined);
  void queryClient.invalidateQueries({ queryKey: ['drafts'] });
}

export async function flushDrafts(): Promise<void> {
  await Promise.all([...slots.values()].map((slot) => flush(slot)));
}

function newSlot(spec: DraftSpec, initial: unknown): Slot {
  const mirror = mirrorOf(spec.kind, spec.key);
  return {
    spec,
    state: mirror === undefined ? { value: initial, status: 'loading' } : { value: mirror.value, status: 'restored' },
    title: mirror?.title ?? '',
    clientKey: mirror?.clientKey ?? newKey(),
    intention: mirror?.intention ?? newKey(),
    serverId: mirror?.serverId,
    version: mirror?.version,
    dirty: mirror !== undefined,
    timer: undefined,
    saving: undefined,
    listeners: new Set(),
  };
}

/** Several forms come up at once on one screen: what is stored is read once for all of them. */
function stored(kind: DraftKind, caseId: string | undefined): ReturnType<typeof listDrafts> {
  const name = `${kind} ${caseId ?? ''}`;
  const known = onItsWay.get(name);
  if (known !== undefined) return known;
  const reading = listDrafts({ kind, caseId, limit: 200 }).finally(() => onItsWay.delete(name));
  onItsWay.set(name, reading);
  return reading;
}

async function load(slot: Slot): Promise<void> {
  const { kind, key, caseId } = slot.spec;
  const found = await stored(kind, caseId)
    .then(({ items }) => items.find(({ body }) => body['key'] === key))
    .catch(() => undefined);
  if (found !== undefined && slot.serverId === undefined) {
    slot.serverId = found.id;
    if (!slot.dirty) slot.intention = intentionOf(found);
    // Typed before what is stored was read: it must not be written over.
    slot.version = slot.dirty ? UNSEEN : found.version;
    slot.title = slot.title === '' ? found.title : slot.title;
  }
  if (slot.dirty) {
    await flush(slot);
    return;
  }
  if (found === undefined) show(slot, { value: slot.state.value, status: 'empty' });
  else show(slot, { value: found.body['value'], status: 'restored', savedAt: found.updatedAt });
}

/** What was kept before there was such a thing is told apart by its id. */
function intentionOf({ id, body }: DraftDto): string {
  return typeof body['intention'] === 'string' ? body['intention'] : id;
}

async function save(slot: Slot): Promise<void> {
  const { value } = slot.state;
  slot.dirty = false;
  try {
    const stored = await store(slot, value);
    slot.serverId = stored.id;
    slot.version = stored.version;
    if (hasChanged(slot)) return;
    dropMirror(slot.spec.kind, slot.spec.key);
    show(slot, { value, status: slot.state.status === 'copied' ? 'copied' : 'saved', savedAt: stored.updatedAt });
    void queryClient.invalidateQueries({ queryKey: ['drafts'] });
  } catch (error) {
    slot.dirty = true;
    keepMirror(mirrored(slot));
    show(slot, { value: slot.state.value, status: 'local' });
    if (isPassing(asProblem(error))) slot.timer ??= setTimeout(() => void flush(slot), TRY_AGAIN_AFTER);
  }
}

async function store(slot: Slot, value: unknown): Promise<DraftDto> {
  const { spec, title, intention } = slot;
  const body = { key: spec.key, value, intention };
  const { kind, caseId, taskId } = spec;
  const fresh = {
    kind,
    title,
    body,
    ...(caseId === undefined ? {} : { caseId }),
    ...(taskId === undefined ? {} : { taskId }),
  };
  if (slot.serverId === undefined || slot.version === undefined) return addDraft(fresh, slot.clientKey);
  try {
    return await writeDraft(slot.serverId, slot.version, { title, body });
  } catch (error) {
    const problem = asProblem(error);
    if (problem.status === 404) return addDraft(fresh, newKey());
    if (problem.status !== 412) throw error;
    const current = problem.current as DraftDto | undefined;
    // Written a moment ago, its answer lost. The server keeps no order of names.
    if (current !== undefined && hashKey([current.body]) === hashKey([body])) return current;
    // Someone, or this person in another tab, wrote it too: both texts stay.
    show(slot, { value, status: 'copied' });
    return addDraft({ ...fresh, title: `${title} (seconde version)`.slice(0, 200) }, newKey());
  }
}

function show(slot: Slot, state: Slot['state']): void {
  slot.state = state;
  for (const listener of slot.listeners) listener();
}

/** Typed again while the last text was on its way. */
function hasChanged(slot: Slot): boolean {
  return slot.dirty;
}

function mirrored(slot: Slot): Mirrored {
  const { spec, state, title, clientKey, intention, serverId, version } = slot;
  return { ...spec, title, value: state.value, clientKey, intention, serverId, version };
}

document.addEventListener('visibilitychange', () => {
  if (document.hidden) void flushDrafts();
});
