import { useState } from 'react';
import { asProblem, type Problem } from '../api/problem.js';
import { useDraft, type Draft } from './use-draft.js';

export interface FormDraft<T> extends Pick<Draft<T>, 'value' | 'status' | 'savedAt' | 'flush' | 'once'> {
  /** Something is typed and not sent: where it is folded away, the form shows by itself. */
  readonly begun: boolean;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  readonly change: (part: Partial<T>) => void;
  /** Sends once however often it is asked; what was typed is kept until it went through. */
  readonly submit: (work: () => Promise<unknown>) => Promise<boolean>;
  readonly giveUp: () => Promise<void>;
}

/** A short form of the back rooms: its draft has the screen's key, and is gone once it is recorded. */
export function useFormDraft<T extends object>(key: string, title: string, initial: T): FormDraft<T> {
  // The first value stands for the empty form, whatever is drawn later.
  const [empty] = useState(initial);
  const draft = useDraft<T>({ kind: 'other', key }, empty);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const submit = async (work: () => Promise<unknown>): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setProblem(undefined);
    try {
      await draft.flush();
      await work();
      await draft.discard();
      return true;
    } catch (error) {
      setProblem(asProblem(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return {
    value: draft.value,
    status: draft.status,
    savedAt: draft.savedAt,
    flush: draft.flush,
    once: draft.once,
    begun: draft.status !== 'loading' && draft.status !== 'empty',
    busy,
    problem,
    change: (part) => {
      draft.set({ ...draft.value, ...part }, title);
    },
    submit,
    giveUp: draft.discard,
  };
}
