import { CITIZEN_RELATIONS } from '../people/citizen-relations.js';
import { endOpenRequest, endOpenRequests } from '../steps/open-request.js';
import { localDateOf } from '../time/calendar.js';
import { DAY, type Instant } from '../time/instant.js';
import { daysBetween } from '../time/local-date.js';
import type { ActOf, CaseCommand } from './case-command.js';
import { conclude } from './conclude.js';
import { startClocks, WATCH_EVERY } from './open-case.js';
import { enterAt, indexOfStep } from './travel.js';
import {
  closeTasks,
  currentStep,
  openTask,
  orderEffect,
  pipe,
  say,
  withCase,
  withoutFields,
  type Turn,
} from './turn.js';

/** The case goes on under another definition, with the same clocks; its first step is entered at once. */
export function qualify(turn: Turn, asked: ActOf<'qualify'>): Turn {
  return pipe(
    turn,
    endOpenRequests,
    (acc) => closeTasks(acc, () => true),
    (acc) => withoutFields(acc, 'answer', 'signature', 'sentBack', 'reply'),
    (acc) =>
      withCase(acc, {
        definition: asked.definition,
        organisation: asked.organisation,
        sector: asked.sector,
        sensitive: asked.sensitive,
        answers: asked.answers,
        route: asked.route,
        endorsements: [],
        opinionsAsked: false,
      }),
    (acc) => enterAt(acc, 0),
  );
}

/** Another holder; where the case stands with its holder, the task is theirs. Validators of the new route follow. */
export function reassign(turn: Turn, asked: ActOf<'reassign'>): Turn {
  const routed = withCase(turn, { route: asked.route });
  if (currentStep(turn.rules, turn.caseFile)?.kind === 'answer')
    return enterAt(forgetAnswer(routed), turn.caseFile.step);
  const kept = closeTasks(routed, (task) => task.openRequest === undefined);
  return enterAt(kept, turn.caseFile.step);
}

/** A new holder writes anew: what a predecessor had answered before it was sent back is history. */
function forgetAnswer(turn: Turn): Turn {
  const kept = closeTasks(turn, (task) => task.openRequest === undefined);
  return withCase(withoutFields(kept, 'answer', 'sentBack'), { endorsements: [] });
}

/** "Not for my department": back to an ambassador; every clock runs on. An opinion not for us is dropped, nothing else. */
export function refuseAssignment(turn: Turn, command: CaseCommand): Turn {
  const task = turn.caseFile.tasks.find((one) => one.id === command.taskId);
  if (task?.openRequest !== undefined) {
    return say(endOpenRequest(turn, task.openRequest, turn.today), 'openRequest.refused', {
      openRequest: task.openRequest,
    });
  }
  const cleared = closeTasks(turn, (one) => one.openRequest === undefined);
  const counted = withCase(cleared, { assignmentRefusals: turn.caseFile.assignmentRefusals + 1 });
  const { organisation } = turn.caseFile;
  return openTask(counted, { kind: 'reassign', role: 'ambassador', organisation, ...CITIZEN_RELATIONS });
}

export function close(turn: Turn, asked: ActOf<'close'>): Turn {
  const concluded = conclude(turn, asked.conclusion, turn.today);
  if (turn.caseFile.replyChannel === 'none') return concluded;
  return orderEffect(concluded, { kind: 'tellCitizen', about: asked.conclusion.kind }).turn;
}

/** Reopened: answered anew, under new clocks; the first ones stay as they were judged. */
export function reopen(turn: Turn, command: CaseCommand): Turn {
  const reopenings = turn.caseFile.reopenings + 1;
  const cleared = withoutFields(turn, 'answer', 'signature', 'reply', 'sentBack');
  const opened = withCase(cleared, {
    status: { kind: 'open' },
    endorsements: [],
    reopenings,
    watchAt: turn.at + WATCH_EVERY,
  });
  const started = startClocks(opened, {
    receivedAt: receivedAtOf(turn, command),
    suffix: `#${String(reopenings + 1)}`,
    acknowledged: false,
  });
  const told =
    turn.caseFile.replyChannel === 'none'
      ? started
      : orderEffect(started, { kind: 'tellCitizen', about: 'reopened' }).turn;
  return enterAt(told, indexOfStep(told, 'answer'));
}

/** A reopening asked by letter counts from the day the letter came. */
function receivedAtOf(turn: Turn, command: CaseCommand): Instant {
  const { receivedOn } = command;
  const calendar = turn.rules.calendars[turn.caseFile.organisation];
  if (receivedOn === undefined || calendar === undefined || receivedOn >= turn.today) return turn.at;
  return turn.at - daysBetween(receivedOn, localDateOf(calendar, turn.at)) * DAY;
}
