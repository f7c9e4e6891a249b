import type { CaseCommand } from '../../../domain/case/case-command.js';
import type { Opening } from '../../../domain/case/open-case.js';
import type { RunnableDefinition } from '../../../domain/process/runnable.js';
import type { RefusalCode } from '../../../domain/refusals.js';
import { CasePlayer, type Move } from '../../../src/catalog/case-player.js';
import { spokenMove, type Details } from '../../../src/catalog/spoken-acts.js';
import { on, ROUTE, rulesFor } from './rules-for-tests.js';

/** A case of specs: received and entered on Monday 20 April 2026 at ten, unless said otherwise. */
export function aCase(definition: Partial<RunnableDefinition> = {}): CaseBuilder {
  return new CaseBuilder(definition);
}

/** Reads as a sentence: `aCase().answeredBy(REFERENT).endorsedBy('headOfDepartment', 'dgs').build()`. */
export class CaseBuilder {
  private opening: Partial<Opening> = {};
  private readonly steps: ((play: CasePlayer) => void)[] = [];

  constructor(private readonly definition: Partial<RunnableDefinition>) {}

  opened(opening: Partial<Opening>): this {
    this.opening = { ...this.opening, ...opening };
    return this;
  }

  repliedBy(channel: Opening['replyChannel']): this {
    return this.opened({ replyChannel: channel });
  }

  answeredBy(person: string, details: Details = {}): this {
    return this.then((play) => {
      must(play, 'referent answers', { by: person, ...details });
    });
  }

  endorsedBy(...roles: readonly string[]): this {
    for (const role of roles)
      this.then((play) => {
        must(play, `${role} endorses`);
      });
    return this;
  }

  signed(): this {
    return this.then((play) => {
      must(play, 'electedOfficial signs');
    });
  }

  /** An act in words, which must be possible: `.where('dgs sends back', { to: 'author' })`. */
  where(words: string, details: Details = {}): this {
    return this.then((play) => {
      must(play, words, details);
    });
  }

  /** Until 10 o'clock of that day; the instants between are met. */
  until(date: string): this {
    return this.then((play) => {
      play.moveTo(on(date));
    });
  }

  /** What the world makes of effects from then on. */
  whileTheWorld(does: CasePlayer['world']): this {
    return this.then((play) => {
      play.world = does;
    });
  }

  build(): CasePlayer {
    const opening: Opening = {
      caseId: 'case-1',
      caseNumber: 'D-2026-00001',
      at: on('2026-04-20'),
      receivedAt: on('2026-04-20'),
      channel: 'teleservice',
      replyChannel: 'email',
      answers: {},
      route: ROUTE,
      acknowledgement: 'mail',
      actorRole: 'citizen',
      calendarRevision: 1,
      ...this.opening,
    };
    const play = new CasePlayer(rulesFor(this.definition), opening);
    for (const step of this.steps) step(play);
    return play;
  }

  private then(step: (play: CasePlayer) => void): this {
    if (this.steps.length === 0)
      this.steps.push((play) => {
        play.settle();
      });
    this.steps.push(step);
    return this;
  }
}

/** Says an act in a case and gives the refusal, if any: `tell(play, 'dgs endorses')`. */
export function tell(play: CasePlayer, words: string, details: Details = {}): RefusalCode | undefined {
  return play.play(moveOf(play, words, details));
}

/** The same, but it must be possible. */
export function must(play: CasePlayer, words: string, details: Details = {}): CasePlayer {
  const refused = tell(play, words, details);
  if (refused !== undefined) throw new Error(`« ${words} » was refused: ${refused}`);
  return play;
}

/** The move that words describe, to be changed before it is played. */
export function moveOf(play: CasePlayer, words: string, details: Details = {}): Move {
  const move = spokenMove(play, words, { details, town: { definitionOf: () => undefined, routeOf: () => ROUTE } });
  if (typeof move === 'string') throw new Error(move);
  return move;
}

/** A command as it reaches the engine, for what a play would not send. */
export function aCommand(play: CasePlayer, act: CaseCommand['act'], more: Partial<CaseCommand> = {}): CaseCommand {
  const { caseFile, now } = play;
  return {
    id: 'command-x',
    actor: 'p-x',
    actorRole: 'referent',
    at: now,
    storedRevision: caseFile.revision,
    act,
    ...more,
  };
}
