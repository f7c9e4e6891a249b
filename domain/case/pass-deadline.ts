import { passInstants, type Clock, type ReminderLevel } from './clock.js';
import { WATCH_EVERY } from './open-case.js';
import { orderEffect, pipe, say, withCase, type Turn } from './turn.js';

/**
 * The earliest instant of the case has passed. However many passed during an outage, each clock speaks once, at its
 * highest level, and no instant at or before now is left.
 */
export function passDeadline(turn: Turn): Turn {
  const { status } = turn.caseFile;
  if (status.kind === 'ended') return turn;
  if (status.kind === 'closed') {
    return status.reopenUntil > turn.at
      ? turn
      : withCase(turn, { status: { kind: 'ended', conclusion: status.conclusion, at: turn.at } });
  }
  return pipe(turn, passClocks, passOpenRequests, passWatch);
}

function passClocks(turn: Turn): Turn {
  return turn.caseFile.clocks.reduce((acc, clock, index) => {
    const passed = passInstants(clock, turn.at);
    if (passed.reminder === undefined && !passed.silence) return acc;
    const clocks = acc.caseFile.clocks.map((one, i) => (i === index ? passed.clock : one));
    const decided = passed.silence ? saySilence(withCase(acc, { clocks }), passed.clock) : withCase(acc, { clocks });
    return passed.reminder === undefined ? decided : remind(decided, passed.clock, passed.reminder);
  }, turn);
}

/** The law decided in place of the town hall: a line of the journal, whatever else passed at the same time. */
function saySilence(turn: Turn, clock: Clock): Turn {
  const dueOn = clock.dueOn === undefined ? {} : { dueOn: clock.dueOn };
  const means = clock.rule.silenceMeans ?? 'rejection';
  return say(turn, 'clock.silence', { clock: clock.id, level: 'silence', ...dueOn, means });
}

function remind(turn: Turn, clock: Clock, level: ReminderLevel): Turn {
  const about = { clock: clock.id, level, ...(clock.dueOn === undefined ? {} : { dueOn: clock.dueOn }) };
  const said = say(turn, level === 'overdue' ? 'clock.escalated' : 'clock.reminded', about);
  return orderReminder(said, { clock: clock.id, level, ...(clock.dueOn === undefined ? {} : { dueOn: clock.dueOn }) });
}

function passOpenRequests(turn: Turn): Turn {
  return turn.caseFile.openRequests.reduce((acc, request, index) => {
    if (request.overdue || request.untilAt === undefined || request.untilAt > turn.at) return acc;
    const openRequests = acc.caseFile.openRequests.map((one, i) => (i === index ? { ...one, overdue: true } : one));
    const said = say(withCase(acc, { openRequests }), 'openRequest.overdue', { openRequest: request.id });
    return orderReminder(said, { clock: 'promise', level: 'itemOverdue' });
  }, turn);
}

/** A weekly look: whoever is late, or waits for something, hears of it again. */
function passWatch(turn: Turn): Turn {
  if (turn.caseFile.watchAt > turn.at) return turn;
  const late = turn.caseFile.clocks.find((clock) => clock.state === 'late');
  const missed = Math.floor((turn.at - turn.caseFile.watchAt) / WATCH_EVERY) + 1;
  const next = say(withCase(turn, { watchAt: turn.caseFile.watchAt + missed * WATCH_EVERY }), 'case.watched');
  return late === undefined ? next : orderReminder(next, { clock: late.id, level: 'watch' });
}

function orderReminder(turn: Turn, reminder: { clock: string; level: ReminderLevel; dueOn?: string }): Turn {
  const { tasks, route } = turn.caseFile;
  const holders = tasks.flatMap((task) => (task.holder === undefined ? [] : [task.holder]));
  const teams = tasks.flatMap((task) => (task.holder === undefined && task.team !== undefined ? [task.team] : []));
  const escalates = reminder.level === 'overdue' || reminder.level === 'watch';
  const head = escalates && route.head !== undefined ? [route.head] : [];
  const to = [...new Set([...holders, ...head])];
  return orderEffect(turn, { kind: 'remind', ...reminder, to, teams: [...new Set(teams)] }).turn;
}
