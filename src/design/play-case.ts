import type { Opening } from '../../domain/case/open-case.js';
import type { Directory } from '../../domain/people/directory.js';
import type { ReplyChannel, RunnableDefinition } from '../../domain/process/runnable.js';
import type { Calendars } from '../../domain/time/calendar.js';
import { CasePlayer } from '../catalog/case-player.js';
import type { PublishedVersion } from '../database/repositories/process-versions.repository.js';
import { routeOf } from '../intake/open-request.js';
import { nextActs } from './bench-acts.js';
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

/** Plays a case from its opening through the same core as the engine; nothing is kept. */
export function playCase({ version, calendars, directory, published }: PlayedIn, given: BenchDto): BenchResultDto {
  const { definition, runnable } = version;
  const calendar = calendars[definition.organisation];
  const openedAt = Date.parse(given.openedAt);
  if (calendar === undefined) throw new Error(`No calendar for ${definition.organisation}`);
  const opening: Opening = {
    caseId: 'banc',
    caseNumber: 'D-0000-00000',
    at: openedAt,
    receivedAt: openedAt,
    channel: given.channel ?? 'teleservice',
    replyChannel: channelOf(runnable),
    answers: routingAnswers(given.answers ?? {}),
    route: routeOf(directory, runnable, { theme: definition.theme, caseId: 'banc' }),
    acknowledgement: 'mail',
    actorRole: 'citizen',
    calendarRevision: 0,
  };
  const play = new CasePlayer({ definition: runnable, calendars }, opening);
  const town = {
    definitionOf: (id: string) => published.find((one) => one.processId === id)?.runnable,
    routeOf: (other: RunnableDefinition) => routeOf(directory, other, { theme: '', caseId: 'banc' }),
  };
  const basisOf = (id: string): string => definition.clocks.find((clock) => clock.id === id)?.basis ?? id;
  const place = { town, directory, calendar, basisOf };
  return { frames: playBench(play, given.acts, place), next: nextActs(play.caseFile) };
}

/** By letter where the process knows it: the longer way, so that the posting is played too. */
function channelOf({ steps }: RunnableDefinition): ReplyChannel {
  const step = steps.find((one) => one.kind === 'reply');
  return step?.kind === 'reply' ? (step.by.find((one) => one === 'email') ?? step.by[0] ?? 'email') : 'email';
}

function routingAnswers(answers: Readonly<Record<string, unknown>>): Opening['answers'] {
  return Object.fromEntries(
    Object.entries(answers).filter(
      (entry): entry is [string, string | boolean] => typeof entry[1] === 'string' || typeof entry[1] === 'boolean',
    ),
  );
}
