import { useState } from 'react';
import { performAct, type CaseDetailDto } from '../../api/cases.js';
import { useIntention } from '../../api/intention.js';
import type { ParapheurItemDto } from '../../api/parapheur.js';
import { asProblem, type Problem } from '../../api/problem.js';

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
  readonly send: (route: string, body: unknown, after: () => Promise<void>) => Promise<void>;
}

/** One act of a panel, done once however often its button is pressed. */
export function usePanelAct({
  item,
  caseId,
  onDone,
}: Pick<PanelProps, 'item' | 'onDone'> & { readonly caseId: string }): PanelAct {
  const keyFor = useIntention();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const send = async (route: string, body: unknown, after: () => Promise<void>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await performAct({
        caseId,
        path: `/tasks/${encodeURIComponent(item.id)}/${route}`,
        body,
        key: keyFor([route, body]),
      });
      await after();
      onDone();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, send };
}
