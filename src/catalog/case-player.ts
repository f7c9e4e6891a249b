import { advance } from '../../domain/case/advance.js';
import type { Act, CaseCommand } from '../../domain/case/case-command.js';
import type { CaseEvent } from '../../domain/case/case-event.js';
import type { CaseFile } from '../../domain/case/case-file.js';
import type { Effect } from '../../domain/case/effect.js';
import { nextInstant } from '../../domain/case/next-instant.js';
import { openCase, type Opening } from '../../domain/case/open-case.js';
import type { Outcome } from '../../domain/case/outcome.js';
import { refusalOf } from '../../domain/case/refusal-of.js';
import type { JournalLine } from '../../domain/case/revision-record.js';
import type { Rules } from '../../domain/case/rules.js';
import type { LetterRef, TextRef } from '../../domain/case/text-ref.js';
import type { RunnableDefinition } from '../../domain/process/runnable.js';
import type { RefusalCode } from '../../domain/refusals.js';
import type { Instant } from '../../domain/time/instant.js';
import type { LocalDate } from '../../domain/time/local-date.js';

/** Something a person of the play does. */
export interface Move {
  readonly actor: string;
  readonly actorRole: string;
  readonly act: Act;
  readonly taskId?: string;
  readonly onBehalfOf?: string;
  readonly receivedOn?: LocalDate;
  /** Authenticated again, as signing asks. */
  readonly authenticated?: boolean;
  /** The definition that a `qualify` names. */
  readonly definition?: RunnableDefinition;
}

/** What the world makes of an effect; `later` leaves it on its way. */
export type EffectEnd = 'done' | 'failed' | 'inDoubt' | 'later';

/** An effect that was ordered, when, and by the case as it then was. */
export interface OrderedEffect {
  readonly at: Instant;
  readonly effect: Effect;
  readonly caseFile: CaseFile;
}

/**
 * Plays one case through the pure core, without server nor clock: time moves when told to, timers fire in their order and
 * the world does at once what the case asks of it, unless `world` says otherwise.
 */
export class CasePlayer {
  rules: Rules;
  caseFile: CaseFile;
  now: Instant;
  world: (effect: Effect) => EffectEnd = () => 'done';
  readonly lines: JournalLine[] = [];
  readonly events: CaseEvent[] = [];
  readonly ordered: OrderedEffect[] = [];
  private readonly waiting: Effect[] = [];
  private texts = 0;

  constructor(
    rules: Rules,
    readonly opening: Opening,
  ) {
    this.rules = rules;
    this.now = opening.at;
    const opened = openCase(rules, opening);
    this.caseFile = opened.caseFile;
    this.keep(opened);
  }

  /** Does it, or tells why it may not be done; a refused act leaves no trace. */
  play(move: Move): RefusalCode | undefined {
    const command = this.commandOf(move);
    const refused = refusalOf(this.rules, this.caseFile, command);
    if (refused !== undefined) return refused;
    if (move.definition !== undefined) this.rules = { ...this.rules, definition: move.definition };
    this.take({ kind: 'command', at: this.now, command });
    this.settle();
    return undefined;
  }

  /** Lets time pass: each instant of the case that comes before is met in its turn. */
  moveTo(instant: Instant): void {
    for (
      let next = nextInstant(this.caseFile);
      next !== undefined && next <= instant;
      next = nextInstant(this.caseFile)
    ) {
      this.now = Math.max(this.now, next);
      this.take({ kind: 'deadlinePassed', at: this.now });
      this.settle();
    }
    this.now = Math.max(this.now, instant);
  }

  /** Takes a fact from outside. */
  take(event: CaseEvent): Outcome {
    const outcome = advance(this.rules, this.caseFile, event);
    this.caseFile = outcome.caseFile;
    this.events.push(event);
    this.keep(outcome);
    return outcome;
  }

  /** The world does what is on its way. */
  settle(): void {
    const held: Effect[] = [];
    for (let effect = this.waiting.shift(); effect !== undefined; effect = this.waiting.shift()) {
      const end = this.world(effect);
      if (end === 'later') held.push(effect);
      else this.endEffect(effect, end);
    }
    this.waiting.push(...held);
  }

  /** A text as the engine knows it, unlike any other of the play. */
  text(): TextRef {
    this.texts++;
    return { id: `text-${String(this.texts)}`, hmac: `hmac-${String(this.texts)}` };
  }

  /** A letter newly rendered. */
  letter(): LetterRef {
    this.texts++;
    return { id: `letter-${String(this.texts)}`, hash: `hash-${String(this.texts)}` };
  }

  private commandOf({ definition: _definition, authenticated, ...move }: Move): CaseCommand {
    return {
      ...move,
      id: `command-${String(this.caseFile.revision + 1)}`,
      at: this.now,
      storedRevision: this.caseFile.revision,
      ...(authenticated === true ? { authenticationId: 'authentication-1' } : {}),
    };
  }

  private endEffect(effect: Effect, end: Exclude<EffectEnd, 'later'>): void {
    const event = end === 'failed' ? this.failure(effect) : this.success(effect, end === 'inDoubt');
    if (event !== undefined) this.take(event);
  }

  private failure(effect: Effect): CaseEvent {
    return { kind: 'effectFailed', at: this.now, effect, code: 'mail.refused' };
  }

  private success(effect: Effect, inDoubt: boolean): CaseEvent | undefined {
    const fact = { at: this.now, effect: effect.id };
    switch (effect.kind) {
      case 'acknowledge':
        return effect.tellsCase ? { kind: 'acknowledged', ...fact } : undefined;
      case 'sendReply':
        if (inDoubt) return { kind: 'replyInDoubt', ...fact };
        return { kind: effect.channel === 'letter' ? 'replyToPost' : 'replySent', ...fact };
      case 'fetchCalendars':
        return { kind: 'calendarsFetched', ...fact, hashes: this.calendarHashes() };
      case 'remind':
      case 'tellCitizen':
      case 'transmit':
        return undefined;
    }
  }

  private calendarHashes(): Readonly<Record<string, string>> {
    return Object.fromEntries(Object.entries(this.rules.calendars).map(([id, calendar]) => [id, calendar.hash]));
  }

  private keep(outcome: Outcome): void {
    this.lines.push(...outcome.lines);
    for (const effect of outcome.effects) {
      this.ordered.push({ at: outcome.caseFile.at, effect, caseFile: outcome.caseFile });
      this.waiting.push(effect);
    }
  }
}
