import { useMemo } from 'react';
import type { BenchDto, BenchMoveDto } from '../../api/design.js';
import { useViewParam } from '../../shell/peek.js';
import { today } from '../../text/format.js';
import { townInstant } from '../../text/town-instant.js';

/** A case being played: the request, then the moves. */
export interface Play {
  readonly day: string;
  readonly hour: string;
  readonly channel: string;
  readonly answers: Readonly<Record<string, boolean | string>>;
  readonly acts: readonly BenchMoveDto[];
}

/** In the address: a reload finds the play again, and a colleague can be shown it. */
export function usePlay(): readonly [Play, (part: Partial<Play>) => void] {
  const [text, setText] = useViewParam('jeu');
  const play = useMemo(() => ({ ...opening(), ...parse(text) }), [text]);
  return [
    play,
    (part) => {
      setText(JSON.stringify({ ...play, ...part }));
    },
  ];
}

export function benchOf({ day, hour, channel, answers, acts }: Play): BenchDto {
  return { openedAt: townInstant(day, hour), channel, answers, acts: [...acts] } as unknown as BenchDto;
}

function opening(): Play {
  return { day: today(), hour: '10:00', channel: 'teleservice', answers: {}, acts: [] };
}

function parse(text: string): Partial<Play> {
  try {
    return text === '' ? {} : (JSON.parse(text) as Partial<Play>);
  } catch {
    return {};
  }
}
