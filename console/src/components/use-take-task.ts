import { useState } from 'react';
import { refreshAfterAct } from '../api/cases.js';
import { claimTask, releaseTask, type TaskDto } from '../api/tasks.js';
import { told } from '../shell/toasts.js';

/** The task, and the request it is of. */
export type TakenTask = Pick<TaskDto, 'id' | 'caseId' | 'caseNumber'>;

interface TakeTask {
  readonly busy: boolean;
  readonly change: () => Promise<void>;
}

/** Takes a task that is nobody's, or gives back to the team one's own; each can be taken back. */
export function useTakeTask({ id, caseId, caseNumber }: TakenTask, mine: boolean): TakeTask {
  const [busy, setBusy] = useState(false);
  const refreshed = async (work: Promise<unknown>): Promise<void> => {
    try {
      await work;
    } finally {
      refreshAfterAct(caseId);
    }
  };
  const change = async (): Promise<void> => {
    setBusy(true);
    const [act, back] = mine ? [releaseTask, claimTask] : [claimTask, releaseTask];
    await told(refreshed(act(id)), mine ? `${caseNumber} est rendue à l’équipe.` : `${caseNumber} est à vous.`, () =>
      refreshed(back(id)),
    );
    setBusy(false);
  };
  return { busy, change };
}
