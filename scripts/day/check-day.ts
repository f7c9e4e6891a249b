import { setTimeout as pause } from 'node:timers/promises';
import type { CaseDetail, CaseTask, JournalLine, Page, StateCheck } from './api-shapes.js';
import type { CaseLife } from './case-life.js';
import type { Chance } from './chance.js';
import { townDay } from './received-at.js';
import { replyBreaches } from './reply-check.js';
import type { TownHall } from './town-hall.js';

/** How long what is on its way (a reply that leaves, a revision to store) may still take at the end of the day. */
const SETTLED_WITHIN = 40_000;
const LOOK_EVERY = 400;

/** A case at the end of the day, and what is wrong with it. */
export interface CheckedCase {
  readonly detail: CaseDetail;
  /** French sentences; none where all is well. */
  readonly breaches: readonly string[];
}

export interface CheckAids {
  readonly town: TownHall;
  readonly chance: Chance;
  /** Address of the mail catcher, where one runs. */
  readonly mail?: string;
}

/** What the mail server was given, by Message-ID: how many times. Undefined where nobody kept it. */
export async function mailsByMessageId(mail: string | undefined): Promise<ReadonlyMap<string, number> | undefined> {
  if (mail === undefined) return undefined;
  try {
    const response = await fetch(`${mail}/messages`, { signal: AbortSignal.timeout(20_000) });
    const counts = new Map<string, number>();
    for (const { messageId } of (await response.json()) as readonly { messageId: string }[])
      counts.set(messageId, (counts.get(messageId) ?? 0) + 1);
    return counts;
  } catch {
    return undefined;
  }
}

/** Ids of the cases with an open incident. */
export async function casesWithIncident(town: TownHall): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  let cursor = '';
  do {
    const { body } = await town.get<Page<{ caseId?: string }>>('admin', `/incidents?limit=100${cursor}`);
    for (const { caseId } of body.items) if (caseId !== undefined) found.add(caseId);
    cursor = body.nextCursor === undefined ? '' : `&cursor=${encodeURIComponent(body.nextCursor)}`;
  } while (cursor !== '');
  return found;
}

/** Waits until nothing of a case is on its way any more. @returns the case, and how the three that must agree stand */
export async function settled(life: CaseLife): Promise<{ readonly detail: CaseDetail; readonly state: StateCheck }> {
  const { town, receipt } = life.of;
  const until = Date.now() + SETTLED_WITHIN;
  for (;;) {
    const detail = await life.observe();
    const { status, body: state } = await town.get<StateCheck>('admin', `/cases/${receipt.caseId}/state-check`);
    const late = Date.now() > until;
    if (detail !== undefined && status === 200 && (late || isCalm(detail, state))) return { detail, state };
    if (late) throw new Error(`${receipt.caseNumber} ne peut plus être lu`);
    await pause(LOOK_EVERY);
  }
}

function isCalm({ replyState }: CaseDetail, { agree, workflow }: StateCheck): boolean {
  return replyState !== 'sending' && agree && workflow.found;
}

/** Everything that must hold of a case at the end of a day. */
export async function checkCase(
  life: CaseLife,
  aids: CheckAids,
  known: { readonly mails?: ReadonlyMap<string, number>; readonly incidents: ReadonlySet<string> },
): Promise<CheckedCase> {
  const { receipt } = life.of;
  const { detail, state } = await settled(life);
  const { body: journal } = await aids.town.get<{ lines: readonly JournalLine[] }>(
    life.readBy,
    `/cases/${receipt.caseId}/journal`,
  );
  const breaches = [
    ...stateBreaches(state),
    ...replyBreaches(detail, journal.lines, known.mails),
    ...(await waitingBreaches(detail, aids, known.incidents)),
  ];
  return { detail, breaches };
}

function stateBreaches({ agree, workflow, differences }: StateCheck): readonly string[] {
  return [
    ...(agree ? [] : [`liste, moteur et journal ne disent pas la même chose : ${differences.join(', ')}`]),
    ...(workflow.found ? [] : ['le moteur ne connaît pas ce dossier']),
  ];
}

/** An open case waits for a person who can come, for a moment to come, or for an administrator. */
async function waitingBreaches(
  detail: CaseDetail,
  aids: CheckAids,
  incidents: ReadonlySet<string>,
): Promise<readonly string[]> {
  if (detail.status !== 'open') return [];
  const doers = await Promise.all(detail.tasks.map((task) => canBeDone(task, aids)));
  const orphans = detail.tasks.filter((_task, index) => doers[index] !== true);
  if (doers.includes(true) || incidents.has(detail.caseId)) return orphans.map(nobodyFor);
  return hasFutureInstant(detail) ? orphans.map(nobodyFor) : ['ouvert, mais personne et rien ne l’attend'];
}

const nobodyFor = ({ words }: CaseTask): string => `personne ne peut faire la tâche « ${words} »`;

async function canBeDone(task: CaseTask, { town, chance }: CheckAids): Promise<boolean> {
  const login = await town.doerOf(task, chance);
  if (login === undefined) return false;
  const { status } = await town.look<unknown>(login, `/tasks/${task.id}`);
  return status === 200;
}

function hasFutureInstant({ clocks, openRequests }: CaseDetail): boolean {
  const today = townDay(Date.now());
  const days = [
    ...clocks.filter(({ state }) => state === 'running').map(({ dueOn }) => dueOn),
    ...openRequests.map(({ until }) => until),
  ];
  return days.some((day) => day !== undefined && day >= today);
}
