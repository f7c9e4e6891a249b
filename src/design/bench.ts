import type { CaseFile, Task } from '../../domain/case/case-file.js';
import type { Effect } from '../../domain/case/effect.js';
import type { Directory } from '../../domain/people/directory.js';
import { CLOCK_STATE_WORDS, conclusionInFrench, ROLE_WORDS, TASK_WORDS } from '../../domain/text/case-words.js';
import { countOf, longDate, typeset } from '../../domain/text/french-typography.js';
import { lineInFrench } from '../../domain/text/journal-words.js';
import { REFUSAL_SENTENCES } from '../../domain/text/refusal-sentences.js';
import { localDateOf, instantAt, type Calendar } from '../../domain/time/calendar.js';
import { countDays } from '../../domain/time/day-count.js';
import type { Instant } from '../../domain/time/instant.js';
import { printInstant } from '../calendar/read-instant.js';
import type { CasePlayer, OrderedEffect } from '../catalog/case-player.js';
import { spokenMove, type Town } from '../catalog/spoken-acts.js';
import { namedPerson, teamName } from '../people/person-names.js';
import { actWords } from './bench-acts.js';
import type { BenchFrameDto, BenchLetterDto, BenchMailDto, BenchMoveDto } from './design.dto.js';

/** Where a play happens. */
export interface BenchPlace {
  readonly town: Town;
  readonly directory: Directory;
  readonly calendar: Calendar;
  /** The text on which a legal clock of the process rests. */
  readonly basisOf: (clockId: string) => string;
  /** What the citizen reads; absent where nobody will look. */
  readonly letterOf?: (ordered: OrderedEffect) => BenchLetterDto | undefined;
}

/** Plays the moves one after the other: a frame for the opening, and one for each move. */
export function playBench(
  play: CasePlayer,
  moves: readonly BenchMoveDto[],
  place: BenchPlace,
): readonly BenchFrameDto[] {
  play.settle();
  const frames = [frameOf(play, place, { title: 'La demande arrive', from: { lines: 0, effects: 0 } })];
  for (const move of moves) {
    const from = { lines: play.lines.length, effects: play.ordered.length };
    frames.push(frameOf(play, place, { ...doMove(play, move, place), from }));
  }
  return frames;
}

interface Done {
  readonly title: string;
  readonly refused?: string;
}

function doMove(play: CasePlayer, move: BenchMoveDto, place: BenchPlace): Done {
  if (move.words === undefined) return passTime(play, move, place.calendar);
  const title = actWords(move.words, move.details);
  const spoken = understood(play, move, place);
  if (typeof spoken === 'string') return { title, refused: spoken };
  const refused = play.play(spoken);
  return refused === undefined ? { title } : { title, refused: REFUSAL_SENTENCES[refused] };
}

/** A word of the details that is none (`until` that is no text) is a sentence, not a failure of the server. */
function understood(
  play: CasePlayer,
  { words = '', details = {} }: BenchMoveDto,
  { town }: BenchPlace,
): ReturnType<typeof spokenMove> {
  try {
    return spokenMove(play, words, { details, town });
  } catch {
    return 'Ce qui accompagne cette action n’est pas compris.';
  }
}

function passTime(play: CasePlayer, { workingDays, until }: BenchMoveDto, calendar: Calendar): Done {
  const target =
    workingDays === undefined ? Date.parse(until ?? '') : afterWorkingDays(play.now, workingDays, calendar);
  if (target === undefined || Number.isNaN(target))
    return { title: 'Le temps passe', refused: 'Le calendrier ne va pas si loin.' };
  play.moveTo(target);
  return {
    title: typeset(
      workingDays === undefined
        ? `Le temps passe jusqu’au ${longDate(localDateOf(calendar, target))}`
        : countOf(workingDays, 'jour ouvré passe', 'jours ouvrés passent'),
    ),
  };
}

/** The same hour, so many working days later. */
function afterWorkingDays(now: Instant, n: number, calendar: Calendar): Instant | undefined {
  const start = localDateOf(calendar, now);
  const count = countDays(calendar, { start, kind: 'workingDays', n });
  return count.kind === 'dated'
    ? instantAt(calendar, count.dueOn, 0) + (now - instantAt(calendar, start, 0))
    : undefined;
}

function frameOf(
  play: CasePlayer,
  place: BenchPlace,
  done: Done & { readonly from: { readonly lines: number; readonly effects: number } },
): BenchFrameDto {
  const { caseFile } = play;
  const { directory, basisOf } = place;
  return {
    at: printInstant(play.now),
    title: done.title,
    ...(done.refused === undefined ? {} : { refused: done.refused }),
    state: stateOf(caseFile),
    tasks: caseFile.tasks.map((task) => ({
      words: TASK_WORDS[task.kind],
      who: holderOf(task, directory),
      ...(task.targetOn === undefined ? {} : { targetOn: task.targetOn }),
    })),
    mails: play.ordered.slice(done.from.effects).flatMap((ordered) => mailsOf(ordered, place)),
    clocks: caseFile.clocks.map(({ rule, state, dueOn }) => ({
      name: rule.kind === 'promise' ? 'Engagement' : `Délai légal (${basisOf(rule.id)})`,
      state: CLOCK_STATE_WORDS[state],
      ...(dueOn === undefined ? {} : { dueOn }),
    })),
    journal: play.lines.slice(done.from.lines).map(({ code, about }) => lineInFrench(code, about)),
  };
}

function stateOf({ status, tasks }: CaseFile): string {
  if (status.kind !== 'open') return `Clos : ${conclusionInFrench(status.conclusion)}`;
  const [first] = tasks;
  return first === undefined ? 'En attente' : TASK_WORDS[first.kind];
}

function holderOf({ holder, team, role }: Task, directory: Directory): string {
  if (holder !== undefined) return namedPerson(directory, holder).name;
  const known = directory.teams.find(({ id }) => id === team);
  return known === undefined ? ROLE_WORDS[role] : `Équipe ${known.name}`;
}

const NEWS = {
  missingItem: 'Courriel à l’usager : une pièce ou une précision est demandée',
  withdrawn: 'Courriel à l’usager : sa demande est retirée',
  noCitizenReply: 'Courriel à l’usager : sa demande est close sans nouvelle de sa part',
  reopened: 'Courriel à l’usager : sa demande est rouverte',
  postponed: 'Courriel à l’usager : la date est reportée',
} as const;

const LEVELS: Readonly<Record<string, string>> = {
  half: 'Rappel à mi-délai',
  most: 'Rappel, échéance proche',
  last: 'Rappel du dernier jour',
  overdue: 'Alerte de retard',
  itemOverdue: 'Rappel : rien n’est arrivé à la date dite',
  watch: 'Alerte : toujours en retard',
};

/** The mail as it is whoever works there: a trial must not fail because somebody moved. */
export function withoutNames(mail: string): string {
  const level = Object.values(LEVELS).find((words) => mail.startsWith(`${words} : `));
  return level ?? mail;
}

function mailsOf(ordered: OrderedEffect, { directory, letterOf }: BenchPlace): readonly BenchMailDto[] {
  const letter = letterOf?.(ordered);
  return mailWords(ordered.effect, directory).map((words) => ({ words, ...(letter === undefined ? {} : { letter }) }));
}

function mailWords(effect: Effect, directory: Directory): readonly string[] {
  switch (effect.kind) {
    case 'acknowledge':
      return ['Courriel à l’usager : accusé de réception'];
    case 'tellCitizen':
      return [NEWS[effect.about]];
    case 'sendReply':
      return [
        effect.channel === 'email' ? 'Courriel à l’usager : la réponse' : 'Lettre à l’usager : la réponse, à poster',
      ];
    case 'remind': {
      const names = [
        ...effect.to.map((id) => namedPerson(directory, id).name),
        ...effect.teams.map((id) => `équipe ${teamName(directory, id)}`),
      ];
      return [`${LEVELS[effect.level] ?? 'Rappel'}${names.length === 0 ? '' : ` : ${names.join(', ')}`}`];
    }
    case 'transmit':
      return ['Transmission de la demande à l’autorité compétente'];
    case 'fetchCalendars':
      return [];
  }
}
