import { useState } from 'react';
import { useIntention } from '../../api/intention.js';
import { signLot, type ParapheurItemDto, type SignedItemDto } from '../../api/parapheur.js';
import { asProblem, type Problem } from '../../api/problem.js';
import { authenticateAgain } from '../../api/session.js';

/** Those left out of the lot, kept while the signer authenticates elsewhere. */
const LEFT_OUT = 'parvis.lot-left-out';

/** A lot being signed: what is in it, and what became of each letter. */
export interface Lot {
  readonly chosen: readonly ParapheurItemDto[];
  readonly busy: boolean;
  readonly asked: number;
  readonly signed: number;
  readonly failed: number;
  readonly problem: Problem | undefined;
  readonly mustAuthenticate: boolean;
  readonly isChosen: (id: string) => boolean;
  readonly toggle: (id: string) => void;
  readonly resultOf: (id: string) => SignedItemDto | undefined;
  readonly authenticate: () => void;
  readonly sign: () => Promise<void>;
}

export function useLot(letters: readonly ParapheurItemDto[]): Lot {
  const [leftOut, setLeftOut] = useState<readonly string[]>(storedLeftOut);
  const [results, setResults] = useState<ReadonlyMap<string, SignedItemDto>>(new Map());
  const [asked, setAsked] = useState(0);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const keyFor = useIntention();
  const isDone = (id: string): boolean => results.get(id)?.ok === true;
  const chosen = letters.filter(({ id }) => !leftOut.includes(id) && !isDone(id));
  const all = [...results.values()];
  const sign = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    setAsked(chosen.length);
    // A refused letter that is tried again is another intention: it must not be given its first answer back.
    const key = keyFor([chosen.map(({ id, letterHash }) => [id, letterHash]), all.filter(({ ok }) => !ok).length]);
    try {
      await signLot(
        chosen.map(({ id, letterHash }) => ({ taskId: id, letterHash })),
        key,
        (done) => {
          setResults((old) => new Map([...old, ...done.map((one) => [one.taskId, one] as const)]));
        },
      );
      sessionStorage.removeItem(LEFT_OUT);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return {
    chosen,
    busy,
    asked,
    signed: all.filter(({ ok }) => ok).length,
    failed: all.filter(({ ok }) => !ok).length,
    problem,
    mustAuthenticate: problem?.code === 'auth.reauthentication-required',
    isChosen: (id) => !leftOut.includes(id),
    toggle: (id) => {
      const next = leftOut.includes(id) ? leftOut.filter((one) => one !== id) : [...leftOut, id];
      sessionStorage.setItem(LEFT_OUT, JSON.stringify(next));
      setLeftOut(next);
    },
    resultOf: (id) => results.get(id),
    authenticate: () => {
      window.history.replaceState(window.history.state, '', '/parapheur/lot?authentifie=oui');
      authenticateAgain();
    },
    sign,
  };
}

function storedLeftOut(): readonly string[] {
  return JSON.parse(sessionStorage.getItem(LEFT_OUT) ?? '[]') as readonly string[];
}
