import type { TownHall, OpenTask } from './town-hall.js';
import { eventually } from './town-hall.js';

interface Receipt {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly trackingCode: string;
}

let citizens = 0;

/** A citizen of trials, recognisable and unlike any other. */
export function aCitizen(): { firstName: string; lastName: string; email: string } {
  citizens++;
  const n = `${String(process.pid)}-${String(citizens)}`;
  return { firstName: 'Essai', lastName: `Citoyen ${n}`, email: `essai-${n}@citoyen.example` };
}

export interface PotholeGiven {
  readonly citizen?: { readonly firstName: string; readonly lastName: string; readonly email: string };
  readonly key?: string;
  /** With its offset; now where absent. */
  readonly receivedAt?: string;
}

/** Opens a pothole case: one referent, the DGS, an elected official who signs. */
export async function openPothole(town: TownHall, given: PotholeGiven = {}): Promise<Receipt> {
  const request = {
    processId: 'voirie.nid-de-poule',
    channel: 'telephone',
    words: 'Il y a un trou devant chez moi.',
    answers: { danger: false, emplacement: 'chaussee', lieu: { label: 'devant le 3' } },
    citizen: given.citizen ?? aCitizen(),
    ...(given.receivedAt === undefined ? {} : { receivedAt: given.receivedAt }),
  };
  const { status, body } = await town.insist<Receipt>('ambassadrice1', '/requests', request, given.key);
  if (status !== 201) throw new Error(`Intake answered ${String(status)}: ${JSON.stringify(body)}`);
  return body;
}

/** What each kind of task asks of its holder, on the shortest way to a reply. */
export async function doTask(
  town: TownHall,
  caseId: string,
  task: OpenTask,
): Promise<{ status: number; body: unknown }> {
  const login = await town.loginOf(task);
  const letterHash = await town.letterHash(caseId);
  switch (task.kind) {
    case 'answer':
      return town.insist(login, `/tasks/${task.id}/answer`, ANSWER);
    case 'endorse':
      return town.insist(login, `/tasks/${task.id}/endorse`, { letterHash });
    case 'sign':
      await town.reauthenticate(login);
      await town.openLetter(login, caseId);
      return town.insist(login, `/tasks/${task.id}/sign`, { letterHash });
    case 'confirmPosting':
      return town.insist(login, `/tasks/${task.id}/confirm-posting`, {});
    case 'settleDoubt':
      return town.insist(login, `/tasks/${task.id}/settle-doubt`, { decision: 'itLeft' });
    case 'inspect':
      return town.insist(login, `/tasks/${task.id}/finding`, { text: 'Vu sur place.' });
    default:
      throw new Error(`No one knows what to do with a task ${task.kind}`);
  }
}

export const ANSWER = { text: 'Nous avons pris note de votre signalement.', conclusion: { kind: 'answered' } } as const;

/** Parts that are killed again and again come back late, and what they were doing later still, on a busy machine. */
const DESPITE_KILLS = { withinMs: 300_000 };

/** Does every open task until the case is closed. */
export async function liveToTheEnd(town: TownHall, caseId: string): Promise<void> {
  for (let acts = 0; acts < 30; acts++) {
    const state = await eventually(
      'a task, or the end of the case',
      async () => {
        const [row] = await town.rows<{ status: string }>('SELECT status FROM case_files WHERE case_id = $1', [caseId]);
        const [task] = await town.openTasks(caseId);
        if (row?.status !== 'open') return { closed: true as const };
        return task === undefined ? undefined : { closed: false as const, task };
      },
      DESPITE_KILLS,
    );
    if (state.closed) return;
    await doTask(town, caseId, state.task);
  }
  throw new Error(`Case ${caseId} does not come to an end`);
}

/** What an administrator reads of a case: whether read model, workflow and journal tell the same. */
export interface StateCheck {
  readonly agree: boolean;
  readonly workflow: { readonly found: boolean };
  readonly differences: readonly string[];
}

/** Read model, workflow and fold of the journal, compared once nothing is on its way any more. */
export async function agreeing(town: TownHall, caseId: string): Promise<StateCheck> {
  let last: unknown;
  try {
    return await eventually(
      `agreement about ${caseId}`,
      async () => {
        const answer = await town.get<StateCheck>('admin', `/cases/${caseId}/state-check`).catch(() => undefined);
        last = answer?.body;
        return answer?.status === 200 && answer.body.agree && answer.body.workflow.found ? answer.body : undefined;
      },
      DESPITE_KILLS,
    );
  } catch {
    throw new Error(`No agreement about ${caseId}: ${JSON.stringify(last)}`);
  }
}
