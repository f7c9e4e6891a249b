import { useState } from 'react';
import { performAct, type CaseDetailDto } from '../../api/cases.js';
import type { ParapheurItemDto } from '../../api/parapheur.js';
import { asProblem, type Problem } from '../../api/problem.js';
import { sayDone } from '../../shell/toasts.js';
import type { Draft } from '../../drafts/use-draft.js';

/** The letter that this reader has before their eyes: acts name it and no other. */
export interface LetterRead {
  readonly letterId: string;
  readonly letterHash: string;
}

/** What every panel beside a letter is given. */
export interface PanelProps {
  readonly caseFile: CaseDetailDto;
  readonly item: ParapheurItemDto;
  readonly letter: LetterRead;
  readonly onDone: () => void;
  /** Puts the panel away, its draft kept. */
  readonly onClose: () => void;
}

interface PanelAct {
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  /** `done`: what is said once it went through; the draft is gone by then. */
  readonly send: (route: string, body: unknown, done: string) => Promise<void>;
}

/** One act of a panel, done once however often its button is pressed; what was typed is kept until it went through. */
export function usePanelAct({
  item,
  caseFile: { caseId },
  onDone,
  draft,
}: Pick<PanelProps, 'item' | 'caseFile' | 'onDone'> & {
  readonly draft: Pick<Draft<unknown>, 'flush' | 'once' | 'discard'>;
}): PanelAct {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const send = async (route: string, body: unknown, done: string): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await draft.flush();
      const path = `/tasks/${encodeURIComponent(item.id)}/${route}`;
      await draft.once([route, body], (key) => performAct({ caseId, path, body, key }));
      await draft.discard();
      sayDone(done);
      onDone();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, send };
}
