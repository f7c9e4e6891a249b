import { advance } from '../../domain/case/advance.js';
import type { CaseEvent } from '../../domain/case/case-event.js';
import type { CaseFile } from '../../domain/case/case-file.js';
import type { Effect } from '../../domain/case/effect.js';
import { nextInstant } from '../../domain/case/next-instant.js';
import { refusalOf } from '../../domain/case/refusal-of.js';
import type { JournalLine, RevisionRecord } from '../../domain/case/revision-record.js';
import type { Rules } from '../../domain/case/rules.js';
import type { RefusalCode } from '../../domain/refusals.js';
import type { Calendars } from '../../domain/time/calendar.js';
import type { Instant } from '../../domain/time/instant.js';
import type { CaseInput } from '../contract/case-input.js';
import type { CaseState, CommandAnswer, CommandMessage } from '../contract/messages.js';

/** What the loop has to issue, in the order the events gave it. */
export type Order =
  | { readonly kind: 'effect'; readonly effect: Effect }
  | { readonly kind: 'record'; readonly record: RevisionRecord }
  | { readonly kind: 'timer'; readonly at: Instant };

const KNOWN_COMMANDS = 200;

/**
 * Holds a case and the orders its events gave; `take` is the only writer. An order comes only from a job that is in the
 * history (an Update taken, a timer fired, an activity ended), and nothing that a task without commands changes may
 * influence any order except leaving: the SDK may cut a history into activations otherwise on replay than live.
 */
export class CaseRoom {
  private rules: Rules;
  private caseFile: CaseFile;
  private unstored: readonly JournalLine[];
  private stored: number;
  private known: CaseInput['known'];
  private orders: readonly Order[] = [];
  private timers: readonly Instant[] = [];
  private running = 0;

  constructor(
    input: CaseInput,
    private readonly run: { readonly workflowType: string; readonly continueSuggested: () => boolean },
  ) {
    this.rules = { definition: input.definition, calendars: input.calendars };
    this.caseFile = input.caseFile;
    this.unstored = input.unstored;
    this.stored = input.stored;
    this.known = input.known;
    for (const effect of input.effects) this.order({ kind: 'effect', effect });
    this.orderTimer();
  }

  /**
   * The validator's question; changes nothing. A known command is let through, or what is sent again after a
   * continue-as-new would be refused. The rehearsal makes what would throw a rejection without trace, not a task that
   * fails for ever. `now` is compared with `validUntil` here and nowhere else.
   */
  refusalOf(message: CommandMessage, now: Instant): RefusalCode | undefined {
    const { command } = message;
    if (this.revisionOf(command.id) !== undefined) return undefined;
    if (command.validUntil !== undefined && command.validUntil < now) return 'command.expired';
    const rules = this.rulesFor(message);
    if (command.act.kind === 'qualify' && rules.definition.hash !== command.act.definition.hash)
      return 'case.not-possible-now';
    const refused = refusalOf(this.rules, this.caseFile, command);
    if (refused === undefined) advance(rules, this.caseFile, { kind: 'command', at: command.at, command });
    return refused;
  }

  /** The handler: takes the command, or answers as before. */
  command(message: CommandMessage): CommandAnswer {
    const { command } = message;
    this.forget(command.storedRevision);
    const known = this.revisionOf(command.id);
    if (known !== undefined) return { record: this.record(), revision: known };
    this.rules = this.rulesFor(message);
    this.known = [...this.known.slice(1 - KNOWN_COMMANDS), [command.id, this.caseFile.revision + 1]];
    const record = this.take({ kind: 'command', at: command.at, command }, true);
    return { record, revision: record.revision };
  }

  calendarChanged(revision: number, at: Instant): void {
    if (this.hasEnded() || revision <= this.caseFile.calendarRevision) return;
    this.take({ kind: 'calendarChanged', at, calendarRevision: revision }, false);
  }

  /** The only writer. The answer is an immutable snapshot: it is serialised some microtasks later. */
  private take(event: CaseEvent, someoneWaits: boolean): RevisionRecord {
    const outcome = advance(this.rules, this.caseFile, event);
    this.caseFile = outcome.caseFile;
    this.unstored = [...this.unstored, ...outcome.lines];
    for (const effect of outcome.effects) this.order({ kind: 'effect', effect });
    const record = this.record();
    // An event that ends the case orders its own record even when someone waits: afterwards nobody is left to send it.
    if (!someoneWaits || this.hasEnded()) this.order({ kind: 'record', record });
    this.orderTimer();
    return record;
  }

  /** Always gives a command while the case has not ended: the event, or a new timer even if another is pending. */
  timerFired(at: Instant, now: Instant): void {
    const index = this.timers.indexOf(at);
    this.timers = this.timers.filter((_, i) => i !== index);
    const next = nextInstant(this.caseFile);
    if (next === undefined) return;
    if (next <= now) this.take({ kind: 'deadlinePassed', at: now }, false);
    else this.order({ kind: 'timer', at: next });
  }

  /** An activity ended; what it brought back may be a fact of the case. */
  effectEnded(event?: CaseEvent): void {
    this.running--;
    if (event !== undefined) this.take(event, false);
  }

  calendarsFetched(effect: string, calendars: Calendars, at: Instant): void {
    this.rules = { ...this.rules, calendars: { ...this.rules.calendars, ...calendars } };
    const hashes = Object.fromEntries(
      Object.entries(this.rules.calendars).map(([id, calendar]) => [id, calendar.hash]),
    );
    this.effectEnded({ kind: 'calendarsFetched', at, effect, hashes });
  }

  recordStored(revision: number): void {
    this.running--;
    this.forget(revision);
  }

  takeOrders(): readonly Order[] {
    const { orders } = this;
    this.orders = [];
    return orders;
  }

  hasOrders(): boolean {
    return this.orders.length > 0;
  }

  /** Ended, changing type or told to continue as new; nothing running, no orders. */
  mayLeave(): boolean {
    return (
      this.running === 0 &&
      this.orders.length === 0 &&
      (this.hasEnded() || this.changesType() || this.run.continueSuggested())
    );
  }

  hasEnded(): boolean {
    return this.caseFile.status.kind === 'ended';
  }

  toInput(): CaseInput {
    const { caseId } = this.caseFile;
    const { definition, calendars } = this.rules;
    return {
      caseId,
      definition,
      calendars,
      caseFile: this.caseFile,
      effects: [],
      unstored: this.unstored,
      stored: this.stored,
      known: this.known,
    };
  }

  state(): CaseState {
    return { caseFile: this.caseFile, stored: this.stored, running: this.running, timers: this.timers };
  }

  private changesType(): boolean {
    return this.caseFile.definition.processId !== this.run.workflowType;
  }

  private rulesFor(message: CommandMessage): Rules {
    return message.definition === undefined ? this.rules : { ...this.rules, definition: message.definition };
  }

  private record(): RevisionRecord {
    return {
      caseId: this.caseFile.caseId,
      revision: this.caseFile.revision,
      caseFile: this.caseFile,
      lines: this.unstored,
    };
  }

  private order(order: Order): void {
    if (order.kind === 'timer') this.timers = [...this.timers, order.at];
    else this.running++;
    this.orders = [...this.orders, order];
  }

  private orderTimer(): void {
    const next = nextInstant(this.caseFile);
    if (next !== undefined && !this.timers.some((pending) => pending <= next)) this.order({ kind: 'timer', at: next });
  }

  private forget(revision: number): void {
    if (revision <= this.stored) return;
    this.stored = revision;
    this.unstored = this.unstored.filter((line) => line.revision > revision);
  }

  private revisionOf(commandId: string): number | undefined {
    return this.known.find(([id]) => id === commandId)?.[1];
  }
}
