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
  readonly answers: Readonly<Record<string, unknown>>;
  readonly acts: readonly BenchMoveDto[];
}

/** What becomes of the play as it stands at that moment, drawn or not. */
export type ChangePlay = (change: (play: Play) => Partial<Play>) => void;

const PARAM = 'jeu';
/** Servers on the way take addresses up to 8 000 characters. */
const LONGEST_PLAY = 6000;

/** In the address: a reload finds the play again, and a colleague can be shown it. */
export function usePlay(): readonly [Play, ChangePlay] {
  const [text, setText] = useViewParam(PARAM);
  const play = useMemo(() => playIn(text), [text]);
  return [
    play,
    (change) => {
      const now = playIn(new URLSearchParams(window.location.search).get(PARAM) ?? '');
      setText(JSON.stringify({ ...now, ...change(now) }));
    },
  ];
}

/** Whether the address can hold the play. */
export function fitsAddress(play: Play): boolean {
  return playParam(play).length <= LONGEST_PLAY;
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
  return `/processus/${processId}/banc?${playParam(play)}`;
}

function playParam(play: Play): string {
  return new URLSearchParams({ [PARAM]: JSON.stringify(play) }).toString();
}

function playIn(text: string): Play {
  return { day: today(), hour: '10:00', channel: 'teleservice', answers: {}, acts: [], ...parse(text) };
}

function parse(text: string): Partial<Play> {
  try {
    return text === '' ? {} : (JSON.parse(text) as Partial<Play>);
  } catch {
    return {};
  }
}
