import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { fitsAddress, type ChangePlay, type Play } from './bench-play.js';

/** A pause in the typing: the play is not made anew at each letter. */
const PAUSE = 800;

export interface TypedAnswers {
  readonly answers: Play['answers'];
  /** More was typed than the address of the play can hold: what was played before stands. */
  readonly tooLong: boolean;
  readonly type: (answers: Play['answers']) => void;
  /** What was typed is played now. */
  readonly flush: () => void;
}

/** The answers of a play as they are being typed; another answer makes another case, played from its beginning. */
export function useTypedAnswers(play: Play, changePlay: ChangePlay): TypedAnswers {
  const [typed, setTyped] = useState<Play['answers']>();
  if (typed !== undefined && same(typed, play.answers)) setTyped(undefined);
  const answers = typed ?? play.answers;
  const later = useDebouncedCallback((next: Play['answers']) => {
    changePlay((now) => {
      const another = { answers: next, acts: [] };
      return same(now.answers, next) || !fitsAddress({ ...now, ...another }) ? {} : another;
    });
  }, PAUSE);
  return {
    answers,
    tooLong: !fitsAddress({ ...play, answers, acts: [] }),
    type: (next) => {
      // The form tells what it holds when it is drawn, too.
      if (same(next, answers)) return;
      setTyped(next);
      later(next);
    },
    flush: later.flush,
  };
}

function same(one: Play['answers'], other: Play['answers']): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
