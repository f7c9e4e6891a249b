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

/** Where a kept play stands on the bench again. */
export function playAddress(
  processId: string,
  { openedAt, channel = 'teleservice', answers = {}, acts }: BenchDto,
): string {
  const at = new Date(openedAt);
  const hour = at.toLocaleTimeString('fr-FR', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' });
  const play = { day: today(at.getTime()), hour, channel, answers, acts };
  return `/processus/${processId}/banc?${new URLSearchParams({ jeu: JSON.stringify(play) }).toString()}`;
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
