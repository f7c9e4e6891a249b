import { assertNever } from '../lib/assert-never.js';
import { stepOnEvent } from '../steps/dispatch.js';
import { giveAnswer } from '../steps/answer.js';
import { close, qualify, reassign, refuseAssignment, reopen } from './acts.js';
import type { CaseCommand } from './case-command.js';
import type { CaseEvent } from './case-event.js';
import type { CaseFile } from './case-file.js';
import { recomputeOnNewCalendar, stopClock } from './clock.js';
import { outcomeOf, type LineHead, type Outcome } from './outcome.js';
import { passDeadline } from './pass-deadline.js';
import { refusalOf } from './refusal-of.js';
import type { Rules } from './rules.js';
import {
  beginTurn,
  currentStep,
  forgetEffect,
  issueEffect,
  orderEffect,
  pipe,
  say,
  withCase,
  withClocks,
  type Turn,
} from './turn.js';
import { follow } from './travel.js';

/**
 * Takes one event: the next revision of the case, its journal lines and what it orders. Total: an event that no longer
 * applies (a mail sent after a withdrawal) becomes a journal line and changes nothing; it never throws for something a
 * person did. `rules` are those in force after the event: a `qualify` brings the definition it names.
 */
export function advance(rules: Rules, caseFile: CaseFile, event: CaseEvent): Outcome {
  const begun = beginTurn(rules, { ...caseFile, revision: caseFile.revision + 1 }, event.at);
  const refused = event.kind === 'command' ? refusalOf(rules, caseFile, event.command) : undefined;
  if (refused !== undefined) return outcomeOf(say(begun, 'command.noEffect', { because: refused }), headOf(event));
  const treated = event.kind === 'command' ? act(begun, event.command) : onFact(begun, event);
  const dated = event.kind === 'calendarsFetched' ? treated : fetchWantedCalendars(treated);
  return outcomeOf(dated, headOf(event));
}

function act(turn: Turn, command: CaseCommand): Turn {
  const { act: asked } = command;
  switch (asked.kind) {
    case 'qualify':
      return qualify(turn, asked);
    case 'reassign':
      return reassign(turn, asked);
    case 'refuseAssignment':
      return refuseAssignment(turn, command);
    case 'close':
      return close(turn, asked);
    case 'reopen':
      return reopen(turn, command);
    case 'retryEffect':
      return retryEffect(turn, command, asked.effect);
    case 'skipEffect':
      return inStep(forgetEffect(turn, asked.effect), { kind: 'command', at: turn.at, command });
    case 'changeReplyChannel':
      return inStep(withCase(turn, { replyChannel: asked.channel }), { kind: 'command', at: turn.at, command });
    case 'answer':
      if (asked.atOnce) return follow({ turn: giveAnswer(turn, command, asked), go: { kind: 'toReply' } });
      return inStep(turn, { kind: 'command', at: turn.at, command });
    default:
      return inStep(turn, { kind: 'command', at: turn.at, command });
  }
}

function onFact(turn: Turn, event: Exclude<CaseEvent, { kind: 'command' }>): Turn {
  switch (event.kind) {
    case 'deadlinePassed':
      return passDeadline(turn);
    case 'replySent':
    case 'replyToPost':
    case 'replyInDoubt':
      return turn.caseFile.status.kind === 'open' ? inStep(turn, event) : forgetEffect(turn, event.effect);
    case 'effectFailed':
      return effectFailed(turn, event);
    case 'acknowledged':
      return pipe(forgetEffect(turn, event.effect), (acc) =>
        withClocks(acc, (clock) => (clock.rule.stoppedBy === 'acknowledgement' ? stopClock(clock, acc.today) : clock)),
      );
    case 'calendarsFetched':
      return pipe(forgetEffect(turn, event.effect), (acc) =>
        withClocks(acc, (clock) => recomputeOnNewCalendar(acc.rules.calendars, clock)),
      );
    case 'calendarChanged':
      return calendarChanged(turn, event.calendarRevision);
    default:
      return assertNever(event);
  }
}

/** Gives the event to the step in which the case stands, and follows it. */
function inStep(turn: Turn, event: CaseEvent): Turn {
  const step = currentStep(turn.rules, turn.caseFile);
  return step === undefined || turn.caseFile.status.kind !== 'open' ? turn : follow(stepOnEvent(turn, step, event));
}

function retryEffect(turn: Turn, command: CaseCommand, id: string): Turn {
  const failed = turn.caseFile.effects.find((one) => one.effect.id === id);
  if (failed === undefined) return turn;
  return inStep(issueEffect(turn, failed.effect), { kind: 'command', at: turn.at, command });
}

/** After the end nobody can try again or give up: the line says it, and no incident stays open for ever. */
function effectFailed(turn: Turn, event: Extract<CaseEvent, { kind: 'effectFailed' }>): Turn {
  if (turn.caseFile.status.kind === 'ended') return forgetEffect(turn, event.effect.id);
  const others = turn.caseFile.effects.filter((one) => one.effect.id !== event.effect.id);
  const failed = withCase(turn, { effects: [...others, { effect: event.effect, state: 'failed', code: event.code }] });
  return inStep(failed, event);
}

function calendarChanged(turn: Turn, revision: number): Turn {
  if (revision <= turn.caseFile.calendarRevision) return turn;
  const heard = withCase(turn, { calendarRevision: revision });
  return turn.caseFile.clocks.some((clock) => clock.endedOn === undefined) ? fetchCalendars(heard) : heard;
}

/** A count that leaves the calendars asks for newer ones: once at a time, and not again on the heels of an answer. */
function fetchWantedCalendars(turn: Turn): Turn {
  const wanted =
    turn.caseFile.status.kind === 'open' && turn.caseFile.clocks.some((clock) => clock.state === 'undated');
  const asked = turn.caseFile.effects.some((one) => one.effect.kind === 'fetchCalendars');
  return wanted && !asked ? fetchCalendars(turn) : turn;
}

function fetchCalendars(turn: Turn): Turn {
  return orderEffect(turn, { kind: 'fetchCalendars', organisations: Object.keys(turn.rules.calendars) }).turn;
}

function headOf(event: CaseEvent): LineHead {
  if (event.kind !== 'command') return { code: `event.${event.kind}`, event };
  const { command } = event;
  return {
    code: `command.${command.act.kind}`,
    actor: command.actor,
    actorRole: command.actorRole,
    ...(command.onBehalfOf === undefined ? {} : { onBehalfOf: command.onBehalfOf }),
    event,
  };
}
