import type { Opening } from '../../domain/case/open-case.js';
import type { Directory } from '../../domain/people/directory.js';
import { routingAnswers } from '../../domain/request/check-answers.js';
import type { ReplyChannel, RunnableDefinition } from '../../domain/process/runnable.js';
import { localDateOf, type Calendar, type Calendars } from '../../domain/time/calendar.js';
import { CasePlayer } from '../catalog/case-player.js';
import type { PublishedVersion } from '../database/repositories/process-versions.repository.js';
import { Refusal } from '../http/refusal.js';
import { answerFaults } from '../intake/answer-faults.js';
import { placeIn } from '../intake/check-request.js';
import { routeOf } from '../intake/open-request.js';
import { nextActs } from './bench-acts.js';
import { playedAnswers, type PlayedAnswers } from './bench-answers.js';
import { letterOf, type LetterTown } from './bench-letters.js';
import { playBench } from './bench.js';
import type { BenchDto, BenchResultDto } from './design.dto.js';

/** All that a play depends on: the same town and the same moves give the same frames. */
export interface PlayedIn {
  readonly version: Pick<PublishedVersion, 'definition' | 'runnable'>;
  readonly calendars: Calendars;
  readonly directory: Directory;
  /** Those that an act may lead to. */
  readonly published: readonly Pick<PublishedVersion, 'processId' | 'runnable'>[];
}

/**
 * Answers that a citizen could not send are told to whoever plays; required ones may be left empty. A trial kept before its
 * form changed is replayed all the same, with those of its answers that stand: `playCase` refuses nothing.
 * @param within where the play stands in what was sent, as a JSON pointer
 * @throws Refusal `request.invalid-answers`
 */
export function refuseInvalidAnswers(town: PlayedIn, given: BenchDto, within = ''): void {
  const { form } = town.version.definition;
  const faults = answerFaults(answersOf(town, given).faults, form);
  if (faults.length === 0) return;
  const told = faults.map((fault) => ({ ...fault, pointer: `${within}${fault.pointer}` }));
  throw new Refusal('request.invalid-answers', { faults: told });
}

/**
 * Plays a case from its opening through the same core as the engine; nothing is kept. What the citizen reads is written where
 * `letters` says what the town prints.
 */
export function playCase(town: PlayedIn, given: BenchDto, letters?: LetterTown): BenchResultDto {
  const { version, calendars, directory, published } = town;
  const { definition, runnable } = version;
  const calendar = calendarOf(town);
  const openedAt = Date.parse(given.openedAt);
  const played = answersOf(town, given);
  const quartier = placeIn(played.answers)?.quartier;
  const opening: Opening = {
    caseId: 'banc',
    caseNumber: 'D-0000-00000',
    at: openedAt,
    receivedAt: openedAt,
    channel: given.channel ?? 'teleservice',
    replyChannel: channelOf(runnable),
    answers: routingAnswers(definition.form, played.answers),
    route: routeOf(directory, runnable, {
      theme: definition.theme,
      caseId: 'banc',
      ...(quartier === undefined ? {} : { quartier }),
    }),
    acknowledgement: 'mail',
    actorRole: 'citizen',
    calendarRevision: 0,
  };
  const play = new CasePlayer({ definition: runnable, calendars }, opening);
  const others = {
    definitionOf: (id: string) => published.find((one) => one.processId === id)?.runnable,
    routeOf: (other: RunnableDefinition) => routeOf(directory, other, { theme: '', caseId: 'banc' }),
  };
  const basisOf = (id: string): string => definition.clocks.find((clock) => clock.id === id)?.basis ?? id;
  const place = {
    ...{ town: others, directory, calendar, basisOf },
    ...(letters === undefined
      ? {}
      : { letterOf: letterOf.bind(undefined, { ...letters, definition, directory, calendar, played }) }),
  };
  const frames = playBench(play, given.acts, place);
  return {
    frames,
    next: nextActs(play.caseFile, definition.replies.sections),
    missing: played.missing.map(({ label }) => label),
  };
}

function calendarOf({ version: { definition }, calendars }: PlayedIn): Calendar {
  const calendar = calendars[definition.organisation];
  if (calendar === undefined) throw new Error(`No calendar for ${definition.organisation}`);
  return calendar;
}

/** Dates are judged on the day of the play: the same answers stand whenever it is replayed. */
function answersOf(town: PlayedIn, { answers = {}, openedAt }: BenchDto): PlayedAnswers {
  return playedAnswers(town.version.definition.form, answers, localDateOf(calendarOf(town), Date.parse(openedAt)));
}

/** By letter where the process knows it: the longer way, so that the posting is played too. */
function channelOf({ steps }: RunnableDefinition): ReplyChannel {
  const step = steps.find((one) => one.kind === 'reply');
  return step?.kind === 'reply' ? (step.by.find((one) => one === 'email') ?? step.by[0] ?? 'email') : 'email';
}
