import { useState } from 'react';
import { performAct, readCase, type CaseDetailDto, type PossibleActDto } from '../../../api/cases.js';
import { newKey } from '../../../api/intention.js';
import { asProblem, isConflict, type Problem } from '../../../api/problem.js';
import { useDraft, type Draft } from '../../../drafts/use-draft.js';
import { sayDone, type Undo } from '../../../shell/toasts.js';
import { actKey, pathOf, type ActEntry } from './act-catalog.js';

/** What the forms of acts hold; each uses its part. */
export interface ActValue {
  readonly text: string;
  readonly day?: string | undefined;
  readonly choice?: string | undefined;
  readonly department?: string | undefined;
  readonly person?: string | undefined;
  readonly required?: boolean | undefined;
  readonly detail?: string | undefined;
  readonly processId?: string | undefined;
  readonly processTitle?: string | undefined;
  readonly answers?: Readonly<Record<string, unknown>> | undefined;
}

export const EMPTY_ACT: ActValue = { text: '' };

export interface ActConflict {
  readonly problem: Problem;
  readonly now: CaseDetailDto;
}

export interface ActState {
  readonly draft: Draft<ActValue>;
  readonly sending: boolean;
  readonly problem: Problem | undefined;
  readonly conflict: ActConflict | undefined;
  readonly set: (change: Partial<ActValue>) => void;
  readonly perform: (body: unknown) => Promise<void>;
}

interface ActOn {
  readonly caseFile: CaseDetailDto;
  readonly act: PossibleActDto;
  readonly entry: ActEntry;
  readonly onDone: () => void;
}

/** One act being prepared: its draft, its sending once, and what happens if somebody was faster. */
export function useAct({ caseFile, act, entry, onDone }: ActOn): ActState {
  const { caseId, caseNumber } = caseFile;
  const draft = useDraft<ActValue>({ kind: entry.draft, key: actKey(act), caseId, taskId: act.taskId }, EMPTY_ACT);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [conflict, setConflict] = useState<ActConflict>();
  const perform = async (body: unknown): Promise<void> => {
    if (sending) return;
    setSending(true);
    setProblem(undefined);
    try {
      await draft.flush();
      const path = pathOf(caseId, act, entry);
      await draft.once([act, body], (key) => performAct({ caseId, path, body, key }));
      await draft.discard();
      sayDone(`${caseNumber} : c’est fait.`, undoOf(caseFile, act, entry));
      onDone();
    } catch (error) {
      const refused = asProblem(error);
      if (isConflict(refused)) setConflict({ problem: refused, now: await readCase(caseId).catch(() => caseFile) });
      else setProblem(refused);
    } finally {
      setSending(false);
    }
  };
  return {
    draft,
    sending,
    problem,
    conflict,
    set: (change) => {
      draft.set({ ...draft.value, ...change }, `${entry.label} — ${caseNumber}`);
    },
    perform,
  };
}

/** A reassignment goes back to whoever had the case; whatever else an act does has left the town hall or decided something. */
function undoOf({ caseId, route }: CaseDetailDto, act: PossibleActDto, entry: ActEntry): Undo | undefined {
  if (act.act !== 'reassign') return undefined;
  const body = {
    department: route.department.id,
    team: route.team.id,
    ...(route.holder === undefined ? {} : { holder: route.holder.id }),
  };
  return async () => {
    // The task that is open now is another one.
    const now = await readCase(caseId);
    const back = now.may.find((possible) => possible.act === 'reassign') ?? act;
    return performAct({ caseId, path: pathOf(caseId, back, entry), body, key: newKey() });
  };
}
